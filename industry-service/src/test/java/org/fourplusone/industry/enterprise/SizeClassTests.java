package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
        assertThat(of("8391", 100, 0)).isEqualTo(SizeClass.M);
    }

    @Test
    void isUnknownWhileANumberIsMissing() {
        assertThat(SizeClass.of("3130", null, BigDecimal.TEN, null)).isNull();
        assertThat(SizeClass.of("8391", 5L, null, null)).isEqualTo(SizeClass.XS);
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
