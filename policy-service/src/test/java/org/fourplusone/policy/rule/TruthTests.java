package org.fourplusone.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.policy.rule.Truth.FALSE;
import static org.fourplusone.policy.rule.Truth.TRUE;
import static org.fourplusone.policy.rule.Truth.UNKNOWN;

import org.junit.jupiter.api.Test;

class TruthTests {

    /** Rows and columns in the order false, unknown, true; Kleene 1952, section 64. */
    private static final Truth[] VALUES = {FALSE, UNKNOWN, TRUE};

    private static final Truth[][] AND = {{FALSE, FALSE, FALSE}, {FALSE, UNKNOWN, UNKNOWN}, {FALSE, UNKNOWN, TRUE}};
    private static final Truth[][] OR = {{FALSE, UNKNOWN, TRUE}, {UNKNOWN, UNKNOWN, TRUE}, {TRUE, TRUE, TRUE}};
    private static final Truth[] NOT = {TRUE, UNKNOWN, FALSE};

    @Test
    void connectivesFollowKleenesTables() {
        for (int i = 0; i < 3; i++) {
            assertThat(VALUES[i].not()).isEqualTo(NOT[i]);
            for (int j = 0; j < 3; j++) {
                assertThat(VALUES[i].and(VALUES[j]))
                        .as(VALUES[i] + " and " + VALUES[j])
                        .isEqualTo(AND[i][j]);
                assertThat(VALUES[i].or(VALUES[j]))
                        .as(VALUES[i] + " or " + VALUES[j])
                        .isEqualTo(OR[i][j]);
            }
        }
    }
}
