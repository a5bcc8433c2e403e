package org.fourplusone.industry.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateFactsTests {
    private static final String STILL = "stat.stillInLibraryNextYear";

    @Test
    void whatADepartmentVerifiesAgainInALaterYearIsANewVersion() {
        FactSheet known = known(fact(null, "true", true, "2026-12-31T15:59:59Z"));
        assertThat(StateFacts.says(fact(null, "true", true, "2026-12-31T15:59:59Z"), known))
                .as("still 2026 in Shanghai")
                .isFalse();
        assertThat(StateFacts.says(fact(null, "true", true, "2026-12-31T16:00:00Z"), known))
                .as("2027 in Shanghai")
                .isTrue();
        assertThat(StateFacts.says(fact(null, "true", false, "2027-02-01T00:00:00Z"), known))
                .as("a declaration does not renew what was verified")
                .isFalse();
        FactSheet annual = known(fact("2026", "true", true, "2026-06-01T00:00:00Z"));
        assertThat(StateFacts.says(fact("2026", "true", true, "2027-02-01T00:00:00Z"), annual))
                .as("a fact of a year says nothing new of that year")
                .isFalse();
    }

    private static FactSheet known(Fact fact) {
        return new FactSheet(List.of(fact), Set.of(), Set.of());
    }

    private static Fact fact(String period, String value, boolean verified, String at) {
        return new Fact(STILL, null, period, value, "DEPARTMENT", verified, Instant.parse(at), "intake");
    }
}
