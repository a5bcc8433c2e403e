package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTests {

    @Test
    void agreesWithTheWorkedExample() {
        Growth growth = Growth.of(3433, 2556, 6341, 4888);
        assertThat(growth.contribution()).isEqualByComparingTo("60.36");
        assertThat(growth.pull()).isEqualByComparingTo("17.94");
        assertThat(growth.growth()).isEqualByComparingTo("34.31");
    }

    @Test
    void isSilentWhereItIsUndefined() {
        assertThat(Growth.of(10, 0, 10, 0).growth()).isNull();
        assertThat(Growth.of(10, 5, 20, 20).contribution()).isNull();
        assertThat(Growth.of(10, 5, 20, 0).pull()).isNull();
        assertThat(Growth.of(4, 8, 16, 20).contribution()).isEqualByComparingTo("100");
        assertThat(Growth.of(4, 8, 24, 20).contribution()).isEqualByComparingTo("-100");
    }

    @Test
    void readsPeriods() {
        assertThat(Period.parse("2024")).contains(new Period(24288, 24299));
        assertThat(Period.parse("2024-Q4")).contains(new Period(24297, 24299));
        assertThat(Period.parse("2024-02")).contains(new Period(24289, 24289));
        for (String wrong : List.of("", "2024-Q5", "2024-00", "2024-1", "24", "2024-Q1 ", "＝2024")) {
            assertThat(Period.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void addsUpToTheGrowthOfTheTotal() {
        long[][] parts = {{3433, 2556}, {1200, 1500}, {1708, 832}};
        double pulls = 0;
        double contributions = 0;
        for (long[] part : parts) {
            Growth growth = Growth.of(part[0], part[1], 6341, 4888);
            pulls += growth.pull() == null ? Double.NaN : growth.pull().doubleValue();
            contributions += growth.contribution() == null
                    ? Double.NaN
                    : growth.contribution().doubleValue();
        }
        assertThat(pulls).isCloseTo(29.73, within(0.02));
        assertThat(contributions).isCloseTo(100, within(0.02));
    }

    @Test
    void showsConcentrationOnlyWhereItPlacesNobody() {
        long[] even = new long[20];
        Arrays.fill(even, 50);
        // Twenty alike: CR4 and HHI say that the largest has just 5 %, so they are not told.
        assertThat(Concentration.of(even)).isEmpty();
        long[] nine = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0};
        assertThat(Concentration.of(nine)).isEmpty();
        long[] some = {200, 200, 200, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40};
        Concentration shown = Concentration.of(some).orElseThrow();
        assertThat(shown.firms()).isEqualTo(13);
        assertThat(shown.cr4()).isEqualTo(64);
        assertThat(shown.hhi()).isEqualTo(1360);
        assertThat(Concentration.of(new long[] {-1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}))
                .isEmpty();
        // One giant: the two shares would place it within a hair.
        assertThat(Concentration.of(new long[] {9_000, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}))
                .isEmpty();
    }

    @Test
    void boundsTheLargestShareFromBothSides() {
        double[] shares = {0.30, 0.18, 0.15, 0.09, 0.06, 0.05, 0.04, 0.04, 0.03, 0.02, 0.02, 0.02};
        double squares = Arrays.stream(shares).map(share -> share * share).sum();
        assertThat(Concentration.least(0.72, squares)).isLessThan(0.30).isGreaterThanOrEqualTo(0.18);
        assertThat(Concentration.most(0.72, squares, 12)).isGreaterThan(0.30).isLessThan(0.45);
    }
}
