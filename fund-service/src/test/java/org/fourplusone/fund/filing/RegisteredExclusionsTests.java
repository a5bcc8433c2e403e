package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisteredExclusionsTests {
    private static final Map<String, String> CLEAN = Map.of(
            "credit.dishonestJudgmentDebtor", "false",
            "credit.seriousIllegalDishonestList", "false",
            "safety.majorAccidentsLast12m", "0");

    @Test
    void collectsEveryReasonToExclude() {
        assertThat(reasons(true, CLEAN)).isEmpty();
        Map<String, String> excluded = new HashMap<>(CLEAN);
        excluded.put("safety.majorAccidentsLast12m", "1");
        excluded.put("fund.openRecoveryOrder", "true");
        assertThat(reasons(true, excluded)).containsExactly("safety.majorAccidentsLast12m", "fund.openRecoveryOrder");
    }

    @Test
    void whatIsNotKnownExcludesBeforePaymentOnly() {
        assertThat(reasons(true, Map.of())).hasSize(3);
        assertThat(reasons(false, Map.of())).isEmpty();
    }

    private static List<String> reasons(boolean proven, Map<String, String> facts) {
        return RegisteredExclusions.reasons(proven, key -> Optional.ofNullable(facts.get(key)));
    }
}
