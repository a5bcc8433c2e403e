package org.fourplusone.fund.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evaluations, the next budget's proposal and yuan to outcome over HTTP on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutcomeIT {
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("outcome");
    private static final String NAME = "聊城示例新能源客车有限公司";
    private static final Map<String, Object> REPORT = Map.of(
            "year",
            2026,
            "output",
            "1200000.00",
            "revenue",
            "1100000.00",
            "rd",
            "50000.00",
            "jobs",
            42,
            "achieved",
            "新增产能已投产",
            "useOfMoney",
            "购置检测设备");
    private static final Map<String, Object> GOOD = Map.of("GOALS", 17, "USE_OF_MONEY", 18, "OUTPUT", 25, "EFFECT", 25);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditLog audit;

    private Person clerk;
    private Person evaluator;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "fundoutcome");
        CLOCK.register(registry);
        CLOCK.set("2026-11-23");
    }

    @BeforeEach
    void people() {
        CLOCK.set("2026-11-23");
        clerk = Person.clerk(port, "enterprise1", Neighbours.FIRST);
        evaluator = Person.officer(port, "evaluator", "REVIEWER");
    }

    @Test
    void aFinishedFilingIsReportedOnOnceAndScoredOnceByAnotherPerson() {
        String filing = paid(Neighbours.FIRST, Line.TECH_INNOVATION, "100000.00", true);
        String path = "/evaluations/" + filing;
        Person.Answer begun = clerk.get(path).expect(200);
        assertThat(begun.json().path("state").asString()).isEqualTo("AWAITED");
        assertThat(begun.json().path("actions")).extracting(JsonNode::asString).containsExactly("report");
        evaluator.post(path + "/score", score(GOOD)).refused(409, "REPORT_AWAITED");
        assertThat(clerk.post(path + "/submit", Map.of())
                        .refused(400, "INVALID")
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("year", "output", "revenue", "rd", "jobs", "achieved", "useOfMoney");

        put(clerk, path, null, REPORT).refused(428, "IF_MATCH_MISSING");
        assertThat(put(clerk, path, begun.etag(), Map.of("year", 2031, "rd", "-0.01"))
                        .refused(400, "INVALID")
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("year", "rd");
        put(clerk, path, begun.etag(), Map.of("achieved", "写到一半")).expect(200);
        put(clerk, path, begun.etag(), REPORT).refused(412, "STALE_VERSION");
        assertThat(evaluator.get(path).expect(200).json().has("report"))
                .as("a draft is the enterprise's own")
                .isFalse();
        put(clerk, path, clerk.get(path).etag(), REPORT).expect(200);
        String key = UUID.randomUUID().toString();
        clerk.post(path + "/submit", Map.of(), key).expect(200);
        clerk.post(path + "/submit", Map.of(), key).expect(200);
        clerk.post(path + "/submit", Map.of()).refused(409, "REPORT_SUBMITTED");
        put(clerk, path, clerk.get(path).etag(), REPORT).refused(409, "REPORT_SUBMITTED");

        for (String did : List.of("intake", "reviewer", "approver")) {
            Person.officer(port, did, "REVIEWER", "INTAKE")
                    .post(path + "/score", score(GOOD))
                    .refused(409, "SAME_PERSON");
        }
        clerk.post(path + "/score", score(GOOD)).expect(403);
        Person.officer(port, "payer", "PAYER")
                .post(path + "/score", score(GOOD))
                .expect(403);
        assertThat(evaluator
                        .post(path + "/score", score(Map.of("GOALS", 21, "USE_OF_MONEY", -1, "OUTPUT", 30)))
                        .refused(400, "INVALID")
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("points.GOALS", "points.USE_OF_MONEY", "points.EFFECT");
        evaluator
                .post(path + "/score", Map.of("points", Map.of("OTHER", 1), "opinion", "x"))
                .expect(400);
        assertThat(evaluator.get(path).json().path("actions"))
                .extracting(JsonNode::asString)
                .containsExactly("score");
        JsonNode scored =
                evaluator.post(path + "/score", score(GOOD)).expect(200).json();
        assertThat(scored.path("score").asInt()).isEqualTo(85);
        assertThat(scored.path("band").asString()).isEqualTo("GOOD");
        evaluator.post(path + "/score", score(GOOD)).refused(409, "SCORED");

        JsonNode shown = clerk.get(path).expect(200).json();
        assertThat(shown.path("bandName").asString()).isEqualTo("良");
        assertThat(shown.path("opinion").asString()).isEqualTo("达到预期");
        assertThat(shown.has("scoredBy")).isFalse();
        assertThat(evaluator.get(path).json().path("scoredBy").asString()).isEqualTo("evaluator");
        assertThat(audit.verify(filing)).isEmpty();
        assertThat(audit.of(filing))
                .extracting(record -> record.action())
                .contains("SAVE_SELF_REPORT", "SELF_REPORT", "EVALUATE");
        assertThat(evaluator.get("/filings/" + filing + "/timeline").expect(200).body())
                .contains("绩效评价：85 / 100");
    }

    @Test
    void listsFinishedFilingsByBandItemAndYearToWhoeverMaySeeThem() {
        String late = paid(Neighbours.SECOND, Line.OTHER, "1000.00", true);
        String open = paid(Neighbours.SECOND, Line.OTHER, "1000.00", false);
        CLOCK.set("2027-01-15");
        evaluator
                .post(
                        "/evaluations/" + late + "/score",
                        score(Map.of("GOALS", 0, "USE_OF_MONEY", 0, "OUTPUT", 0, "EFFECT", 0)))
                .expect(200);
        evaluator.post("/evaluations/" + open + "/score", score(GOOD)).refused(409, "NOT_FINISHED");
        assertThat(filings(evaluator, "?band=POOR&item=A99-01&year=2026")).containsExactly(late);
        assertThat(filings(evaluator, "?band=POOR&item=A99-02")).isEmpty();
        assertThat(filings(evaluator, "?band=POOR&year=2025")).isEmpty();
        assertThat(filings(evaluator, "?state=AWAITED&size=200")).doesNotContain(late, open);
        assertThat(filings(Person.clerk(port, "enterprise2", Neighbours.SECOND), "?size=200"))
                .containsExactly(late);
        assertThat(filings(Person.clerk(port, "enterprise3", Neighbours.THIRD), "?size=200"))
                .isEmpty();
        clerk.get("/evaluations/" + late).expect(404);
        evaluator.get("/evaluations?band=BEST").expect(400);
        evaluator.get("/evaluations/none").expect(404);
        Person.nobody(port).get("/evaluations").expect(401);
    }

    @Test
    void proposesTheNextBudgetAndPostsNothing() {
        Person auditor = Person.officer(port, "auditor", "AUDITOR");
        JsonNode before = auditor.get("/ledger/verification").expect(200).json();
        JsonNode proposal =
                auditor.get("/budget/proposal?year=2026").expect(200).json();
        assertThat(proposal.path("nextYear").asInt()).isEqualTo(2027);
        assertThat(proposal.path("budgeted").asString()).isEqualTo("60000000.00");
        assertThat(proposal.path("lines")).hasSize(5);
        assertThat(proposal.path("rule").asString()).contains("不会自动入账");
        assertThat(proposal.path("parameters").path("factors")).hasSize(4);
        JsonNode brands = proposal.path("lines").get(Line.BRAND_BUILDING.ordinal());
        assertThat(brands.path("used").asString()).isEqualTo("0.00");
        assertThat(brands.path("proposed").asString()).isEqualTo("3000000.00");
        assertThat(auditor.get("/ledger/verification").json()).isEqualTo(before);
        auditor.get("/budget/proposal?year=1999").expect(404);
        clerk.get("/budget/proposal").expect(403);
        Person.officer(port, "analyst", "ANALYST")
                .get("/budget/proposal?year=2026")
                .expect(200);
        Person.officer(port, "analyst", "ANALYST").get("/budget/years").expect(403);
    }

    @Test
    void aLineIsProposedByTheScoresOfItsOwnFilingsOfThatYear() {
        String scored = paid(Neighbours.SECOND, Line.EXPAND_INVESTMENT, "1000.00", true);
        String elsewhere = paid(Neighbours.SECOND, Line.EXPAND_INVESTMENT, "1000.00", true);
        String earlier = paid(Neighbours.SECOND, Line.EXPAND_INVESTMENT, "1000.00", true);
        String reported = paid(Neighbours.FIRST, Line.EXPAND_INVESTMENT, "1000.00", true);
        jdbc.sql("UPDATE filing SET line = 'OTHER' WHERE id = ?")
                .param(elsewhere)
                .update();
        jdbc.sql("UPDATE filing SET year = 2025 WHERE id = ?").param(earlier).update();
        put(
                        clerk,
                        "/evaluations/" + reported,
                        clerk.get("/evaluations/" + reported).etag(),
                        REPORT)
                .expect(200);
        CLOCK.set("2027-01-15");
        for (String filing : List.of(scored, elsewhere, earlier)) {
            Map<String, Object> points =
                    filing.equals(scored) ? GOOD : Map.of("GOALS", 1, "USE_OF_MONEY", 1, "OUTPUT", 1, "EFFECT", 1);
            evaluator.post("/evaluations/" + filing + "/score", score(points)).expect(200);
        }
        JsonNode line = evaluator
                .get("/budget/proposal?year=2026")
                .expect(200)
                .json()
                .path("lines")
                .get(Line.EXPAND_INVESTMENT.ordinal());
        assertThat(line.path("scored").asInt()).isEqualTo(1);
        assertThat(line.path("average").asDouble()).isEqualTo(85.0);
    }

    @Test
    void setsPaymentsBesideWhatTheEnterprisesDid() {
        Person analyst = Person.officer(port, "analyst", "ANALYST");
        List<String> codes = List.of("91371502MA3EX0101A", "91371502MA3EX0102B", "91371502MA3EX0103C");
        for (int i = 0; i < codes.size(); i++) {
            paid(codes.get(i), Line.RESTRUCTURE_LISTING, "1000.00", true);
            Neighbours.feed(codes.get(i), "STEELPIPE", "S", facts(100 * (i + 1), 150 * (i + 1)));
            Neighbours.feed("UNPAID" + i, "STEELPIPE", "S", facts(1000, 1100));
        }
        Neighbours.industryIsDown(true);
        try {
            JsonNode bare =
                    analyst.get("/outcomes?by=line&year=2026").expect(200).json();
            assertThat(bare.path("missing")).isNotEmpty();
            assertThat(row(bare, "RESTRUCTURE_LISTING").path("paid").asString()).isEqualTo("3000.00");
        } finally {
            Neighbours.industryIsDown(false);
        }
        JsonNode line = known(analyst);
        assertThat(line.path("definition").asString()).contains("不是因果证明");
        JsonNode row = row(line, "RESTRUCTURE_LISTING");
        assertThat(row.path("enterprises").asInt()).isEqualTo(3);
        JsonNode revenue = row.path("measures").get(Measure.REVENUE.ordinal());
        assertThat(revenue.path("paid").path("growth").asString()).isEqualTo("50.0");
        assertThat(revenue.path("similar").path("before").asString()).isEqualTo("3000");
        assertThat(revenue.path("similar").path("growth").asString()).isEqualTo("10.0");
        paid(codes.get(0), Line.RESTRUCTURE_LISTING, "500.00", true);
        JsonNode more = row(analyst.get("/outcomes?by=line&year=2026").json(), "RESTRUCTURE_LISTING");
        assertThat(more.path("paid").asString())
                .as("what was paid since is counted at once")
                .isEqualTo("3500.00");
        assertThat(more.path("enterprises").asInt()).isEqualTo(3);
        assertThat(analyst.get("/outcomes?by=line&year=2025").json().path("rows"))
                .isEmpty();
        JsonNode cluster =
                analyst.get("/outcomes?by=cluster&year=2026").expect(200).json();
        assertThat(row(cluster, "STEELPIPE").path("paid").asString()).isEqualTo("3500.00");
        Person.Answer csv = analyst.send("GET", "/outcomes?by=line", null, Map.of("Accept", "text/csv"));
        assertThat(csv.expect(200).body()).contains("RESTRUCTURE_LISTING,3,3500.00,REVENUE,2025,2027,3,600,900,50.0");

        analyst.get("/outcomes?by=moon").refused(400, "INVALID");
        analyst.get("/outcomes?year=99999999999").expect(400);
        analyst.get("/outcomes?year=1").refused(400, "INVALID");
        clerk.get("/outcomes").expect(403);
    }

    /** The answer once industry-service was read: a failed attempt is not repeated at once. */
    private static JsonNode known(Person analyst) {
        java.time.Instant end = java.time.Instant.now().plusSeconds(15);
        JsonNode answer = analyst.get("/outcomes?by=line&year=2026").expect(200).json();
        while (!answer.has("asOf") && java.time.Instant.now().isBefore(end)) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
            answer = analyst.get("/outcomes?by=line&year=2026").expect(200).json();
        }
        return answer;
    }

    private static JsonNode row(JsonNode outcomes, String group) {
        return outcomes.path("rows")
                .valueStream()
                .filter(row -> row.path("group").asString().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static String facts(int before, int after) {
        return "[{\"key\":\"ent.revenueYear\",\"period\":\"2025\",\"value\":\"%d\"},{\"key\":\"ent.revenueYear\",\"period\":\"2027\",\"value\":\"%d\"}]"
                .formatted(before, after);
    }

    private static Map<String, Object> score(Map<String, ?> points) {
        return Map.of("points", points, "opinion", "达到预期");
    }

    private static Person.Answer put(Person person, String path, String etag, Map<String, Object> report) {
        Map<String, String> headers = etag == null ? Map.of() : Map.of("If-Match", etag);
        return person.send("PUT", path + "/self-report", JsonMapper.shared().writeValueAsBytes(report), headers);
    }

    private static List<String> filings(Person person, String query) {
        return person.get("/evaluations" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("filing").asString())
                .toList();
    }

    /** A filing whose money is paid; closed or still being paid. */
    private String paid(String creditCode, Line line, String amount, boolean closed) {
        String filing = Cases.approved(
                jdbc, transaction, ledger, creditCode, NAME, line, amount, null, "{\"method\":\"ONE_OFF\"}");
        Money money = Money.parse(amount);
        transaction.executeWithoutResult(status -> {
            ledger.commit(line, filing, money, new Cause("CONFIRM", filing, "intake"));
            ledger.putInTransit(line, filing, money, new Cause("BATCH", filing, "payer"));
            ledger.pay(line, filing, money, new Cause("PAID", filing, "releaser"));
            jdbc.sql("UPDATE filing SET state = ?, moved_at = ? WHERE id = ?")
                    .params(closed ? "CLOSED" : "PAYING", java.time.LocalDateTime.parse("2026-11-20T02:00"), filing)
                    .update();
        });
        return filing;
    }
}
