package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIFTH;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.FOURTH;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.GateBeforePayment;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is asked before a filing is taken, and again before it is paid: versions, top-ups, claims of others. */
class GateIT extends CallStage {
    @Autowired
    GateBeforePayment gate;

    @Autowired
    TransactionTemplate transaction;

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

    @Test
    void theGateIsAskedAgainBeforePayment() {
        offer("A07-13");
        Neighbours.facts(FIRST, "{\"facts\":[]}");
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

    @Test
    void theDocumentNamesEachTypeOnce() {
        JsonNode document = visitor.get("/openapi").expect(200).json();
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("AllocationView", "FinalAccountView", "MandateView");
    }
}
