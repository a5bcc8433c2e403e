package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIFTH;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.FOURTH;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.GateBeforePayment;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Calls as the intake makes them, and what they say of the filings under them, over HTTP on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CallIT {
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("call");
    private static final Clamd CLAMD = new Clamd();
    private static final byte[] PDF = "%PDF-1.4\nexample".getBytes(StandardCharsets.US_ASCII);
    private static final String FORM = """
            ,"documents":[{"code":"E02","name":{"zh":"营业执照","en":"Licence"},"required":true},
             {"code":"E10","name":{"zh":"备案文件","en":"Filing"},"required":false}],
             "form":{"questions":["ent.revenueYear"],"claimLines":[{"kind":"INVOICE","fact":"ent.capital","measure":"NET_AMOUNT"}]}""";

    @LocalServerPort
    int port;

    @Autowired
    GateBeforePayment gate;

    @Autowired
    Filings filings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("lapses")
    Object lapses;

    private Person wang;
    private Person intake;
    private Person reviewer;
    private Person approver;
    private Person auditor;
    private Person visitor;

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

    @Test
    void theIntakeOpensACallWithItsTermsAndEverybodyReadsIt() {
        offer("A07-01");
        Map<String, Object> asked = opening("A07-01", "2026-03-10", "2026-03-31");
        asked.put("allocation", "POOLED");
        asked.put("noticeOrder", "BEFORE_APPROVAL");
        asked.put("jointReview", List.of("ENVIRONMENT", "TAX", "TAX"));
        asked.put("department", Map.of("zh", "科学技术局"));
        asked.put("instalmentNote", Map.of("zh", "分两期拨付", "en", "Paid in two instalments"));
        JsonNode call = intake.post("/calls", asked).expect(201).json();
        String path = "/calls/" + call.path("id").asString();
        JsonNode seen = visitor.get(path).expect(200).json();
        assertThat(seen.path("allocation").asString()).isEqualTo("POOLED");
        assertThat(seen.path("noticeOrder").asString()).isEqualTo("BEFORE_APPROVAL");
        assertThat(seen.path("jointReview").findValuesAsString("office")).containsExactly("TAX", "ENVIRONMENT");
        assertThat(seen.path("department").asString()).isEqualTo("科学技术局");
        assertThat(seen.path("itemVersion").asInt()).isEqualTo(1);
        assertThat(seen.path("open").asBoolean()).as("not before its first day").isFalse();
        assertThat(seen.path("state").asString()).isEqualTo("COMING");
        assertThat(open()).doesNotContain("A07-01");
        wang.post("/filings", Map.of("itemCode", "A07-01", "creditCode", FIRST)).refused(409, "WINDOW_CLOSED");
        CLOCK.set("2026-03-10");
        assertThat(open()).contains("A07-01");
        JsonNode filing = wang.post("/filings", Map.of("itemCode", "A07-01", "creditCode", FIRST))
                .expect(201)
                .json();
        assertThat(filing.path("department").asString()).as("the call's own").isEqualTo("科学技术局");
        CLOCK.set("2026-03-31");
        assertThat(open()).as("both days count").contains("A07-01");
        CLOCK.set("2026-04-01");
        assertThat(open()).doesNotContain("A07-01");
        assertThat(visitor.get(path).json().path("state").asString()).isEqualTo("OVER");
    }

    @Test
    void onceOpenOnlyWhatHarmsNobodyChanges() {
        offer("A07-02");
        Person.Answer opened = intake.post("/calls", opening("A07-02", "2026-03-10", "2026-03-31"))
                .expect(201);
        String path = "/calls/" + opened.json().path("id").asString();
        Map<String, Object> pooled = Map.of("allocation", "POOLED");
        intake.send("PATCH", path, "{}".getBytes(StandardCharsets.UTF_8), Map.of())
                .refused(428, "IF_MATCH_MISSING");
        wang.patch(path, opened.etag(), pooled).expect(403);
        Person.Answer changed = intake.patch(path, opened.etag(), pooled).expect(200);
        assertThat(changed.json().path("allocation").asString()).isEqualTo("POOLED");
        intake.patch(path, opened.etag(), pooled).refused(412, "STALE_VERSION");
        CLOCK.set("2026-03-10");
        JsonNode fixed = intake.patch(
                        path, changed.etag(), Map.of("allocation", "FIRST_COME", "closesOn", "2026-03-20"))
                .refused(409, "CALL_OPEN");
        assertThat(texts(fixed.path("fixed"))).containsExactly("closesOn", "allocation");
        assertThat(texts(fixed.path("changeable"))).contains("closesOn", "instalmentNote");
        Person.Answer later = intake.patch(path, changed.etag(), Map.of("closesOn", "2026-04-30"))
                .expect(200);
        assertThat(later.json().path("closesOn").asString()).isEqualTo("2026-04-30");
        intake.post("/calls", opening("A07-02", "2026-04-30", "2026-05-31")).refused(409, "CALL_OVERLAPS");
        assertThat(intake.post(path + "/close", Map.of())
                        .expect(200)
                        .json()
                        .path("open")
                        .asBoolean())
                .isFalse();
        intake.patch(path, "*", Map.of("closesOn", "2026-06-30")).refused(409, "CALL_CLOSED");
        intake.post("/calls", opening("A07-02", "2026-04-30", "2026-05-31")).expect(201);
    }

    @Test
    void aCallThatMakesNoSenseIsRefusedInWords() {
        offer("A07-03");
        intake.post("/calls", opening("A07-03", "2026-03-10", "2026-03-09")).refused(400, "INVALID");
        intake.post("/calls", opening("A07-99", "2026-03-10", "2026-03-31")).refused(404, "NOT_FOUND");
        Map<String, Object> asked = opening("A07-03", "2026-03-10", "2026-03-31");
        asked.put("jointReview", List.of("POLICE"));
        intake.post("/calls", asked).refused(400, "INVALID");
        asked.put("jointReview", List.of());
        asked.put("department", Map.of("en", "no Chinese"));
        intake.post("/calls", asked).refused(400, "INVALID");
        visitor.post("/calls", asked).expect(401);
        visitor.get("/calls/none").refused(404, "NOT_FOUND");
        visitor.get("/calls?size=1000").expect(400);
    }

    @Test
    void whereTheNoticeComesFirstTheAwardIsApprovedAfterIt() {
        String path = submittedWhereTheNoticeComesFirst("A07-04");
        String id = path.substring("/filings/".length());
        intake.post(path + "/accept", Map.of()).expect(200);
        intake.post("/notices", Map.of("filings", List.of(id))).refused(409, "ILLEGAL_MOVE");
        reviewer.post(path + "/review", supported()).expect(200);
        approver.post(path + "/approve", approval()).refused(409, "ILLEGAL_MOVE");
        assertThat(texts(intake.get(path).json().path("actions"))).containsExactly("publish");
        assertThat(ids(intake.get("/queue?size=200"))).contains(id);
        assertThat(ids(approver.get("/queue?size=200")))
                .as("only to be rejected")
                .contains(id);
        JsonNode notice = intake.post("/notices", Map.of("filings", List.of(id)))
                .expect(201)
                .json();
        String noticePath = "/notices/" + notice.path("id").asString();
        assertThat(visitor.get(noticePath).expect(200).body()).contains("200000.00");
        CLOCK.set("2026-03-20");
        intake.post(noticePath + "/close", Map.of()).expect(200);
        JsonNode noticed = auditor.get(path).json();
        assertThat(noticed.path("state").asString()).isEqualTo("NOTICED");
        assertThat(noticed.path("money").path("reserved").asString()).isEqualTo("0.00");
        reviewer.post(path + "/approve", approval()).expect(403);
        JsonNode approved =
                approver.post(path + "/approve", approval()).expect(200).json();
        assertThat(approved.path("state").asString())
                .as("the notice has passed")
                .isEqualTo("CONFIRMED");
        assertThat(approved.path("money").path("committed").asString()).isEqualTo("200000.00");
        assertThat(auditor.get("/ledger/verification").json().path("balanced").asBoolean())
                .isTrue();
        assertThat(auditor.get("/audit/verification?case=" + id)
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsNotRecommendedDoesNotGoOnNotice() {
        String path = submittedWhereTheNoticeComesFirst("A07-05");
        String id = path.substring("/filings/".length());
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", Map.of("opinion", "不符", "recommend", false))
                .expect(200);
        intake.post("/notices", Map.of("filings", List.of(id))).refused(409, "NOT_RECOMMENDED");
        approver.post(path + "/reject", Map.of("reasons", List.of(Map.of("clause", "Art. 1", "text", "不符合条件"))))
                .expect(200);
        assertThat(auditor.get(path).json().path("state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void anObjectionThatHoldsEndsAFilingForWhichNothingIsReserved() {
        String path = submittedWhereTheNoticeComesFirst("A07-14");
        String id = path.substring("/filings/".length());
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", supported()).expect(200);
        String notice = "/notices/"
                + intake.post("/notices", Map.of("filings", List.of(id)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        Map<String, Object> objecting =
                Map.of("filing", id, "name", "王示例", "contact", "13800000000", "text", "该设备早于政策期购置，请核实。");
        String objection = "/objections/"
                + visitor.post(notice + "/objections", objecting)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        intake.post(objection + "/screen", Map.of("admit", true, "contactChecked", true, "reason", "情况需核实"))
                .expect(200);
        intake.post(objection + "/answer", Map.of("text", "异议成立", "upheld", true))
                .expect(200);
        assertThat(auditor.get(path).json().path("state").asString()).isEqualTo("REJECTED");
        assertThat(auditor.get("/ledger/verification").json().path("balanced").asBoolean())
                .isTrue();
    }

    @Test
    void correctionIsAskedOnceAndSaysExactlyWhatAndTheClockWaits() {
        offer("A07-06");
        Neighbours.judge(FIRST, "A07-06", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        intake.post("/calls", opening("A07-06", "2026-03-01", "2026-12-31")).expect(201);
        wang.get(draft("A07-06") + "/receipt").refused(409, "NOT_SUBMITTED");
        String path = submitted("A07-06");
        JsonNode receipt = wang.get(path + "/receipt").expect(200).json();
        assertThat(receipt.path("number").asString())
                .isEqualTo(receipt.path("filing").asString() + "-1");
        assertThat(receipt.path("submittedOn").asString()).isEqualTo("2026-03-02");
        assertThat(receipt.path("dueOn").asString()).isEqualTo("2026-03-09");
        assertThat(receipt.path("documents").get(0).path("sha256").asString()).hasSize(64);

        CLOCK.set("2026-03-05");
        JsonNode wrong = intake.post(
                        path + "/return",
                        Map.of(
                                "points",
                                List.of(Map.of("text", "x", "document", "E77"), Map.of("text", "y", "line", "L9"))))
                .refused(400, "INVALID");
        assertThat(wrong.path("errors").findValuesAsString("field"))
                .containsExactly("points[0].document", "points[1].line");
        intake.post(
                        path + "/return",
                        Map.of(
                                "points",
                                List.of(
                                        Map.of("text", "备案文件未盖章", "document", "E10", "clause", "示例第二条"),
                                        Map.of("text", "发票号不清", "line", "L1"))))
                .expect(200);
        JsonNode returned = wang.get(path).json();
        assertThat(returned.path("dueOn").asString()).as("ten working days").isEqualTo("2026-03-19");
        assertThat(returned.path("decisions").get(0).path("body").path("points").findValuesAsString("document"))
                .containsExactly("E10");
        CLOCK.set("2026-03-18");
        wang.put(path + "/evidence/E10.pdf", PDF).expect(200);
        JsonNode again = wang.post(path + "/submit", Map.of()).expect(200).json();
        assertThat(again.path("dueOn").asString())
                .as("two of five days were left")
                .isEqualTo("2026-03-20");
        assertThat(wang.get(path + "/receipt").json().path("number").asString()).endsWith("-2");
        JsonNode refused = intake.post(
                        path + "/return",
                        Map.of("points", List.of(Map.of("text", "盖章不清", "document", "E10"), "还缺营业执照副本")))
                .refused(409, "RETURN_TWICE");
        assertThat(texts(refused.path("points"))).as("what was there before").containsExactly("还缺营业执照副本");
        intake.post(path + "/return", Map.of("points", List.of(Map.of("text", "盖章不清", "document", "E10"))))
                .expect(200);
        wang.post(path + "/submit", Map.of()).expect(200);
        intake.post(path + "/return", Map.of("points", List.of("还缺营业执照副本"), "reason", "复核时发现营业执照已变更"))
                .expect(200);
        JsonNode steps = wang.get(path).json().path("steps");
        assertThat(steps.findValuesAsString("step"))
                .containsExactly("SUBMITTED", "CORRECTION", "SUBMITTED", "CORRECTION", "SUBMITTED", "CORRECTION");
        assertThat(steps.get(0).path("workingDays").asInt()).isEqualTo(3);
        assertThat(steps.get(0).path("limit").asInt()).isEqualTo(5);
        assertThat(steps.get(1).path("paused").asBoolean()).isTrue();
        assertThat(steps.get(2).path("limit").asInt()).isEqualTo(2);
        assertThat(wang.get(path).json().path("workingDays").asInt())
                .as("the offices' days only")
                .isEqualTo(3);
    }

    @Test
    void aDraftSavesIncompleteAndIsAskedForTheRestWhenItIsSubmitted() {
        offer("A07-07");
        Neighbours.judge(FIRST, "A07-07", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        intake.post("/calls", opening("A07-07", "2026-03-01", "2026-12-31")).expect(201);
        JsonNode begun = wang.post(
                        "/filings",
                        Map.of(
                                "itemCode",
                                "A07-07",
                                "creditCode",
                                FIRST,
                                "claimLines",
                                List.of(Map.of("kind", "INVOICE"), Map.of("kind", "INVOICE", "reference", "INV-7"))))
                .expect(201)
                .json();
        String path = "/filings/" + begun.path("id").asString();
        assertThat(begun.path("claimLines").get(1).path("reference").asString()).isEqualTo("INV-7");
        wang.put(path + "/evidence/E02.pdf", PDF).expect(200);
        JsonNode lacking = wang.post(path + "/submit", Map.of()).refused(400, "INVALID");
        assertThat(lacking.path("errors").findValuesAsString("field"))
                .containsExactly("claimLines[0].reference", "claimLines[0].netAmount", "claimLines[1].netAmount");
        Map<String, Object> whole = Map.of("kind", "INVOICE", "reference", "INV-7", "netAmount", "4000000.00");
        wang.patch(path, wang.get(path).etag(), Map.of("claimLines", List.of(whole)))
                .expect(200);
        wang.post(path + "/submit", Map.of()).expect(200);
    }

    @Test
    void whatCannotBeShownToBeCleanIsNotTaken() {
        offer("A07-08");
        intake.post("/calls", opening("A07-08", "2026-03-01", "2026-12-31")).expect(201);
        String path = draft("A07-08");
        byte[] infected = ("%PDF-1.4 " + Clamd.EICAR).getBytes(StandardCharsets.US_ASCII);
        assertThat(wang.put(path + "/evidence/E10.pdf", infected)
                        .refused(422, "EVIDENCE_INFECTED")
                        .path("found")
                        .asString())
                .isEqualTo("Eicar-Test-Signature");
        CLAMD.is(Clamd.Mood.DROPS);
        try {
            Person.Answer unreached = wang.put(path + "/evidence/E10.pdf", PDF);
            unreached.refused(503, "SCANNER_UNREACHABLE");
            assertThat(unreached.response().headers().firstValue("Retry-After")).contains("5");
        } finally {
            CLAMD.is(Clamd.Mood.WELL);
        }
        wang.get(path + "/evidence/E10.pdf").refused(404, "NOT_FOUND");
        wang.put(path + "/evidence/E10.pdf", PDF).expect(200);
        String other = draft("A07-08");
        assertThat(wang.put(other + "/evidence/E02.pdf", PDF)
                        .expect(200)
                        .json()
                        .path("seenBefore")
                        .asBoolean())
                .as("flagged, not refused")
                .isTrue();
        JsonNode seen = intake.get(other).json();
        assertThat(seen.path("duplicates").path("E02.pdf").toString())
                .contains(intake.get(path).json().path("number").asString());
        assertThat(wang.get(other).json().has("duplicates"))
                .as("other filings are not the enterprise's business")
                .isFalse();
        assertThat(seen.path("form").path("questions").get(0).asString()).isEqualTo("ent.revenueYear");
    }

    @Test
    void theRepresentativeSaysWhoActsForTheEnterpriseAndOnWhichDays() {
        offer("A07-09");
        Neighbours.judge(SECOND, "A07-09", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        intake.post("/calls", opening("A07-09", "2026-03-01", "2026-12-31")).expect(201);
        Person li = Person.clerk(port, "li", SECOND);
        Person boss = Person.clerk(port, "boss", SECOND);
        Person security = Person.officer(port, "security", "SECURITY_ADMIN");
        Map<String, Object> begin = Map.of("itemCode", "A07-09", "creditCode", SECOND);
        String path = "/filings/"
                + li.post("/filings", begin).expect(201).json().path("id").asString();
        Map<String, Object> clerk = mandate("li", "CLERK", "2026-03-09", "2026-03-31");
        boss.post("/mandates", clerk).refused(403, "NOT_REPRESENTATIVE");
        boss.post("/mandates", mandate("boss", "LEGAL_REPRESENTATIVE", "2026-03-02", null))
                .refused(403, "NOT_REPRESENTATIVE");
        security.post("/mandates", mandate("boss", "LEGAL_REPRESENTATIVE", "2026-03-02", null))
                .expect(201);
        // from now on whom the administrator assigned needs a mandate too
        li.post("/filings", begin).refused(403, "NO_MANDATE");
        li.post(path + "/withdraw", Map.of()).refused(403, "NO_MANDATE");
        li.put(path + "/evidence/E02.pdf", PDF).refused(403, "NO_MANDATE");
        assertThat(li.get(path).expect(200).json().path("actions"))
                .as("shown, not moved")
                .isEmpty();
        assertThat(texts(boss.get(path).json().path("actions"))).contains("submit", "withdraw");
        JsonNode given = boss.post("/mandates", clerk).expect(201).json();
        assertThat(given.path("inForce").asBoolean())
                .as("not before its first day")
                .isFalse();
        boss.post("/mandates", clerk).refused(409, "MANDATE_EXISTS");
        li.post(path + "/withdraw", Map.of()).refused(403, "NO_MANDATE");
        CLOCK.set("2026-03-09");
        li.post("/filings", begin).expect(201);
        CLOCK.set("2026-04-01");
        li.post("/filings", begin).refused(403, "NO_MANDATE");
        CLOCK.set("2026-03-31");
        li.post("/mandates", mandate("zhou", "CLERK", "2026-03-31", null)).refused(403, "NOT_REPRESENTATIVE");
        wang.post("/mandates", clerk).refused(404, "NOT_FOUND");
        wang.get("/mandates?creditCode=" + SECOND).refused(404, "NOT_FOUND");
        String end = "/mandates/" + given.path("id").asString() + "/end";
        wang.post(end, Map.of()).refused(404, "NOT_FOUND");
        boss.post(end, Map.of()).expect(200);
        li.post(path + "/withdraw", Map.of()).refused(403, "NO_MANDATE");
        assertThat(boss.get("/mandates?creditCode=" + SECOND)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("username"))
                .containsExactly("boss", "li");
        boss.post("/mandates", mandate("li", "CLERK", "2026-03-31", "2026-03-30"))
                .refused(400, "INVALID");
        JsonNode sample = security.get("/mandates?creditCode=SAMPLE-CODE")
                .expect(200)
                .json()
                .path("items");
        assertThat(sample.findValuesAsString("username")).containsExactly("qian", "sun");
        assertThat(sample.findValuesAsString("role")).containsExactly("LEGAL_REPRESENTATIVE", "CLERK");
        Map<String, Object> nothing = mandate("li", "CLERK", "2026-03-31", null);
        nothing.put("may", List.of());
        boss.post("/mandates", nothing).refused(400, "INVALID");
    }

    @Test
    void nothingPassesTheGateUncheckedAndWhatCannotBeAskedWaits() {
        offer("A07-10");
        intake.post("/calls", opening("A07-10", "2026-03-01", "2026-12-31")).expect(201);
        Person zhao = Person.clerk(port, "zhao", THIRD);
        String path = draftOf("A07-10", THIRD, zhao);
        zhao.put(path + "/evidence/E02.pdf", PDF).expect(200);
        zhao.post(path + "/submit", Map.of()).refused(409, "ITEM_NOT_IN_FORCE");
        Neighbours.judge(THIRD, "A07-10", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        Neighbours.facts(THIRD, Cases.cleanFacts("").replace("\"0\"", "\"1\""));
        JsonNode excluded = zhao.post(path + "/submit", Map.of()).refused(409, "EXCLUDED");
        assertThat(texts(excluded.path("reasons"))).containsExactly("safety.majorAccidentsLast12m");
        Neighbours.facts(THIRD, Cases.cleanFacts(",{\"key\":\"fund.openRecoveryOrder\",\"value\":true}"));
        zhao.post(path + "/submit", Map.of()).refused(409, "EXCLUDED");
        Neighbours.facts(THIRD, Cases.cleanFacts(""));
        Neighbours.industryIsDown(true);
        try {
            waits(zhao.post(path + "/submit", Map.of()), "industry-service");
        } finally {
            Neighbours.industryIsDown(false);
        }
        Neighbours.policyIsDown(true);
        try {
            waits(zhao.post(path + "/submit", Map.of()), "policy-service");
        } finally {
            Neighbours.policyIsDown(false);
        }
        JsonNode draft = zhao.get(path).json();
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.has("trace")).as("nothing was frozen").isFalse();
        assertThat(draft.path("waitingFor").path("service").asString()).isEqualTo("policy-service");
        JsonNode submitted = zhao.post(path + "/submit", Map.of()).expect(200).json();
        assertThat(submitted.path("trace").path("version").asInt()).isEqualTo(3);
        assertThat(submitted.path("waitingFor").path("service").asString("")).isEmpty();
    }

    @Test
    void whatWasHandedInOnTheLastDayAndWaitsLosesNoDeadline() {
        offer("A07-15");
        Neighbours.judge(FIRST, "A07-15", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        intake.post("/calls", opening("A07-15", "2026-03-01", "2026-03-10")).expect(201);
        String corrected = submitted("A07-15");
        intake.post(corrected + "/return", Map.of("points", List.of("请补盖章"))).expect(200);
        Neighbours.judge(SECOND, "A07-15", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        Neighbours.judge(THIRD, "A07-15", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        Person li = Person.clerk(port, "clerk-2", SECOND);
        Person zhao = Person.clerk(port, "clerk-3", THIRD);
        String waiting = draftOf("A07-15", SECOND, li);
        li.put(waiting + "/evidence/E02.pdf", PDF).expect(200);
        String changed = draftOf("A07-15", THIRD, zhao);
        zhao.put(changed + "/evidence/E02.pdf", PDF).expect(200);
        String late = draftOf("A07-15", THIRD, zhao);
        zhao.put(late + "/evidence/E02.pdf", PDF).expect(200);
        String dueOn = wang.get(corrected).json().path("dueOn").asString();
        Neighbours.policyIsDown(true);
        try {
            CLOCK.set("2026-03-10");
            waits(li.post(waiting + "/submit", Map.of()), "policy-service");
            waits(zhao.post(changed + "/submit", Map.of()), "policy-service");
            zhao.put(changed + "/evidence/E10.pdf", PDF).expect(200);
            assertThat(zhao.get(changed).json().path("waitingFor").path("since").asString(""))
                    .as("changed, to be handed in anew")
                    .isEmpty();
            CLOCK.set(dueOn);
            waits(wang.post(corrected + "/submit", Map.of()), "policy-service");
            CLOCK.set("2026-04-10");
            Neighbours.industryIsDown(true);
            waits(li.post(waiting + "/submit", Map.of()), "industry-service");
            Neighbours.industryIsDown(false);
            waits(li.post(waiting + "/submit", Map.of()), "policy-service");
            assertThat(li.get(waiting).json().path("waitingFor").path("since").asString())
                    .as("since it was first asked, whoever was asked")
                    .startsWith("2026-03-10");
            zhao.post(late + "/submit", Map.of()).refused(409, "WINDOW_CLOSED");
            zhao.post(changed + "/submit", Map.of()).refused(409, "WINDOW_CLOSED");
            ReflectionTestUtils.invokeMethod(lapses, "lapse");
        } finally {
            Neighbours.industryIsDown(false);
            Neighbours.policyIsDown(false);
        }
        assertThat(stateOf(late)).isEqualTo("LAPSED");
        assertThat(stateOf(changed)).isEqualTo("LAPSED");
        assertThat(stateOf(waiting)).isEqualTo("DRAFT");
        assertThat(stateOf(corrected)).isEqualTo("CORRECTION");
        li.patch(waiting, li.get(waiting).etag(), Map.of("claimLines", List.of()))
                .refused(409, "HANDED_IN");
        li.put(waiting + "/evidence/E10.pdf", PDF).refused(409, "HANDED_IN");
        wang.put(corrected + "/evidence/E10.pdf", PDF).refused(409, "HANDED_IN");
        assertThat(li.post(waiting + "/submit", Map.of())
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        wang.post(corrected + "/submit", Map.of()).expect(200);
    }

    private String stateOf(String path) {
        return auditor.get(path).expect(200).json().path("state").asString();
    }

    private static void waits(Person.Answer answer, String service) {
        assertThat(answer.refused(503, "UPSTREAM_DOWN").path("service").asString())
                .isEqualTo(service);
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void aTopUpPaysTheDifferenceEvenToWhatTheRegisterDoesNotKnowYet() {
        String group =
                ",\"stacking\":{\"rule\":\"TOP_UP_DIFFERENCE\",\"group\":\"G-TOPUP\",\"key\":\"%s\",\"keys\":[\"%s\"]}";
        for (String item : List.of("A07-11", "A07-12")) {
            offer(item);
            intake.post("/calls", opening(item, "2026-03-01", "2026-12-31")).expect(201);
        }
        judgeTopUp("A07-11", Neighbours.exactly("300000.00"), group.formatted("R-1", "R-1"));
        String first = submitted("A07-11");
        intake.post(first + "/accept", Map.of()).expect(200);
        reviewer.post(first + "/review", supported()).expect(200);
        signed(first);

        judgeTopUp("A07-12", Neighbours.exactly("300000.00"), group.formatted("R-2", "R-2"));
        String second = draft("A07-12");
        wang.put(second + "/evidence/E02.pdf", PDF).expect(200);
        JsonNode submitted = wang.post(second + "/submit", Map.of()).expect(200).json();
        assertThat(submitted.path("amount").asString()).isEqualTo("100000.00");
        assertThat(submitted.path("trace").path("estimate").path("deducted").asString())
                .as("frozen as it was reduced")
                .isEqualTo("200000.00");
        wang.post(second + "/withdraw", Map.of()).expect(200);

        // once the register knows the award, policy-service deducts it and nothing is deducted twice
        judgeTopUp("A07-12", "{\"amount\":\"100000.00\",\"deducted\":\"200000.00\"}", group.formatted("R-2", "R-2"));
        String third = draft("A07-12");
        wang.put(third + "/evidence/E02.pdf", PDF).expect(200);
        assertThat(wang.post(third + "/submit", Map.of())
                        .expect(200)
                        .json()
                        .path("amount")
                        .asString())
                .isEqualTo("100000.00");
        wang.post(third + "/withdraw", Map.of()).expect(200);
        judgeTopUp("A07-12", Neighbours.exactly("200000.00"), group.formatted("R-2", "R-2"));
        String fourth = draft("A07-12");
        wang.put(fourth + "/evidence/E02.pdf", PDF).expect(200);
        wang.post(fourth + "/submit", Map.of()).refused(409, "NOTHING_LEFT");
    }

    @Test
    void topUpsReviewedSideBySideAreApprovedForNoMoreThanTheirGroupAllowsAndAreAllPaid() {
        Neighbours.facts(FOURTH, Cases.cleanFacts(""));
        String low = reviewedTopUp(FOURTH, "A07-21", "100000.00");
        String stages = reviewedTopUp(FOURTH, "A07-22", "500000.00");
        String late = reviewedTopUp(FOURTH, "A07-23", "300000.00");
        assertThat(progress(stages).path("most").asString())
                .as("nothing granted yet")
                .isEqualTo("500000.00");

        approve(low, "100000.00", approver).expect(200);
        JsonNode progress = progress(stages);
        assertThat(progress.path("most").asString()).isEqualTo("400000.00");
        assertThat(progress.path("granted").asString()).isEqualTo("100000.00");
        assertThat(progress.path("amount").asString())
                .as("what the page proposes")
                .isEqualTo("400000.00");
        JsonNode refused = approve(stages, "400000.01", approver).refused(409, "GROUP_GRANTED");
        assertThat(refused.path("most").asString()).isEqualTo("400000.00");
        assertThat(refused.path("detail").asString()).contains("400000.00");
        approve(stages, "500000.00", approver).refused(409, "GROUP_GRANTED");
        approve(stages, "400000.00", approver).expect(200);
        approve(late, "0.01", approver).refused(409, "GROUP_GRANTED");

        // whether or not the register knows them yet, and in either order
        for (boolean told : List.of(false, true)) {
            if (told) {
                Neighbours.granted(FOURTH, "G-BESIDE", idOf(low), 10_000_000);
                Neighbours.granted(FOURTH, "G-BESIDE", idOf(stages), 40_000_000);
            }
            for (String path : List.of(low, stages, low, stages)) {
                assertThat(beforePayment(idOf(path)))
                        .as("%s told %s", path, told)
                        .isEqualTo("passed");
            }
        }
        Neighbours.judge(FOURTH, "A07-22", "ELIGIBLE", Neighbours.exactly("499999.99"), beside("A07-22"));
        assertThat(beforePayment(idOf(stages)))
                .as("what was approved before it still counts")
                .isEqualTo("AMOUNT_TOO_HIGH");
    }

    @Test
    void aTopUpSignedByOneIsSignedByTheOtherForWhatTheGroupLeaves() {
        String large = reviewedTopUp(FIFTH, "A07-24", "600000.00");
        String small = reviewedTopUp(FIFTH, "A07-25", "50000.00");
        Person second = Person.officer(port, "approver2", "APPROVER");
        JsonNode signed = approve(large, "600000.00", approver).expect(200).json();
        assertThat(signed.path("state").asString())
                .as("above one person's limit")
                .isEqualTo("REVIEWED");
        approve(small, "50000.00", approver).expect(200);
        approve(large, "600000.00", second).refused(409, "GROUP_GRANTED");
        approve(large, "540000.00", second).refused(409, "APPROVALS_DIFFER");
        JsonNode approved = approve(large, "550000.00", second).expect(200).json();
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("approved").asString()).isEqualTo("550000.00");
    }

    @Test
    void aFilingIsJudgedByTheVersionOfItsCallFromSubmissionToPayment() {
        offer("A07-26");
        intake.post("/calls", opening("A07-26", "2026-03-01", "2026-12-31")).expect(201);
        Neighbours.judge(FIRST, "A07-26", "INELIGIBLE", Neighbours.exactly("0.00"), ""); // the newer version
        String path = draft("A07-26");
        wang.put(path + "/evidence/E02.pdf", PDF).expect(200);
        wang.post(path + "/submit", Map.of()).refused(409, "NOT_ELIGIBLE");
        Neighbours.judgeAs("v1", FIRST, "A07-26", "ELIGIBLE", Neighbours.exactly("300000.00"), ",\"inForce\":false");
        wang.post(path + "/submit", Map.of()).refused(409, "ITEM_NOT_IN_FORCE");
        Neighbours.judgeAs("v1", FIRST, "A07-26", "ELIGIBLE", Neighbours.exactly("300000.00"), ",\"inForce\":true");
        JsonNode submitted = wang.post(path + "/submit", Map.of()).expect(200).json();
        assertThat(submitted.path("itemVersion").asInt()).isEqualTo(1);
        assertThat(submitted.path("amount").asString()).isEqualTo("300000.00");
        // the item may end after that; what was filed is judged to its end
        Neighbours.judgeAs("v1", FIRST, "A07-26", "ELIGIBLE", Neighbours.exactly("300000.00"), ",\"inForce\":false");
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", supported()).expect(200);
        signed(path);
        Neighbours.facts(FIRST, Cases.cleanFacts(""));
        try {
            assertThat(beforePayment(idOf(path))).isEqualTo("passed");
        } finally {
            Neighbours.facts(FIRST, "{\"facts\":[]}");
        }
        assertThat(auditor.get(path).json().path("trace").path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void aContractNumberOfAnotherEnterpriseIsReferredToTheOfficersAndRefusedToNobody() {
        String form = FORM.replace("[{\"kind\":\"INVOICE\"", "[{\"kind\":\"CONTRACT\"},{\"kind\":\"INVOICE\"");
        for (String item : List.of("A07-27", "A07-28")) {
            Neighbours.offer(item, "VERIFY", "OTHER", form);
            intake.post("/calls", opening(item, "2026-03-01", "2026-12-31")).expect(201);
            for (String creditCode : List.of(FOURTH, FIFTH)) {
                Neighbours.judge(creditCode, item, "ELIGIBLE", Neighbours.exactly("1000.00"), "");
            }
        }
        String first = withContract("A07-27", FOURTH, "HT-2026-01");
        Person fourth = Person.clerk(port, "clerk" + FOURTH, FOURTH);
        Person fifth = Person.clerk(port, "clerk" + FIFTH, FIFTH);
        fourth.post(first + "/submit", Map.of()).expect(200);
        assertThat(reviewer.get(first).json().path("sameNumbers")).isEmpty();
        String second = withContract("A07-27", FIFTH, "ht 2026 01");
        fifth.post(second + "/submit", Map.of()).expect(200);

        JsonNode seen = reviewer.get(second).expect(200).json().path("sameNumbers");
        assertThat(texts(seen.path("L2")))
                .containsExactly(reviewer.get(first).json().path("number").asString());
        assertThat(seen.has("L1")).isFalse();
        assertThat(reviewer.get(first).json().path("sameNumbers").path("L2")).hasSize(1);
        assertThat(fifth.get(second).json().has("sameNumbers")).isFalse();
        JsonNode own = fifth.post(withContract("A07-28", FIFTH, "HT2026-01") + "/submit", Map.of())
                .refused(409, "DUPLICATE_CLAIM");
        assertThat(own.path("kind").asString()).isEqualTo("CONTRACT");
        assertThat(own.path("filing").asString())
                .as("its own")
                .isEqualTo(reviewer.get(second).json().path("number").asString());
        fifth.post(second + "/withdraw", Map.of()).expect(200);
        assertThat(reviewer.get(first).json().path("sameNumbers")).isEmpty();
    }

    private String withContract(String item, String creditCode, String number) {
        Person clerk = Person.clerk(port, "clerk" + creditCode, creditCode);
        Map<String, Object> invoice =
                Map.of("kind", "INVOICE", "reference", "INV-" + item + creditCode, "netAmount", "4000000.00");
        List<Map<String, Object>> lines = List.of(invoice, Map.of("kind", "CONTRACT", "reference", number));
        JsonNode begun = clerk.post("/filings", Map.of("itemCode", item, "creditCode", creditCode, "claimLines", lines))
                .expect(201)
                .json();
        String path = "/filings/" + begun.path("id").asString();
        clerk.put(path + "/evidence/E02.pdf", PDF).expect(200);
        return path;
    }

    private JsonNode progress(String path) {
        return approver.get(path + "/signatures").expect(200).json();
    }

    private static Person.Answer approve(String path, String amount, Person approver) {
        return approver.post(path + "/approve", Map.of("amount", amount, "reason", "同意"));
    }

    /** Reviewed for all that its formula gives, as long as nobody is approved in the group. */
    private String reviewedTopUp(String creditCode, String item, String amount) {
        offer(item);
        intake.post("/calls", opening(item, "2026-03-01", "2026-12-31")).expect(201);
        Neighbours.judge(creditCode, item, "ELIGIBLE", Neighbours.exactly(amount), beside(item));
        Person clerk = Person.clerk(port, "clerk" + creditCode, creditCode);
        String path = draftOf(item, creditCode, clerk, "9000000.00");
        clerk.put(path + "/evidence/E02.pdf", PDF).expect(200);
        clerk.post(path + "/submit", Map.of()).expect(200);
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", Map.of("amount", amount, "opinion", "同意", "recommend", true))
                .expect(200);
        return path;
    }

    /** Two groups: the items to A07-23 are one, the others another. */
    private static String beside(String item) {
        String group = item.compareTo("A07-24") < 0 ? "G-BESIDE" : "G-SIGNED";
        return ",\"stacking\":{\"rule\":\"TOP_UP_DIFFERENCE\",\"group\":\"%s\",\"key\":\"R\",\"keys\":[\"R\"]}"
                .formatted(group);
    }

    private static String idOf(String path) {
        return path.substring("/filings/".length());
    }

    private static void judgeTopUp(String item, String estimate, String stacking) {
        Neighbours.judge(FIRST, item, "ELIGIBLE", estimate, stacking);
    }

    @Test
    void theGateIsAskedAgainBeforePayment() {
        offer("A07-13");
        Neighbours.judge(FIRST, "A07-13", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        intake.post("/calls", opening("A07-13", "2026-03-01", "2026-12-31")).expect(201);
        String path = submitted("A07-13");
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", supported()).expect(200);
        signed(path);
        String id = path.substring("/filings/".length());
        assertThat(beforePayment(id)).as("unknown is not good enough").isEqualTo("EXCLUDED");
        Neighbours.facts(FIRST, Cases.cleanFacts(""));
        try {
            assertThat(beforePayment(id)).isEqualTo("passed");
            assertThat(beforePayment(id))
                    .as("its own claims do not stand against it")
                    .isEqualTo("passed");
            assertThat(auditor.get(path).json().path("trace").path("verdict").asString())
                    .isEqualTo("ELIGIBLE");
            Neighbours.judge(FIRST, "A07-13", "ELIGIBLE", Neighbours.exactly("199999.99"), "");
            assertThat(beforePayment(id)).isEqualTo("AMOUNT_TOO_HIGH");
            Neighbours.judge(FIRST, "A07-13", "INELIGIBLE", Neighbours.exactly("0.00"), "");
            assertThat(beforePayment(id)).isEqualTo("NOT_ELIGIBLE");
            Neighbours.policyIsDown(true);
            assertThat(beforePayment(id)).isEqualTo("UPSTREAM_DOWN");
        } finally {
            Neighbours.policyIsDown(false);
            Neighbours.facts(FIRST, "{\"facts\":[]}");
        }
    }

    private String beforePayment(String filing) {
        try {
            transaction.executeWithoutResult(status -> pay(filings.lock(filing)));
            return "passed";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private void pay(Filing filing) {
        gate.require(filing, filing.award());
    }

    private static Map<String, Object> mandate(String username, String role, String from, String to) {
        Map<String, Object> mandate = new LinkedHashMap<>(Map.of(
                "creditCode",
                SECOND,
                "username",
                username,
                "name",
                "示例",
                "role",
                role,
                "may",
                List.of("FILE"),
                "from",
                from));
        if (to != null) {
            mandate.put("to", to);
        }
        return mandate;
    }

    private void offer(String item) {
        Neighbours.offer(item, "VERIFY", "OTHER", FORM);
    }

    private static Map<String, Object> opening(String item, String from, String to) {
        return new LinkedHashMap<>(Map.of("itemCode", item, "opensOn", from, "closesOn", to));
    }

    private List<String> open() {
        return visitor.get("/calls?open=true&size=200").expect(200).json().findValuesAsString("itemCode");
    }

    private String draft(String item) {
        return draftOf(item, FIRST, wang);
    }

    private static String draftOf(String item, String creditCode, Person clerk) {
        return draftOf(item, creditCode, clerk, "4000000.00");
    }

    private static String draftOf(String item, String creditCode, Person clerk, String net) {
        Map<String, Object> invoice =
                Map.of("kind", "INVOICE", "reference", "INV-" + item + creditCode, "netAmount", net);
        JsonNode begun = clerk.post(
                        "/filings", Map.of("itemCode", item, "creditCode", creditCode, "claimLines", List.of(invoice)))
                .expect(201)
                .json();
        return "/filings/" + begun.path("id").asString();
    }

    private String submittedWhereTheNoticeComesFirst(String item) {
        offer(item);
        Neighbours.judge(FIRST, item, "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        Map<String, Object> asked = opening(item, "2026-03-01", "2026-12-31");
        asked.put("noticeOrder", "BEFORE_APPROVAL");
        intake.post("/calls", asked).expect(201);
        return submitted(item);
    }

    private String submitted(String item) {
        String path = draft(item);
        wang.put(path + "/evidence/E02.pdf", PDF).expect(200);
        wang.post(path + "/submit", Map.of()).expect(200);
        return path;
    }

    /** Approved by as many as the enterprise's running total of the year asks for. */
    private void signed(String path) {
        JsonNode approved =
                approver.post(path + "/approve", approval()).expect(200).json();
        if (approved.path("state").asString().equals("REVIEWED")) {
            approved = Person.officer(port, "approver2", "APPROVER")
                    .post(path + "/approve", approval())
                    .expect(200)
                    .json();
        }
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
    }

    /** CNY 200,000 of the 300,000 that its formula gives. */
    private static Map<String, Object> supported() {
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

    private static Map<String, Object> approval() {
        return Map.of("amount", "200000.00", "reason", "同意");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<String> ids(Person.Answer page) {
        return page.expect(200).json().path("items").findValuesAsString("id");
    }
}
