package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScaleThresholdTests {

    private final ScaleThreshold.Table table =
            new ScaleThreshold.Table(JsonMapper.builder().findAndAddModules().build());

    private @Nullable Boolean isAbove(String industry, int year, @Nullable String revenue, @Nullable Integer staff) {
        return table.of(industry, LocalDate.of(year, 12, 31))
                .orElseThrow()
                .isReached(
                        revenue == null ? null : new BigDecimal(revenue),
                        staff == null ? null : BigDecimal.valueOf(staff));
    }

    @Test
    void asksIndustryForTwentyMillionSince2011AndForFiveBefore() {
        assertThat(isAbove("3130", 2010, "5000000.00", null)).isTrue();
        assertThat(isAbove("3130", 2011, "5000000.00", null)).isFalse();
        assertThat(isAbove("3130", 2011, "20000000.00", null)).isTrue();
        assertThat(isAbove("3130", 2026, "19999999.99", 5000)).isFalse();
        assertThat(table.of("3130", LocalDate.of(2006, 12, 31))).isEmpty();
    }

    @Test
    void asksTradeByWholesaleRetailAndHospitality() {
        assertThat(isAbove("5164", 2026, "19999999", null)).isFalse();
        assertThat(isAbove("5261", 2026, "5000000", null)).isTrue();
        assertThat(isAbove("6110", 2026, "2000000", null)).isTrue();
    }

    @Test
    void tookFiftyPersonsForServicesIn2019ButNotLater() {
        assertThat(isAbove("6513", 2019, "1", 50)).isTrue();
        assertThat(isAbove("6513", 2019, "9999999", 49)).isFalse();
        assertThat(isAbove("6513", 2019, "1", null)).isNull();
        assertThat(isAbove("8930", 2019, "5000000", null)).isTrue();
        assertThat(isAbove("6513", 2020, "10000000", 50)).isFalse();
        assertThat(isAbove("6513", 2020, "20000000", 1)).isTrue();
        assertThat(isAbove("7249", 2020, "10000000", 1)).isTrue();
        assertThat(isAbove("8930", 2020, "5000000", 1)).isTrue();
    }

    @Test
    void isSilentWhereAboveScaleIsNoMatterOfSize() {
        assertThat(table.of("4710", LocalDate.of(2026, 12, 31))).isEmpty();
        assertThat(table.of("7010", LocalDate.of(2026, 12, 31))).isEmpty();
        assertThat(table.of("7020", LocalDate.of(2026, 12, 31))).isPresent();
    }

    @Test
    void staysOpenWhileTheRevenueIsUnknown() {
        assertThat(isAbove("3130", 2026, null, 5000)).isNull();
    }
}
