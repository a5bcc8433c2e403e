package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTests {
    /** One row and one column for each step that a person does: x where one person may not do both. */
    static final String TABLE = """
            APPLY     . x x x x x x x x x x x x x
            ACCEPT    x . . x x x x x x x x x x x
            NOTICE    x . . x x x x x x x x x x x
            SCORE     x x x . x x x x x x x x x x
            JOINT     x x x x . x x x x x x x x x
            REVIEW    x x x x x . x x x x x x x x
            SEND_BACK x x x x x x . . . x x x x x
            APPROVE   x x x x x x . x . x x x x x
            ORDER     x x x x x x . . . x x x x x
            PAY       x x x x x x x x x . x x x x
            RELEASE   x x x x x x x x x x . x x x
            AUDIT     x x x x x x x x x x x . x x
            RECUSE    x x x x x x x x x x x x . x
            EVALUATE  x x x x x x x x x x x x x .
            """;

    static final Step[] STEPS = {
        Step.APPLY,
        Step.ACCEPT,
        Step.NOTICE,
        Step.SCORE,
        Step.JOINT,
        Step.REVIEW,
        Step.SEND_BACK,
        Step.APPROVE,
        Step.ORDER,
        Step.PAY,
        Step.RELEASE,
        Step.AUDIT,
        Step.RECUSE,
        Step.EVALUATE
    };

    @Test
    void everyPairOfStepsIsAsTheTableSays() {
        StringBuilder found = new StringBuilder();
        for (Step step : STEPS) {
            found.append(String.format("%-9s", step));
            for (Step other : STEPS) {
                found.append(step.isCompatibleWith(other) ? " ." : " x");
            }
            found.append('\n');
        }
        assertThat(found.toString()).isEqualTo(TABLE);
    }

    @Test
    void isTheSameBothWays() {
        for (Step step : Step.values()) {
            for (Step other : Step.values()) {
                assertThat(step.isCompatibleWith(other)).isEqualTo(other.isCompatibleWith(step));
            }
        }
    }

    @Test
    void thePublicAndTheSystemHinderNobody() {
        for (Step step : Step.values()) {
            assertThat(step.isCompatibleWith(Step.SYSTEM)).isTrue();
            assertThat(step.isCompatibleWith(Step.OBJECT)).isTrue();
        }
    }
}
