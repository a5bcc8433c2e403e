package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A confirmed list pulled as filings, two in one call, over HTTP, on a real database, beside a recorded policy-service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "suite.entitlements-a-call=2")
class EntitlementIT {
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    private static final List<String> ITEMS =
            List.of("A03-01", "A03-06", "A04-01", "A04-02", "A04-03", "A06-01", "A08-04", "A10-01");
    private static final String DOCUMENTS =
            ",\"documents\":[{\"code\":\"E18\",\"name\":{\"zh\":\"认定文件或证书\",\"en\":\"Certificate\"},\"required\":true}]";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Person enterprise;
    private Person intake;
    private Person approver;
    private Person auditor;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "entitled");
    }

    @BeforeAll
    static void offers() {
        for (String item : ITEMS) {
            Neighbours.offer(item, "NO_APPLICATION", "TECH_INNOVATION", DOCUMENTS);
            for (String each : List.of(FIRST, SECOND, THIRD)) {
                Neighbours.judge(each, item, "ELIGIBLE", Neighbours.exactly("200000.00"), "");
            }
        }
    }

    @BeforeEach
    void people() throws InterruptedException {
        enterprise = Person.clerk(port, "wang", FIRST);
        intake = Person.officer(port, "intake", "INTAKE");
        approver = Person.officer(port, "approver", "APPROVER");
        auditor = Person.officer(port, "auditor", "AUDITOR");
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!auditor.get("/calls?size=200")
                        .expect(200)
                        .json()
                        .findValuesAsString("itemCode")
                        .containsAll(ITEMS)
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
    }

    @Test
    void aConfirmedListBecomesFilingsThatTheEnterpriseConfirms() {
        Neighbours.list("run-whole", "A03-01", "CONFIRMED", YEAR, THIRD, FIRST, SECOND);
        JsonNode first = pull("run-whole");
        assertThat(first.path("opened").asInt()).isEqualTo(2);
        assertThat(first.path("left").asInt()).isEqualTo(1);
        assertThat(pull("run-whole").path("left").asInt()).isZero();
        JsonNode again = pull("run-whole");
        assertThat(again.path("opened").asInt()).isEqualTo(3);
        assertThat(filingsOf("A03-01")).isEqualTo(3);
        JsonNode outcomes = intake.get("/entitlements/run-whole/enterprises")
                .expect(200)
                .json()
                .path("items");
        assertThat(outcomes.get(0).path("number").asString()).startsWith("LC" + YEAR + "-");

        String path = "/filings/" + outcomes.get(0).path("filing").asString();
        JsonNode opened = enterprise.get(path).expect(200).json();
        assertThat(opened.path("state").asString()).isEqualTo("DRAFT");
        assertThat(opened.path("amount").asString()).as("frozen when opened").isEqualTo("200000.00");
        assertThat(opened.path("trace").path("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(opened.path("documents")).as("the register proves it").isEmpty();
        assertThat(texts(opened.path("actions"))).containsExactlyInAnyOrder("submit", "withdraw");
        assertThat(opened.has("entitlement")).isFalse();
        assertThat(intake.get(path).json().path("entitlement").asString()).isEqualTo("run-whole");

        enterprise.post(path + "/submit", Map.of()).refused(400, "INVALID");
        enterprise.post(path + "/submit", account("1", "示例企业有限公司")).refused(400, "INVALID");
        enterprise
                .post(path + "/submit", account("6222020200112233445", "别家有限公司"))
                .refused(409, "ACCOUNT_NOT_OWN");
        assertThat(enterprise.get(path).json().path("state").asString()).isEqualTo("DRAFT");
        JsonNode confirmed = enterprise
                .post(path + "/submit", account("6222020200112233445", "示例企业有限公司"))
                .expect(200)
                .json();
        assertThat(confirmed.path("state").asString()).isEqualTo("REVIEWED");
        assertThat(confirmed.path("amount").asString()).isEqualTo("200000.00");
        assertThat(intake.get(path).json().path("reviewed").asString()).isEqualTo("200000.00");
        assertThat(confirmed.path("account").path("number").asString()).isEqualTo("****3445");
        assertThat(confirmed.toString()).doesNotContain("6222020200112233445");
        assertThat(jdbc.sql("SELECT number_lock FROM confirmed_account")
                        .query((row, n) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .list())
                .noneMatch(stored -> stored.contains("112233445"));
        // neither who opened it nor who confirmed the list approves it, and it can be taken back before it is paid
        Person both = Person.officer(port, "intake", "INTAKE", "APPROVER");
        both.post(path + "/approve", approval()).refused(409, "SAME_PERSON");
        Person.officer(port, "lister", "APPROVER")
                .post(path + "/approve", approval())
                .refused(409, "SAME_PERSON");
        approver.post(path + "/approve", approval()).expect(200);
        JsonNode withdrawn =
                enterprise.post(path + "/withdraw", Map.of()).expect(200).json();
        assertThat(withdrawn.path("money").path("reserved").asString()).isEqualTo("0.00");
        assertThat(auditor.get("/audit/verification?case=" + path.substring(9))
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatStopsBetweenTwoRowsGoesOnWhereItStopped() {
        Neighbours.list("run-half", "A03-06", "CONFIRMED", YEAR, FIRST, SECOND, THIRD);
        Neighbours.policyFailsOn(SECOND, true);
        intake.post("/entitlements", Map.of("run", "run-half")).refused(503, "UPSTREAM_DOWN");
        JsonNode half = intake.get("/entitlements/run-half").expect(200).json();
        assertThat(half.path("opened").asInt()).isEqualTo(1);
        assertThat(half.path("left").asInt()).isEqualTo(2);
        Neighbours.policyFailsOn(SECOND, false);
        pull("run-half");
        assertThat(filingsOf("A03-06")).isEqualTo(3);
    }

    @Test
    void manyWhoPullAtOnceOpenEachOnce() throws Exception {
        Neighbours.list("run-race", "A04-01", "CONFIRMED", YEAR, FIRST, SECOND, THIRD);
        Neighbours.list("run-race-2", "A04-01", "CONFIRMED", YEAR, FIRST, SECOND, THIRD);
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<Person.Answer>> pulls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String run = i % 2 == 0 ? "run-race" : "run-race-2";
                pulls.add(pool.submit(() -> intake.post("/entitlements", Map.of("run", run))));
            }
            for (Future<Person.Answer> each : pulls) {
                each.get().expect(200);
            }
        } finally {
            pool.shutdownNow();
        }
        for (String run : List.of("run-race", "run-race-2")) {
            pull(run);
            assertThat(pull(run).path("left").asInt()).isZero();
        }
        assertThat(filingsOf("A04-01")).isEqualTo(3);
    }

    @Test
    void whoCannotBeOpenedIsSkippedWithTheReason() {
        Neighbours.list("run-first", "A04-02", "CONFIRMED", YEAR, FIRST);
        pull("run-first");
        Neighbours.judge(SECOND, "A04-02", "UNDETERMINED", "{\"low\":\"0.00\",\"high\":\"200000.00\"}", "");
        Neighbours.judge(THIRD, "A04-02", "ELIGIBLE", Neighbours.exactly("100000.00"), "");
        Neighbours.list("run-skips", "A04-02", "CONFIRMED", YEAR, FIRST, SECOND, THIRD);
        pull("run-skips");
        assertThat(pull("run-skips").path("skipped").asInt()).isEqualTo(3);
        JsonNode skipped = intake.send(
                        "GET",
                        "/entitlements/run-skips/enterprises?skipped=true",
                        null,
                        Map.of("Accept-Language", "en"))
                .expect(200)
                .json()
                .path("items");
        assertThat(skipped.findValuesAsString("skipped"))
                .containsExactly("OPEN_FILING", "NOT_PROVEN", "AMOUNT_CHANGED");
        assertThat(skipped.get(0).path("other").asString()).startsWith("LC");
        assertThat(skipped.get(1).path("text").asString()).isEqualTo("The register does not prove it any more");
    }

    @Test
    void onlyConfirmedListsOfTheVersionInForceArePulledAndOnlyByTheIntake() {
        Neighbours.list("run-dry", "A04-03", "DRY_RUN", YEAR, FIRST);
        assertThat(intake.post("/entitlements", Map.of("run", "run-dry"))
                        .refused(409, "ENTITLEMENT_NOT_CONFIRMED")
                        .path("state")
                        .asString())
                .isEqualTo("DRY_RUN");
        intake.post("/entitlements", Map.of("run", "run-none")).refused(404, "NOT_FOUND");
        intake.post("/entitlements", Map.of("run", "../items")).refused(400, "INVALID");
        intake.post("/entitlements", Map.of()).refused(400, "INVALID");
        Neighbours.list("run-next-year", "A04-03", "CONFIRMED", YEAR + 1, FIRST);
        intake.post("/entitlements", Map.of("run", "run-next-year")).refused(400, "INVALID");
        enterprise.post("/entitlements", Map.of("run", "run-dry")).expect(403);
        approver.post("/entitlements", Map.of("run", "run-dry")).expect(403);
        Person.nobody(port).get("/entitlements/run-dry").expect(401);
        assertThat(filingsOf("A04-03")).isZero();
    }

    @Test
    void theEnterpriseDeclinesAndTheIntakeTakesBackWithAReason() {
        Neighbours.list("run-back", "A06-01", "CONFIRMED", YEAR, FIRST, THIRD);
        pull("run-back");
        JsonNode rows = intake.get("/entitlements/run-back/enterprises").json().path("items");
        String declined = "/filings/" + rows.get(0).path("filing").asString();
        assertThat(enterprise
                        .post(declined + "/withdraw", Map.of())
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(pull("run-back").path("opened").asInt())
                .as("declined is settled: not opened again")
                .isEqualTo(2);
        String recalled = "/filings/" + rows.get(1).path("filing").asString();
        enterprise.post(recalled + "/withdraw", Map.of()).refused(404, "NOT_FOUND");
        enterprise.post(recalled + "/recall", Map.of("reason", "x")).expect(403);
        intake.post(recalled + "/recall", Map.of("reason", " ")).refused(400, "INVALID");
        assertThat(texts(intake.get(recalled).json().path("actions"))).containsExactly("recall");
        JsonNode back = intake.post(recalled + "/recall", Map.of("reason", "荣誉认定已撤销"))
                .expect(200)
                .json();
        assertThat(back.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(back.path("history").toString()).contains("荣誉认定已撤销");
        intake.post(recalled + "/recall", Map.of("reason", "x")).refused(409, "ILLEGAL_MOVE");
        // a later list may open it anew: the claim is free again
        Neighbours.list("run-anew", "A06-01", "CONFIRMED", YEAR, THIRD);
        assertThat(pull("run-anew").path("opened").asInt()).isEqualTo(1);
    }

    private JsonNode pull(String run) {
        return intake.post("/entitlements", Map.of("run", run)).expect(200).json();
    }

    private int filingsOf(String item) {
        return auditor.get("/filings?item=" + item)
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }

    private static Map<String, Object> account(String number, String holder) {
        return Map.of("account", Map.of("name", holder, "number", number, "bank", "示例银行聊城分行", "cnaps", "102471000018"));
    }

    private static Map<String, Object> approval() {
        return Map.of("amount", "200000.00", "reason", "同意");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
