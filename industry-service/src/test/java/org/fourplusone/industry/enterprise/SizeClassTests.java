package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeClassTests {

    private static SizeClass of(String industry, long staff, long revenue) {
        return SizeClass.of(industry, staff, BigDecimal.valueOf(revenue), BigDecimal.valueOf(1_000_000));
    }

    @Test
    void asksIndustryForEveryLimitOfAClass() {
        assertThat(of("3130", 1000, 400_000_000)).isEqualTo(SizeClass.L);
        assertThat(of("3130", 999, 400_000_000)).isEqualTo(SizeClass.M);
        assertThat(of("3130", 1000, 399_999_999)).isEqualTo(SizeClass.M);
        assertThat(of("3130", 299, 400_000_000)).isEqualTo(SizeClass.S);
        assertThat(of("3130", 19, 400_000_000)).isEqualTo(SizeClass.XS);
        assertThat(of("3130", 20, 3_000_000)).isEqualTo(SizeClass.S);
    }

    @Test
    void usesEachIndustrysOwnLimits() {
        assertThat(of("5164", 20, 50_000_000)).isEqualTo(SizeClass.M);
        assertThat(of("6513", 10, 500_000)).isEqualTo(SizeClass.S);
        assertThat(of("7211", 300, 0)).isEqualTo(SizeClass.S);
        assertThat(of("7320", 100, 0)).isEqualTo(SizeClass.M);
    }

    /** Worked by hand from the table of the rules: number of staff, revenue and assets in 10,000 yuan. */
    @Test
    void followsTheTableOf2017RowByRow() {
        record Case(String industry, long staff, long revenue, long assets, SizeClass size) {}
        List<Case> cases = List.of(
                new Case("0111", 1, 20_000, 0, SizeClass.L),
                new Case("0111", 5_000, 499, 0, SizeClass.S),
                new Case("4420", 300, 2_000, 0, SizeClass.M),
                new Case("4710", 1, 80_000, 79_999, SizeClass.M),
                new Case("4710", 1, 299, 80_000, SizeClass.XS),
                new Case("5164", 200, 40_000, 0, SizeClass.L),
                new Case("5164", 4, 40_000, 0, SizeClass.XS),
                new Case("5261", 50, 500, 0, SizeClass.M),
                new Case("5431", 299, 30_000, 0, SizeClass.S),
                new Case("5910", 299, 30_000, 0, SizeClass.S),
                new Case("5930", 299, 30_000, 0, SizeClass.L),
                new Case("6010", 20, 100, 0, SizeClass.S),
                new Case("6110", 300, 9_999, 0, SizeClass.M),
                new Case("6210", 9, 10_000, 0, SizeClass.XS),
                new Case("6410", 2_000, 100_000, 0, SizeClass.L),
                new Case("6513", 300, 9_999, 0, SizeClass.M),
                new Case("7010", 1, 1_000, 5_000, SizeClass.M),
                new Case("7010", 1, 1_000, 4_999, SizeClass.S),
                new Case("7020", 299, 5_000, 0, SizeClass.S),
                new Case("7211", 300, 0, 120_000, SizeClass.L),
                new Case("7211", 99, 0, 120_000, SizeClass.S),
                new Case("8514", 9, 0, 0, SizeClass.XS));
        for (Case each : cases) {
            assertThat(SizeClass.of(
                            each.industry(),
                            each.staff(),
                            BigDecimal.valueOf(each.revenue() * 10_000),
                            BigDecimal.valueOf(each.assets() * 10_000)))
                    .as(each.toString())
                    .isEqualTo(each.size());
        }
    }

    @Test
    void isSilentWhereTheRulesLeaveAnIndustryOut() {
        for (String industry : new String[] {"5310", "6851", "7040", "8391", "8416", "9420"}) {
            assertThat(of(industry, 5_000, 900_000_000)).as(industry).isNull();
        }
    }

    @Test
    void isUnknownWhileANumberIsMissing() {
        assertThat(SizeClass.of("3130", null, BigDecimal.TEN, null)).isNull();
        assertThat(SizeClass.of("7861", 5L, null, null)).isEqualTo(SizeClass.XS);
    }

    @Test
    void findsTheSectionOfAnIndustryCode() {
        assertThat(IndustryCode.section("0111")).isEqualTo("A");
        assertThat(IndustryCode.section("3130")).isEqualTo("C");
        assertThat(IndustryCode.section("5164")).isEqualTo("F");
        assertThat(IndustryCode.section("6513")).isEqualTo("I");
        assertThat(IndustryCode.section("9600")).isEqualTo("S");
        assertThat(IndustryCode.isValid("9999")).isFalse();
        assertThat(IndustryCode.isValid("31")).isFalse();
    }
}
