package org.fourplusone.fund.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Revisions and the year end over HTTP on a real database; the years pass from one test to the next. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BudgetIT {
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("budget");

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

    private Person admin;
    private Person approver;
    private Person auditor;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "fundbudget");
        CLOCK.register(registry);
        CLOCK.set("2026-11-20");
    }

    @BeforeEach
    void people() {
        admin = Person.officer(port, "admin", "ADMIN");
        approver = Person.officer(port, "approver", "APPROVER");
        auditor = Person.officer(port, "auditor", "AUDITOR");
    }

    @Test
    @Order(1)
    void aRevisionIsPostedOnceByASecondPerson() {
        JsonNode proposed = propose(2026, "MOVE", "BRAND_BUILDING", "1000000.00", Map.of("toLine", "OTHER"))
                .expect(201)
                .json();
        assertThat(proposed.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(free(2026, "OTHER"))
                .as("nothing moves before the second person")
                .isEqualTo("12000000.00");
        String path = "/budget/revisions/" + proposed.path("id").asString();
        admin.post(path + "/confirm", Map.of()).refused(409, "SAME_PERSON");
        Person.officer(port, "intake", "INTAKE")
                .post(path + "/confirm", Map.of())
                .expect(403);
        String key = UUID.randomUUID().toString();
        JsonNode confirmed =
                approver.post(path + "/confirm", Map.of(), key).expect(200).json();
        assertThat(confirmed.path("state").asString()).isEqualTo("CONFIRMED");
        approver.post(path + "/confirm", Map.of(), key).expect(200);
        approver.post(path + "/confirm", Map.of()).refused(409, "REVISION_DECIDED");
        assertThat(free(2026, "OTHER")).isEqualTo("13000000.00");
        assertThat(free(2026, "BRAND_BUILDING")).isEqualTo("5000000.00");
        assertThat(fund("").path("total").asString()).isEqualTo("60000000.00");
        JsonNode entries = auditor.get("/ledger/entries?line=OTHER&account=AVAILABLE&year=2026")
                .expect(200)
                .json()
                .path("items");
        assertThat(entries.path(0).path("document").asString()).isEqualTo("聊开财预〔2026〕7号");
        assertThat(entries.path(0).path("amount").asString()).isEqualTo("1000000.00");
        assertThat(entries.path(0).path("step").asString()).isEqualTo("REVISE_MOVE");
        assertThat(audit.verify(proposed.path("id").asString())).isEmpty();
        assertBalanced();
    }

    @Test
    @Order(2)
    void takingMoreThanIsFreeSaysWhatIsFree() {
        JsonNode refused =
                propose(2026, "TAKE", "BRAND_BUILDING", "5000000.01", Map.of()).refused(409, "LINE_EXHAUSTED");
        assertThat(refused.path("available").asString()).isEqualTo("5000000.00");
        JsonNode proposed = propose(2026, "TAKE", "BRAND_BUILDING", "5000000.00", Map.of())
                .expect(201)
                .json();
        reserve(2026, "SPENT-BETWEEN", Line.BRAND_BUILDING, "0.01");
        String path = "/budget/revisions/" + proposed.path("id").asString();
        JsonNode late = approver.post(path + "/confirm", Map.of()).refused(409, "LINE_EXHAUSTED");
        assertThat(late.path("available").asString()).isEqualTo("4999999.99");
        assertThat(admin.get(path).expect(200).json().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(free(2026, "BRAND_BUILDING")).isEqualTo("4999999.99");
        admin.post(path + "/discard", Map.of()).refused(400, "INVALID");
        admin.post(path + "/discard", Map.of("reason", "已有批准占用")).expect(200);
        approver.post(path + "/confirm", Map.of()).refused(409, "REVISION_DECIDED");
        assertThat(admin.get("/budget/revisions?state=DISCARDED&year=2026")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertBalanced();
    }

    @Test
    @Order(3)
    void aWrongProposalNamesItsFieldsAndChangesNothing() {
        int before =
                admin.get("/budget/revisions").expect(200).json().path("total").asInt();
        JsonNode wrong = propose(
                        1999,
                        "ADD",
                        "OTHER",
                        "0.00",
                        Map.of("toLine", "OTHER", "paidYear", 2026, "datedOn", "2026-11-21"))
                .refused(400, "INVALID");
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("amount", "toLine", "paidYear", "datedOn", "year");
        propose(2026, "MOVE", "OTHER", "1.00", Map.of()).refused(400, "INVALID");
        propose(2026, "BURN", "OTHER", "1.00", Map.of()).refused(400, "INVALID");
        propose(2026, "ADD", "OTHER", "99999999999999999.00", Map.of()).refused(400, "INVALID");
        propose(2026, "ADD", "OTHER", "1.00", Map.of("document", " ")).refused(400, "INVALID");
        Person.officer(port, "payer", "PAYER")
                .post("/budget/revisions", Map.of())
                .expect(403);
        Person.nobody(port).get("/budget/revisions").expect(401);
        admin.get("/budget/revisions/nothing").refused(404, "NOT_FOUND");
        assertThat(admin.get("/budget/revisions")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(before);
    }

    @Test
    @Order(4)
    void recoveredMoneyStandsBesidePaidUntilARevisionReturnsIt() {
        reserve(2026, "PAID-BACK", Line.RESTRUCTURE_LISTING, "100.00");
        transaction.executeWithoutResult(status -> {
            Money all = Money.ofYuan(100);
            ledger.commit(Line.RESTRUCTURE_LISTING, "PAID-BACK", all, new Cause("T-COMMIT", "back", null));
            ledger.putInTransit(Line.RESTRUCTURE_LISTING, "PAID-BACK", all, new Cause("T-SEND", "back", null));
            ledger.pay(Line.RESTRUCTURE_LISTING, "PAID-BACK", all, new Cause("T-PAY", "back", null));
            ledger.recover(
                    Line.RESTRUCTURE_LISTING, "PAID-BACK", Money.ofYuan(40), new Cause("T-RECOVER", "back", null));
        });
        JsonNode line = line(2026, "RESTRUCTURE_LISTING");
        assertThat(line.path("paid").asString()).isEqualTo("100.00");
        assertThat(line.path("recovered").asString()).isEqualTo("40.00");
        JsonNode tooMuch = propose(2026, "RETURN", "RESTRUCTURE_LISTING", "40.01", Map.of())
                .expect(201)
                .json();
        JsonNode refused = approver.post(
                        "/budget/revisions/" + tooMuch.path("id").asString() + "/confirm", Map.of())
                .refused(409, "RECOVERED_LESS");
        assertThat(refused.path("available").asString()).isEqualTo("40.00");
        confirmed(propose(2026, "RETURN", "RESTRUCTURE_LISTING", "40.00", Map.of()));
        line = line(2026, "RESTRUCTURE_LISTING");
        assertThat(line.path("paid").asString()).as("stays gross").isEqualTo("100.00");
        assertThat(line.path("recovered").asString()).isEqualTo("0.00");
        assertThat(line.path("available").asString()).isEqualTo("5999940.00");
        assertThat(line.path("appropriated").asString()).isEqualTo("6000040.00");
        assertBalanced();
    }

    @Test
    @Order(5)
    void theYearEndCarriesOverWhatItShowed() {
        String filing = Cases.approved(
                jdbc,
                transaction,
                ledger,
                Neighbours.FIRST,
                "聊城示例新能源客车有限公司",
                Line.TECH_INNOVATION,
                "500000.00",
                null,
                "{}");
        Person.Answer early = admin.get("/budget/years/2026/closing").expect(200);
        assertThat(early.json().path("surplus").asString()).isEqualTo("0.00");
        close(2026, early.etag()).refused(409, "YEAR_NOT_OVER");
        CLOCK.set("2027-01-04");
        assertThat(fund("").path("year").asInt()).as("until 2027 has a budget").isEqualTo(2026);
        close(2026, null).refused(428, "IF_MATCH_MISSING");
        reserve(2026, "MEANWHILE", Line.OTHER, "10.00");
        close(2026, early.etag()).refused(412, "STALE_VERSION");
        assertThat(line(2026, "TECH_INNOVATION").path("reserved").asString()).isEqualTo("500000.00");
        Person.Answer shown = admin.get("/budget/years/2026/closing").expect(200);
        JsonNode done = close(2026, shown.etag()).expect(200).json();
        assertThat(done.path("lines")).isEqualTo(shown.json().path("lines"));
        assertThat(done.path("total").asString()).isEqualTo("59999940.00");
        close(2026, shown.etag()).refused(409, "YEAR_CLOSED");
        admin.get("/budget/years/2099/closing").refused(404, "NOT_FOUND");
        JsonNode next = line(2027, "TECH_INNOVATION");
        assertThat(next.path("reserved").asString()).isEqualTo("500000.00");
        assertThat(next.path("carriedIn").asString()).isEqualTo("16000000.00");
        assertThat(fund("").path("year").asInt()).isEqualTo(2027);
        assertThat(fund("?year=2026").path("total").asString())
                .as("what was paid")
                .isEqualTo("100.00");
        assertThat(fund("").path("years")).hasSize(2);
        transaction.executeWithoutResult(status -> ledger.commit(
                Line.TECH_INNOVATION, filing, Money.ofYuan(500_000), new Cause("T-COMMIT", "next", null)));
        assertThat(line(2027, "TECH_INNOVATION").path("committed").asString()).isEqualTo("500000.00");
        assertThat(bookedOn("CARRY_OUT")).containsOnly("2026-12-31");
        assertThat(bookedOn("CARRY_IN")).containsOnly("2027-01-01");
        JsonNode ofFiling =
                auditor.get("/ledger/entries?filing=" + filing).expect(200).json();
        assertThat(ofFiling.path("total").asInt())
                .as("approval, carried out and in, commitment")
                .isEqualTo(6);
        assertBalanced();
    }

    @Test
    @Order(6)
    void aClosedYearTakesNothingAndItsFilingsDrawOnTheNext() {
        propose(2026, "ADD", "OTHER", "1.00", Map.of()).refused(409, "YEAR_CLOSED");
        reserve(2026, "LATE", Line.OTHER, "20.00");
        assertThat(line(2027, "OTHER").path("reserved").asString()).isEqualTo("30.00");
        transaction.executeWithoutResult(status -> ledger.takeBack(
                Line.RESTRUCTURE_LISTING, "PAID-BACK", Money.ofYuan(60), new Cause("T-RETURNED", "back", null)));
        assertThat(line(2026, "RESTRUCTURE_LISTING").path("paid").asString()).isEqualTo("40.00");
        assertThat(line(2027, "RESTRUCTURE_LISTING").path("committed").asString())
                .as("a late return of a closed year is to be paid again out of the open one")
                .isEqualTo("60.00");
        assertBalanced();
    }

    @Test
    @Order(7)
    void whatIsUnusedForTwoYearsBecomesSurplus() {
        confirmed(propose(2027, "ADD", "BRAND_BUILDING", "300.00", Map.of()));
        CLOCK.set("2028-01-03");
        confirmed(propose(2028, "ADD", "OTHER", "5.00", Map.of()));
        Person.Answer shown = admin.get("/budget/years/2027/closing").expect(200);
        close(2028, shown.etag()).refused(409, "YEAR_NOT_OVER");
        JsonNode done = close(2027, shown.etag()).expect(200).json();
        for (JsonNode line : done.path("lines")) {
            boolean brands = line.path("line").asString().equals("BRAND_BUILDING");
            assertThat(line.path("free").asString()).isEqualTo(brands ? "300.00" : "0.00");
        }
        JsonNode brands = line(2027, "BRAND_BUILDING");
        assertThat(brands.path("surplus").asString()).isEqualTo("4999999.99");
        assertThat(brands.path("carriedOut").asString())
                .as("this year's own and what a filing holds")
                .isEqualTo("300.01");
        assertThat(line(2028, "TECH_INNOVATION").path("committed").asString())
                .as("what a filing holds stays its own")
                .isEqualTo("500000.00");
        JsonNode years = auditor.get("/budget/years").expect(200).json();
        assertThat(years).hasSize(3);
        assertThat(years.path(1).path("surplus").asString())
                .isEqualTo(done.path("surplus").asString());
        assertThat(auditor.get("/ledger/balances?year=2026&at=2026-11-25T00:00:00Z")
                        .expect(200)
                        .body())
                .contains("5000000.00")
                .doesNotContain("59999940.00");
        assertBalanced();
    }

    private Person.Answer propose(int year, String kind, String line, String amount, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "year", year,
                "kind", kind,
                "line", line,
                "amount", amount,
                "document", "聊开财预〔2026〕7号",
                "datedOn", "2026-11-19",
                "reason", "年中调整"));
        body.putAll(more);
        return admin.post("/budget/revisions", body);
    }

    private void confirmed(Person.Answer proposed) {
        String id = proposed.expect(201).json().path("id").asString();
        approver.post("/budget/revisions/" + id + "/confirm", Map.of()).expect(200);
    }

    private Person.Answer close(int year, String etag) {
        Map<String, String> headers =
                new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        return admin.send("POST", "/budget/years/" + year + "/close", "{}".getBytes(StandardCharsets.UTF_8), headers);
    }

    private void reserve(int policyYear, String filing, Line line, String amount) {
        transaction.executeWithoutResult(status ->
                ledger.reserve(policyYear, line, filing, Money.parse(amount), new Cause("T-RESERVE", filing, null)));
    }

    private JsonNode fund(String query) {
        return Person.nobody(port).get("/fund" + query).expect(200).json();
    }

    private JsonNode line(int year, String line) {
        for (JsonNode each : fund("?year=" + year).path("lines")) {
            if (each.path("line").asString().equals(line)) {
                return each;
            }
        }
        throw new AssertionError(line);
    }

    private String free(int year, String line) {
        return line(year, line).path("available").asString();
    }

    private java.util.List<String> bookedOn(String step) {
        return jdbc.sql("SELECT DISTINCT booked_on FROM posting WHERE step = :step")
                .param("step", step)
                .query(String.class)
                .list();
    }

    private void assertBalanced() {
        JsonNode proof = auditor.get("/ledger/verification").expect(200).json();
        assertThat(proof.path("differences")).isEmpty();
        assertThat(proof.path("balanced").asBoolean()).isTrue();
        assertThat(proof.path("sum").asString()).isEqualTo("0.00");
    }
}
