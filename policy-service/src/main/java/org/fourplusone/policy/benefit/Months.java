package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A limit in months over the years: of the months claimed only as many count as are left of the most.
 *
 * @param claimed months of the policy year
 * @param before months granted in earlier years
 * @param max most months in all
 */
public record Months(FactDefinition claimed, FactDefinition before, BigDecimal max) {

    /** Months that count, out of months claimed; null if unknown. */
    @Nullable
    Share share(Facts facts) {
        BigDecimal months = Numbers.of(claimed, facts);
        BigDecimal granted = Numbers.of(before, facts);
        if (granted != null && granted.compareTo(max) >= 0 || months != null && months.signum() == 0) {
            return new Share(BigDecimal.ZERO, BigDecimal.ONE);
        }
        return months == null || granted == null ? null : new Share(months.min(max.subtract(granted)), months);
    }

    record Share(BigDecimal counted, BigDecimal claimed) {}

    Text words() {
        return Text.of("，累计不超过" + max + "个月", ", for at most " + max + " months in all");
    }
}
