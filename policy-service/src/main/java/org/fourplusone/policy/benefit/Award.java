package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a formula yields: one amount, or a range where facts are missing.
 *
 * @param low the least it can be
 * @param high the most it can be; null if nothing bounds it
 * @param atMost true if {@code high} is the item's ceiling and says nothing about this enterprise; never where the
 *     amount is exact
 */
public record Award(Money low, @Nullable Money high, boolean atMost) {

    public Award {
        atMost = atMost && !low.equals(high);
    }

    public static final Award NOTHING = exactly(Money.ZERO);

    public static Award exactly(Money amount) {
        return new Award(amount, amount, false);
    }

    /** A sum in yuan, rounded HALF_UP to the fen: the only rounding there is. */
    static Award exactly(BigDecimal yuan) {
        return exactly(Money.ofYuan(yuan));
    }

    static Award rounded(BigDecimal over, BigDecimal under) {
        return exactly(Money.ofYuan(over.divide(under, 2, RoundingMode.HALF_UP)));
    }

    /** Anything from nothing to the ceiling, because the base is unknown. */
    static Award upTo(@Nullable Money cap) {
        return new Award(Money.ZERO, cap, true);
    }

    static Award between(Money low, @Nullable Money high) {
        return new Award(low, high, false);
    }

    public boolean isExact() {
        return low.equals(high);
    }

    /** Whether more than nothing is paid. */
    public Truth isPositive() {
        return low.isPositive() ? Truth.TRUE : high != null && !high.isPositive() ? Truth.FALSE : Truth.UNKNOWN;
    }

    public Award cappedAt(@Nullable Money cap) {
        if (cap == null) {
            return this;
        }
        return new Award(
                low.min(cap),
                high == null ? cap : high.min(cap),
                atMost || high == null || high.isMoreThan(cap) && !isExact());
    }

    /** Less what was paid before, not below zero. */
    public Award less(Money paid) {
        return new Award(
                low.minus(paid).max(Money.ZERO),
                high == null ? null : high.minus(paid).max(Money.ZERO),
                atMost);
    }

    public Award plus(Award other) {
        return new Award(
                low.plus(other.low),
                high == null || other.high == null ? null : high.plus(other.high),
                atMost || other.atMost);
    }
}
