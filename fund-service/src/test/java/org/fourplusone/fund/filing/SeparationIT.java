package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.SECOND;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ReviewStage;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who did one step of a case is tried at every other one, on a real database, through the one place that all steps pass. */
class SeparationIT extends ReviewStage {
    @Autowired
    Filings filings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyPairOfStepsIsRefusedOrAllowedAsTheTableSays() {
        String id = accepted("R05-01", FIRST, List.of()).substring("/filings/".length());
        for (Step did : StepTests.STEPS) {
            assertThat(isRefused(id, did, actor("did-" + did, null), true)).isFalse();
        }
        String[] rows = StepTests.TABLE.split("\n");
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].strip().split("\\s+");
            for (int j = 0; j < StepTests.STEPS.length; j++) {
                Step did = StepTests.STEPS[i];
                Step wanted = StepTests.STEPS[j];
                boolean isIncompatible = cells[j + 1].equals("x");
                String person = "did-" + did;
                assertThat(isRefused(id, wanted, actor(person, null), false))
                        .as("%s after %s", wanted, did)
                        .isEqualTo(isIncompatible && wanted != Step.RECUSE);
                assertThat(isRefused(id, wanted, actor("hand-of-" + did, person), false))
                        .as("%s by another's hand after %s", wanted, did)
                        .isEqualTo(isIncompatible && wanted != Step.RECUSE);
            }
        }
    }

    @Test
    void aStepDoneForAnotherCountsForBoth() {
        String id = accepted("R05-02", SECOND, List.of()).substring("/filings/".length());
        assertThat(isRefused(id, Step.APPROVE, actor("hand", "head"), true)).isFalse();
        for (String person : List.of("hand", "head")) {
            assertThat(isRefused(id, Step.PAY, actor(person, null), false)).isTrue();
        }
        assertThat(isRefused(id, Step.PAY, actor("somebody", null), false)).isFalse();
    }

    @Test
    void theEnterprisesClerkAndTheAuditorDoNothingElseOnItsCases() {
        Person clerk = Person.clerk(port, "clerk-" + FIRST, FIRST);
        String path = "/filings/"
                + clerk.post(
                                "/filings",
                                Map.of(
                                        "itemCode",
                                        "R01-04",
                                        "creditCode",
                                        FIRST,
                                        "claimLines",
                                        List.of(Map.of(
                                                "kind", "INVOICE", "reference", "SEP-1", "netAmount", "9000000.00"))))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        clerk.post(path + "/submit", Map.of()).expect(200);
        Person.officer(port, "clerk-" + FIRST, "INTAKE")
                .post(path + "/accept", Map.of())
                .refused(409, "SAME_PERSON");
        Person.officer(port, "auditor", "INTAKE", "AUDITOR")
                .post(path + "/accept", Map.of())
                .refused(409, "SAME_PERSON");
        intake.post(path + "/accept", Map.of()).expect(200);
        String audit = "/audit?case=" + path.substring("/filings/".length());
        Person.officer(port, "intake", "AUDITOR").get(audit).refused(409, "SAME_PERSON");
        Person.officer(port, "auditor", "AUDITOR").get(audit).expect(200);
    }

    private boolean isRefused(String id, Step step, Actor actor, boolean kept) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!kept) {
                status.setRollbackOnly();
            }
            try {
                filings.note(filings.lock(id), step, "TRIED", actor, null, Map.of("step", step));
                return false;
            } catch (Problem refused) {
                assertThat(refused.code()).isEqualTo("SAME_PERSON");
                return true;
            }
        }));
    }

    private static Actor actor(String person, String onBehalfOf) {
        return new Actor(new Caller(person, person, Set.of("INTAKE"), Set.of()), "INTAKE", onBehalfOf);
    }
}
