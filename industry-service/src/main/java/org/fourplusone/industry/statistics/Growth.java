package org.fourplusone.industry.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a part grew and what it did for the total, each null where it is undefined. The base is the comparable one, as
 * reported now.
 *
 * @param growth (part − base) / base, percent
 * @param contribution Δpart / Δtotal, percent; may be negative or above 100
 * @param pull Δpart / base total, percentage points; pulls add up to the total's growth
 */
record Growth(
        @Nullable BigDecimal growth,
        @Nullable BigDecimal contribution,
        @Nullable BigDecimal pull) {

    static Growth of(long part, long partBase, long total, long totalBase) {
        long change = part - partBase;
        return new Growth(
                partBase > 0 ? percent(change, partBase) : null,
                total != totalBase ? percent(change, total - totalBase) : null,
                totalBase > 0 ? percent(change, totalBase) : null);
    }

    private static BigDecimal percent(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }
}
