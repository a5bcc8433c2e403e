package org.fourplusone.fund;

import static org.fourplusone.fund.Neighbours.FIFTH;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.FOURTH;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Officers, items worth 300,000.00 to everybody and a movable clock, on one running service for all who decide on filings. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ReviewStage {
    protected static final Cases.MovedClock CLOCK = new Cases.MovedClock("review");
    private static final List<String> ITEMS = List.of(
            "R01-01", "R01-02", "R01-03", "R01-04", "R02-01", "R03-01", "R03-02", "R04-01", "R05-01", "R05-02",
            "R06-01");

    @LocalServerPort
    protected int port;

    protected Person intake;
    protected Person reviewer;
    protected Person approver;
    protected Person other;

    @DynamicPropertySource
    protected static void surroundings(DynamicPropertyRegistry registry) {
        for (String item : ITEMS) {
            boolean scored = List.of("R02-01", "R03-01", "R06-01").contains(item);
            Neighbours.offer(
                    item,
                    scored ? "EXPERT_AND_AUDIT" : "VERIFY",
                    scored ? "TECH_INNOVATION" : "EXPAND_INVESTMENT",
                    List.of("R01-04", "R06-01").contains(item)
                            ? ",\"form\":{\"claimLines\":[{\"kind\":\"INVOICE\",\"fact\":\"ent.capital\",\"measure\":\"NET_AMOUNT\"}]}"
                            : "");
            for (String enterprise : List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH)) {
                Neighbours.judge(enterprise, item, "ELIGIBLE", Neighbours.exactly("300000.00"), "");
            }
        }
        Neighbours.register(registry, "fundreview");
        CLOCK.register(registry);
        CLOCK.set("2026-06-01");
    }

    @BeforeEach
    protected void people() throws InterruptedException {
        CLOCK.set("2026-06-01");
        intake = Person.officer(port, "intake", "INTAKE");
        reviewer = Person.officer(port, "reviewer", "REVIEWER");
        approver = Person.officer(port, "approver", "APPROVER");
        other = Person.officer(port, "approver2", "APPROVER");
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!intake.get("/calls?size=200")
                        .expect(200)
                        .json()
                        .findValuesAsString("itemCode")
                        .containsAll(ITEMS)
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
    }

    protected String accepted(String item, String creditCode, List<Map<String, Object>> lines) {
        Person clerk = Person.clerk(port, "clerk-" + creditCode, creditCode);
        Map<String, Object> draft = Map.of("itemCode", item, "creditCode", creditCode, "claimLines", lines);
        String path = "/filings/"
                + clerk.post("/filings", draft).expect(201).json().path("id").asString();
        clerk.post(path + "/submit", Map.of()).expect(200);
        intake.post(path + "/accept", Map.of()).expect(200);
        return path;
    }

    protected String reviewed(String item, String creditCode) {
        String path = accepted(item, creditCode, List.of());
        reviewer.post(path + "/review", review("300000.00")).expect(200);
        return path;
    }

    protected String stateOf(String path) {
        return intake.get(path).expect(200).json().path("state").asString();
    }

    protected static List<String> actionsOf(String path, Person person) {
        return texts(person.get(path).expect(200).json().path("actions"));
    }

    protected static Map<String, Object> review(String amount) {
        return Map.of("amount", amount, "opinion", "材料齐全", "recommend", true);
    }

    protected static Map<String, Object> approval(String amount) {
        return Map.of("amount", amount, "reason", "同意");
    }

    protected static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
