package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIRST;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Filings;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Calls that the tests open themselves, on one running service, and the people on both sides of a filing under them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class CallStage {
    static final Cases.MovedClock CLOCK = new Cases.MovedClock("call");
    static final Clamd CLAMD = new Clamd();
    static final byte[] PDF = "%PDF-1.4\nexample".getBytes(StandardCharsets.US_ASCII);

    static final String FORM = """
            ,"documents":[{"code":"E02","name":{"zh":"营业执照","en":"Licence"},"required":true},
             {"code":"E10","name":{"zh":"备案文件","en":"Filing"},"required":false}],
             "form":{"questions":["ent.revenueYear"],"claimLines":[{"kind":"INVOICE","fact":"ent.capital","measure":"NET_AMOUNT"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    Filings filings;

    Person wang;
    Person intake;
    Person reviewer;
    Person approver;
    Person auditor;
    Person visitor;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "fundcall");
        registry.add("suite.sample", () -> "false"); // no call is open but the tests' own
        registry.add("suite.scanner", CLAMD::address);
        registry.add("suite.sample-mandates", () -> "qian/SAMPLE-CODE/LEGAL_REPRESENTATIVE,sun/SAMPLE-CODE/CLERK");
        CLOCK.register(registry);
        CLOCK.set("2026-03-02");
    }

    @BeforeEach
    void people() {
        CLOCK.set("2026-03-02");
        wang = Person.clerk(port, "wang", FIRST);
        intake = Person.officer(port, "intake", "INTAKE");
        reviewer = Person.officer(port, "reviewer", "REVIEWER");
        approver = Person.officer(port, "approver", "APPROVER");
        auditor = Person.officer(port, "auditor", "AUDITOR");
        visitor = Person.nobody(port);
    }

    static void waits(Person.Answer answer, String service) {
        assertThat(answer.refused(503, "UPSTREAM_DOWN").path("service").asString())
                .isEqualTo(service);
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
    }

    void offer(String item) {
        Neighbours.offer(item, "VERIFY", "OTHER", FORM);
    }

    static Map<String, Object> opening(String item, String from, String to) {
        return new LinkedHashMap<>(Map.of("itemCode", item, "opensOn", from, "closesOn", to));
    }

    String draft(String item) {
        return draftOf(item, FIRST, wang);
    }

    static String draftOf(String item, String creditCode, Person clerk) {
        return draftOf(item, creditCode, clerk, "4000000.00");
    }

    static String draftOf(String item, String creditCode, Person clerk, String net) {
        Map<String, Object> invoice =
                Map.of("kind", "INVOICE", "reference", "INV-" + item + creditCode, "netAmount", net);
        JsonNode begun = clerk.post(
                        "/filings", Map.of("itemCode", item, "creditCode", creditCode, "claimLines", List.of(invoice)))
                .expect(201)
                .json();
        return "/filings/" + begun.path("id").asString();
    }

    String submitted(String item) {
        String path = draft(item);
        wang.put(path + "/evidence/E02.pdf", PDF).expect(200);
        wang.post(path + "/submit", Map.of()).expect(200);
        return path;
    }

    /** CNY 200,000 of the 300,000 that its formula gives. */
    static Map<String, Object> supported() {
        return Map.of(
                "amount",
                "200000.00",
                "opinion",
                "同意",
                "recommend",
                true,
                "reductions",
                List.of(Map.of("line", "L1", "amount", "100000.00", "reason", "部分投入在申报期之外")));
    }

    static Map<String, Object> approval() {
        return Map.of("amount", "200000.00", "reason", "同意");
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
