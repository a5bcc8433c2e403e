package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

/** Calls as the intake makes them, and what they say of the filings under them, over HTTP on a real database. */
class CallIT extends CallStage {
    @Autowired
    @Qualifier("lapses")
    Object lapses;

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

    private List<String> open() {
        return visitor.get("/calls?open=true&size=200").expect(200).json().findValuesAsString("itemCode");
    }

    private String submittedWhereTheNoticeComesFirst(String item) {
        offer(item);
        Neighbours.judge(FIRST, item, "ELIGIBLE", Neighbours.exactly("300000.00"), "");
        Map<String, Object> asked = opening(item, "2026-03-01", "2026-12-31");
        asked.put("noticeOrder", "BEFORE_APPROVAL");
        intake.post("/calls", asked).expect(201);
        return submitted(item);
    }

    private static List<String> ids(Person.Answer page) {
        return page.expect(200).json().path("items").findValuesAsString("id");
    }
}
