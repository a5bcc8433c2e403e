package org.fourplusone.fund.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIFTH;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.FOURTH;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ReviewStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What officers decide on a filing, over HTTP on a real database: signatures, delegation, experts, audits, joint review. */
class ReviewIT extends ReviewStage {
    @Test
    void theRunningTotalAndTheDayDecideHowManySign() {
        Person admin = Person.officer(port, "admin", "ADMIN");
        String first = reviewed("R01-01", FIRST);
        approver.post(first + "/approve", approval("300000.00")).expect(200);
        assertThat(stateOf(first)).isEqualTo("APPROVED");

        String second = reviewed("R01-02", FIRST);
        JsonNode needed = approver.get(second + "/signatures").expect(200).json();
        assertThat(needed.path("yearTotal").asString()).isEqualTo("300000.00");
        assertThat(needed.path("total").asString()).isEqualTo("600000.00");
        assertThat(needed.path("needed").asInt()).isEqualTo(2);
        assertThat(approver.get(second + "/signatures?amount=200000.00")
                        .json()
                        .path("needed")
                        .asInt())
                .isEqualTo(1);
        approver.get(second + "/signatures?amount=x").refused(400, "INVALID");
        Person.clerk(port, "wang", FIRST).get(second + "/signatures").refused(404, "NOT_FOUND");
        approver.post(second + "/approve", approval("300000.00")).expect(200);
        assertThat(stateOf(second)).as("half signed reserves nothing").isEqualTo("REVIEWED");
        assertThat(intake.get(second).json().path("money").path("reserved").asString())
                .isEqualTo("0.00");
        approver.post(second + "/approve", approval("300000.00")).refused(409, "SAME_PERSON");
        other.post(second + "/approve", approval("300000.00")).expect(200);
        JsonNode signed = approver.get(second + "/signatures").expect(200).json();
        assertThat(signed.path("given").findValuesAsString("person")).containsExactly("approver", "approver2");
        assertThat(signed.path("total").asString())
                .as("its own award is counted once")
                .isEqualTo("600000.00");

        Map<String, Object> three = limits("2026-06-02", "100000.00", 3, "600000.00", "5000000.00");
        approver.post("/approval-limits", three).expect(403);
        admin.post("/approval-limits", limits("2026-06-01", "100000.00", 3, "600000.00", "5000000.00"))
                .refused(400, "INVALID");
        admin.post("/approval-limits", limits("2026-06-02", "700000.00", 3, "600000.00", "5000000.00"))
                .refused(400, "INVALID");
        JsonNode proposed = admin.post("/approval-limits", three).expect(201).json();
        assertThat(proposed.path("actions")).extracting(JsonNode::asString).containsExactly("discard");
        assertThat(approver.get("/approval-limits").json().path("items").findValuesAsString("state"))
                .as("one person changes nothing")
                .doesNotContain("TO_COME");
        String proposal = "/approval-limits/proposals/" + proposed.path("id").asString();
        admin.post(proposal + "/confirm", Map.of()).refused(409, "SAME_PERSON");
        intake.post(proposal + "/confirm", Map.of()).expect(403);
        String discarded = "/approval-limits/proposals/"
                + admin.post("/approval-limits", three)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        other.post(discarded + "/discard", Map.of("reason", "重复")).expect(200);
        other.post(discarded + "/confirm", Map.of()).refused(409, "LIMITS_DECIDED");
        other.post("/approval-limits/proposals/none/confirm", Map.of()).expect(404);
        String late = "/approval-limits/proposals/"
                + admin.post("/approval-limits", three)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        other.post(proposal + "/confirm", Map.of()).expect(200);
        other.post(late + "/confirm", Map.of()).refused(409, "LIMITS_THERE");
        admin.post("/approval-limits", three).refused(409, "LIMITS_THERE");
        assertThat(approver.get("/approval-limits/proposals")
                        .json()
                        .path("items")
                        .findValuesAsString("state"))
                .contains("PROPOSED", "CONFIRMED", "DISCARDED");
        JsonNode book = approver.get("/approval-limits").expect(200).json().path("items");
        assertThat(book.findValuesAsString("state")).startsWith("TO_COME", "HOLDS");
        assertThat(book.get(0).path("setBy").asString()).isEqualTo("admin");
        assertThat(book.get(0).path("confirmedBy").asString()).isEqualTo("approver2");
        CLOCK.set("2026-06-02");
        other.post(late + "/confirm", Map.of()).refused(409, "LIMITS_BEGUN");
        String third = reviewed("R01-03", FIRST);
        approver.post(third + "/approve", approval("300000.00")).refused(400, "INVALID");
        Map<String, Object> withMinute = new HashMap<>(approval("300000.00"));
        withMinute.put("minute", "领导小组纪要〔2026〕1号");
        approver.post(third + "/approve", withMinute).expect(200);
        other.post(third + "/approve", approval("300000.00")).expect(200);
        assertThat(stateOf(third)).as("two of three").isEqualTo("REVIEWED");
        Person.officer(port, "approver3", "APPROVER")
                .post(third + "/approve", approval("300000.00"))
                .expect(200);
        assertThat(stateOf(third)).isEqualTo("APPROVED");
        String back = admin.post("/approval-limits", limits("2026-06-03", "500000.00", 2, "2000000.00", "5000000.00"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        other.post("/approval-limits/proposals/" + back + "/confirm", Map.of()).expect(200);
        CLOCK.set("2026-06-03");
    }

    @Test
    void anApproverSignsForAnotherForAPeriod() {
        String path = reviewed("R01-01", SECOND);
        Map<String, Object> signed = new HashMap<>(approval("300000.00"));
        signed.put("onBehalfOf", "approver");
        other.post(path + "/approve", signed).refused(403, "NOT_DELEGATED");
        approver.post("/delegations", delegation("approver", "2026-06-01", "2026-06-05"))
                .refused(400, "INVALID");
        approver.post("/delegations", delegation("approver2", "2026-05-31", "2026-06-05"))
                .refused(400, "INVALID");
        JsonNode lent = approver.post("/delegations", delegation("approver2", "2026-06-01", "2026-06-05"))
                .expect(201)
                .json();
        assertThat(lent.path("active").asBoolean()).isTrue();
        assertThat(other.get("/delegations").expect(200).json().path("items").findValuesAsString("approver"))
                .contains("approver");

        other.post(path + "/approve", signed).expect(200);
        assertThat(stateOf(path)).isEqualTo("APPROVED");
        JsonNode history = intake.get(path).json().path("history");
        JsonNode last = history.get(history.size() - 1);
        assertThat(last.path("actor").asString()).isEqualTo("approver2");
        assertThat(last.path("onBehalfOf").asString()).isEqualTo("approver");
        assertThat(approver.get(path + "/signatures")
                        .json()
                        .path("given")
                        .get(0)
                        .path("onBehalfOf")
                        .asString())
                .isEqualTo("approver");

        String large = reviewed("R01-02", SECOND);
        String waiting = large.substring("/filings/".length());
        assertThat(queueOf(approver)).contains(waiting);
        other.post(large + "/approve", signed).expect(200);
        assertThat(stateOf(large)).as("the year's total asks for two").isEqualTo("REVIEWED");
        assertThat(queueOf(approver)).as("somebody signed for the approver").doesNotContain(waiting);
        assertThat(queueOf(Person.officer(port, "approver3", "APPROVER"))).contains(waiting);
        for (Person either : List.of(approver, other)) {
            either.post(large + "/approve", approval("300000.00")).refused(409, "SAME_PERSON");
        }
        Person third = Person.officer(port, "approver3", "APPROVER");
        third.post("/delegations/" + lent.path("id").asString() + "/end", Map.of())
                .refused(404, "NOT_FOUND");
        approver.post("/delegations/" + lent.path("id").asString() + "/end", Map.of())
                .expect(200);
        approver.post("/delegations/" + lent.path("id").asString() + "/end", Map.of())
                .refused(409, "DELEGATION_OVER");
        other.post(reviewed("R01-03", SECOND) + "/approve", signed).refused(403, "NOT_DELEGATED");

        String own = reviewed("R01-01", THIRD);
        Person.officer(port, "reviewer", "APPROVER")
                .post("/delegations", delegation("approver2", "2026-06-01", "2026-06-05"))
                .expect(201);
        signed.put("onBehalfOf", "reviewer");
        JsonNode refusal = other.post(own + "/approve", signed).refused(409, "SAME_PERSON");
        assertThat(refusal.path("person").asString())
                .as("who reviewed cannot approve by another's hand")
                .isEqualTo("reviewer");
    }

    private static List<String> queueOf(Person person) {
        return person.get("/queue?size=200").expect(200).json().path("items").findValuesAsString("id");
    }

    @Test
    void aRecommendationGoesBackToTheReviewUntilSomebodySigned() {
        String path = reviewed("R01-02", THIRD);
        Map<String, Object> points = Map.of("reason", "请说明核减依据");
        reviewer.post(path + "/send-back", points).expect(403);
        assertThat(actionsOf(path, approver)).contains("send-back", "approve", "reject");
        JsonNode back = approver.post(path + "/send-back", points).expect(200).json();
        assertThat(back.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(back.has("reviewed")).isFalse();
        approver.post(path + "/send-back", points).refused(409, "ILLEGAL_MOVE");
        intake.post(path + "/send-back", points).expect(403);
        reviewer.post(path + "/review", review("300000.00")).expect(200);
        approver.post(path + "/approve", approval("300000.00")).expect(200);
        assertThat(stateOf(path)).isEqualTo("APPROVED");

        String large = reviewed("R01-03", THIRD);
        other.post(large + "/approve", approval("300000.00")).expect(200);
        approver.post(large + "/send-back", points).refused(409, "SIGNED");
    }

    @Test
    void eachReductionCitesItsLineAndTheAuditBinds() {
        Map<String, Object> one = Map.of("kind", "INVOICE", "reference", "RV-1", "netAmount", "2000000.00");
        Map<String, Object> two = Map.of("kind", "INVOICE", "reference", "RV-2", "netAmount", "500000.00");
        String path = accepted("R01-04", FOURTH, List.of(one, two));
        Map<String, Object> review = new HashMap<>(review("250000.00"));
        review.put(
                "audit",
                Map.of("document", "示例审字〔2026〕3号", "lines", List.of(Map.of("line", "L1", "amount", "2000000.01"))));
        reviewer.post(path + "/review", review).refused(400, "INVALID");
        review.put("audit", Map.of("document", "示例审字〔2026〕3号"));
        reviewer.post(path + "/review", review).refused(400, "INVALID");
        review.put(
                "audit",
                Map.of("document", "示例审字〔2026〕3号", "lines", List.of(Map.of("line", "L1", "amount", "1000000.00"))));
        assertThat(reviewer.post(path + "/review", review)
                        .refused(409, "AMOUNT_TOO_HIGH")
                        .path("most")
                        .asString())
                .as("a tenth of 1,000,000.00 audited and 500,000.00 claimed")
                .isEqualTo("150000.00");
        review.put("amount", "120000.00");
        JsonNode unexplained = reviewer.post(path + "/review", review).refused(400, "INVALID");
        assertThat(unexplained.path("errors").get(0).path("message").asString()).contains("30000.00");
        review.put("reductions", List.of(reduction("L9", "30000.00")));
        reviewer.post(path + "/review", review).refused(400, "INVALID");
        review.put("reductions", List.of(reduction("L1", "10000.00"), reduction("L2", "10000.00")));
        reviewer.post(path + "/review", review).refused(400, "INVALID");
        review.put("reductions", List.of(reduction("L1", "10000.00"), reduction("L2", "20000.00")));
        JsonNode reviewed = reviewer.post(path + "/review", review).expect(200).json();
        assertThat(reviewed.path("amount").asString()).isEqualTo("120000.00");
        JsonNode said = reviewed.path("decisions").get(0).path("body");
        assertThat(said.path("most").asString()).isEqualTo("150000.00");
        assertThat(said.path("reductions").findValuesAsString("line")).containsExactly("L1", "L2");
        assertThat(said.path("audit").path("document").asString()).isEqualTo("示例审字〔2026〕3号");
    }

    @Test
    void severalExpertsAreDrawnAndWhoStepsOffIsReplaced() {
        for (String expert : List.of("e1", "e2", "e3", "e4", "e5")) {
            enrol(expert, true, List.of());
        }
        enrol("tied", true, List.of(FIRST));
        enrol("gone", false, List.of());
        Person.officer(port, "e1", "INTAKE")
                .post("/expert-panels", panel("R02-01", 60, 30))
                .refused(400, "INVALID");
        intake.post("/expert-panels", panel("R09-99", 60, 40)).refused(400, "INVALID");
        intake.post("/expert-panels", panel("R02-01", 60, 40)).expect(200);
        String path = accepted("R02-01", FIRST, List.of());
        JsonNode drawn =
                intake.post(path + "/experts", Map.of()).expect(200).json().path("experts");
        assertThat(drawn).hasSize(3);
        List<String> seated = drawn.findValuesAsString("expert");
        assertThat(seated).doesNotHaveDuplicates().doesNotContain("tied", "gone");
        drawn.forEach(ReviewIT::recomputed);
        intake.post(path + "/experts", Map.of()).refused(409, "EXPERT_DRAWN");
        Map<String, Object> conflict = Map.of("expert", seated.get(0), "reason", "企业反映");
        intake.post(path + "/recusal", conflict).refused(409, "NO_CONFLICT");

        Person off = Person.officer(port, seated.get(1), "EXPERT");
        assertThat(actionsOf(path, off)).containsExactlyInAnyOrder("scores", "recusal");
        JsonNode after = off.post(path + "/recusal", Map.of("reason", "亲属在该企业任职"))
                .expect(200)
                .json()
                .path("experts");
        assertThat(after).hasSize(4);
        JsonNode again = after.get(2);
        assertThat(again.path("seat").asInt()).isEqualTo(2);
        assertThat(again.path("turn").asInt()).isEqualTo(2);
        assertThat(again.path("seed").asString())
                .isNotEqualTo(after.get(1).path("seed").asString());
        assertThat(texts(again.path("pool"))).doesNotContainAnyElementsOf(seated);
        recomputed(again);
        off.post(path + "/scores", marks(50, 30)).refused(403, "NOT_DRAWN");
        Person.officer(port, seated.get(1), "REVIEWER")
                .post(path + "/review", review("300000.00"))
                .refused(409, "SAME_PERSON");

        intake.send("DELETE", "/expert-panels/R02-01", new byte[0], Map.of("Idempotency-Key", "drop-panel-0001"))
                .expect(204);
        intake.send("DELETE", "/expert-panels/R02-01", new byte[0], Map.of("Idempotency-Key", "drop-panel-0002"))
                .expect(404);
        assertThat(intake.get(path).json().path("experts").findValuesAsString("expert"))
                .as("a draw that was made stays")
                .containsAll(seated);

        enrol(seated.get(0), true, List.of(FIRST));
        Person first = Person.officer(port, seated.get(0), "EXPERT");
        first.post(path + "/scores", marks(50, 30)).refused(409, "TIED");
        JsonNode replaced =
                intake.post(path + "/recusal", conflict).expect(200).json().path("experts");
        assertThat(replaced.get(0).path("recusal").path("ground").asString()).isEqualTo("TIE");
        recomputed(replaced.get(1));

        List<String> now = new ArrayList<>();
        replaced.forEach(draw -> {
            if (!draw.has("recusal")) {
                now.add(draw.path("expert").asString());
            }
        });
        assertThat(now).hasSize(3);
        Person e = Person.officer(port, now.get(0), "EXPERT");
        e.post(path + "/scores", Map.of("score", 90, "opinion", "同意")).refused(400, "INVALID");
        e.post(path + "/scores", marks(61, 30)).refused(400, "INVALID");
        e.post(path + "/scores", marks(50, 40)).expect(200);
        e.post(path + "/scores", marks(50, 40)).refused(409, "SCORED");
        e.post(path + "/recusal", Map.of("reason", "反悔")).refused(409, "SCORED");
        assertThat(Person.officer(port, now.get(1), "EXPERT")
                        .get(path)
                        .expect(200)
                        .body())
                .as("scores are given without knowing the others'")
                .doesNotContain("\"score\":90");
        Person.officer(port, now.get(1), "EXPERT")
                .post(path + "/scores", marks(40, 40))
                .expect(200);
        reviewer.post(path + "/review", review("300000.00")).refused(409, "SCORE_MISSING");
        Person.officer(port, now.get(2), "EXPERT")
                .post(path + "/scores", marks(51, 40))
                .expect(200);
        assertThat(intake.get(path).json().path("score").asString()).isEqualTo("87.00");
        String seen = Person.clerk(port, "wang", FIRST).get(path).expect(200).body();
        assertThat(seen).doesNotContain("\"seed\"", "\"pool\"", "亲属", "\"e1\"", "\"e2\"", "\"e3\"");
        Map<String, Object> review = new HashMap<>(review("300000.00"));
        review.put("audit", Map.of("document", "示例审字〔2026〕4号", "amount", "300000.00"));
        reviewer.post(path + "/review", review).expect(200);
    }

    @Test
    void anyOfficerStepsOffAndDoesNothingOnTheCaseFromThenOn() {
        String path = accepted("R01-01", FOURTH, List.of());
        reviewer.post(path + "/recusal", Map.of("reason", "配偶持股")).expect(200);
        reviewer.post(path + "/review", review("300000.00")).refused(409, "SAME_PERSON");
        assertThat(actionsOf(path, reviewer)).isEmpty();
        Person.officer(port, "reviewer2", "REVIEWER")
                .post(path + "/review", review("300000.00"))
                .expect(200);
    }

    @Test
    void theQueueIsCutByDepartmentAndDay() {
        String path = accepted("R01-02", FOURTH, List.of());
        String id = path.substring("/filings/".length());
        String dueOn = intake.get(path).json().path("dueOn").asString();
        assertThat(reviewer.get("/queue?size=200&department=%E7%BB%8F%E6%B5%8E%E5%8F%91%E5%B1%95%E9%83%A8")
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);
        assertThat(reviewer.get("/queue?size=200&department=Nobody")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(reviewer.get("/queue?size=200&dueBefore=" + dueOn)
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .doesNotContain(id);
        String next = java.time.LocalDate.parse(dueOn).plusDays(1).toString();
        assertThat(reviewer.get("/queue?size=200&dueBefore=" + next)
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);
        reviewer.get("/queue?dueBefore=soon").refused(400, "INVALID");
        JsonNode wrong = reviewer.get("/queue?state=NONSENSE").refused(400, "INVALID");
        assertThat(wrong.path("errors").get(0).path("field").asString()).isEqualTo("state");
        assertThat(wrong.toString()).doesNotContain("org.fourplusone", "java.lang");
    }

    @Test
    void theQueueAndTheRegisterAreNarrowedAlike() {
        String path = accepted("R01-02", FIFTH, List.of());
        String id = path.substring("/filings/".length());
        Map<String, String> others = Map.of(
                "state=ACCEPTED",
                "state=REVIEWED",
                "item=R01-02",
                "item=R01-03",
                "cluster=NEV",
                "cluster=BIOFOOD",
                "call=CALL-2026-R01-02",
                "call=CALL-2026-R01-03",
                "search=" + numberOf(path),
                "search=Nobody",
                "overdue=false",
                "overdue=true");
        others.forEach((meant, other) -> {
            for (String list : List.of("/queue", "/filings")) {
                assertThat(ids(list + "?size=200&creditCode=" + FIFTH + "&" + meant))
                        .as("%s %s", list, meant)
                        .contains(id);
                assertThat(ids(list + "?size=200&" + other))
                        .as("%s %s", list, other)
                        .doesNotContain(id);
            }
        });
    }

    private List<String> ids(String list) {
        return reviewer.get(list).expect(200).json().path("items").findValuesAsString("id");
    }

    @Test
    void theQueueIsSavedAsAFileInTheLanguageAskedFor() {
        String number = numberOf(accepted("R01-03", FIFTH, List.of()));
        String zh = csv("/queue?item=R01-03", "zh");
        assertThat(zh).startsWith("\uFEFF申报编号,").contains(number, "\r\n");
        String en = csv("/filings?item=R01-03&sort=-amount", "en");
        assertThat(en).startsWith("\uFEFFNumber,").contains(number + ",Accepted,R01-03,");
        assertThat(csv("/filings?item=R09-99", "en").lines()).hasSize(1);
    }

    private String csv(String path, String language) {
        Person.Answer answer =
                reviewer.send("GET", path, new byte[0], Map.of("Accept", "text/csv", "Accept-Language", language));
        assertThat(answer.expect(200)
                        .response()
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/csv");
        return answer.body();
    }

    private String numberOf(String path) {
        return intake.get(path).json().path("number").asString();
    }

    /** The draw repeated from what the answer says. */
    private static void recomputed(JsonNode draw) {
        List<String> pool = texts(draw.path("pool"));
        assertThat(pool).isSorted();
        int place = new Random(Long.parseLong(draw.path("seed").asString())).nextInt(pool.size());
        assertThat(draw.path("expert").asString()).isEqualTo(pool.get(place));
    }

    @Test
    void theReviewWaitsForTheOfficesThatTheCallNames() {
        Person admin = Person.officer(port, "admin", "ADMIN");
        admin.post("/offices/TAX/members", Map.of("username", "taxman")).expect(200);
        admin.post("/offices/SAFETY/members", Map.of("username", "safetyman")).expect(200);
        admin.post("/offices/POST/members", Map.of("username", "taxman")).expect(400);
        intake.post("/calls/CALL-2026-R04-01/close", Map.of()).expect(200);
        Map<String, Object> call = Map.of(
                "itemCode",
                "R04-01",
                "opensOn",
                "2026-06-01",
                "closesOn",
                "2026-06-30",
                "jointReview",
                List.of("TAX", "SAFETY"));
        intake.post("/calls", call).expect(201);
        String path = accepted("R04-01", FIRST, List.of());
        JsonNode asked = reviewer.get(path + "/joint-review").expect(200).json();
        assertThat(asked.findValuesAsString("office")).containsExactly("SAFETY", "TAX");
        assertThat(asked.get(0).path("dueOn").asString())
                .as("five working days")
                .isEqualTo("2026-06-08");
        JsonNode open = reviewer.post(path + "/review", review("300000.00")).refused(409, "JOINT_REVIEW_OPEN");
        assertThat(texts(open.path("open"))).containsExactly("SAFETY", "TAX");

        Person tax = Person.officer(port, "taxman", "REVIEWER");
        Person safety = Person.officer(port, "safetyman", "REVIEWER");
        assertThat(actionsOf(path, tax)).contains("joint-review");
        String id = path.substring("/filings/".length());
        assertThat(tax.get("/queue?size=200").json().path("items").findValuesAsString("id"))
                .contains(id);
        safety.post(path + "/joint-review/TAX", Map.of("answer", "CLEAR")).refused(403, "NOT_OF_OFFICE");
        tax.post(path + "/joint-review/MARKET", Map.of("answer", "CLEAR")).refused(404, "NOT_FOUND");
        tax.post(path + "/joint-review/TAX", Map.of("answer", "CLEAR")).expect(200);
        safety.post(path + "/joint-review/SAFETY", Map.of("answer", "OBJECTS")).refused(400, "INVALID");
        safety.post(path + "/joint-review/SAFETY", Map.of("answer", "OBJECTS", "reason", "整改未验收"))
                .expect(200);
        JsonNode objecting =
                reviewer.post(path + "/review", review("300000.00")).refused(409, "JOINT_REVIEW_OPEN");
        assertThat(texts(objecting.path("objecting"))).containsExactly("SAFETY");
        reviewer.post(path + "/joint-review/TAX/resolution", Map.of("text", "无"))
                .refused(409, "NOT_OBJECTED");
        reviewer.post(path + "/joint-review/SAFETY/resolution", Map.of("text", "已于6月2日验收，附验收单"))
                .expect(200);
        tax.post(path + "/review", review("300000.00")).refused(409, "SAME_PERSON");
        reviewer.post(path + "/review", review("300000.00")).expect(200);
        tax.post(path + "/joint-review/TAX", Map.of("answer", "OBJECTS", "reason", "迟到"))
                .refused(409, "ILLEGAL_MOVE");
        Person.officer(port, "taxman", "APPROVER")
                .post(path + "/approve", approval("300000.00"))
                .refused(409, "SAME_PERSON");
        Person.clerk(port, "wang", FIRST).get(path + "/joint-review").refused(404, "NOT_FOUND");
    }

    private void enrol(String expert, boolean active, List<String> enterprises) {
        byte[] body = tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsBytes(Map.of("name", "专家 " + expert, "active", active, "enterprises", enterprises));
        intake.send("PUT", "/experts/" + expert, body, Map.of()).expect(200);
    }

    private static Map<String, Object> reduction(String line, String amount) {
        return Map.of("line", line, "amount", amount, "reason", "超出支持范围");
    }

    private static Map<String, Object> marks(int innovation, int benefit) {
        return Map.of("marks", Map.of("INNOVATION", innovation, "BENEFIT", benefit), "opinion", "同意");
    }

    private static Map<String, Object> panel(String scope, int innovation, int benefit) {
        return Map.of(
                "scope",
                scope,
                "experts",
                3,
                "criteria",
                List.of(
                        Map.of("code", "INNOVATION", "name", Map.of("zh", "创新性", "en", "Novelty"), "most", innovation),
                        Map.of("code", "BENEFIT", "name", Map.of("zh", "效益", "en", "Benefit"), "most", benefit)));
    }

    private static Map<String, Object> delegation(String delegate, String startsOn, String endsOn) {
        return Map.of("delegate", delegate, "startsOn", startsOn, "endsOn", endsOn, "reason", "出差");
    }

    private static Map<String, Object> limits(
            String validFrom, String single, int signatures, String minute, String yearly) {
        return Map.of(
                "validFrom", validFrom, "single", single, "signatures", signatures, "minute", minute, "yearly", yearly);
    }
}
