package org.fourplusone.fund.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One group of paid enterprises.
 *
 * @param group a cluster's or a line's code; {@code NONE} for no cluster, {@code UNKNOWN} while the register is not known
 * @param groupName of a line; a cluster's name is industry-service's
 * @param suppressed fewer than {@link #LEAST} enterprises: all numbers are absent
 */
record Outcome(
        String group,
        @Nullable Text groupName,
        boolean suppressed,
        @Nullable Integer enterprises,
        @Nullable Money paid,
        List<Compared> measures) {

    /** Fewer enterprises than this are not shown. */
    static final int LEAST = 3;

    private static final BigDecimal DOMINANT = new BigDecimal("0.85");

    /** @param similar not paid: of the same clusters and size classes */
    record Compared(Measure measure, Text measureName, Text unit, Side paid, Side similar) {}

    /**
     * The sums over the same enterprises in both years.
     *
     * @param known enterprises whose figures of both years are known
     * @param before decimal string; absent when suppressed
     * @param growth percent with one decimal; absent when suppressed or undefined
     * @param suppressed known are fewer than three, or one of them makes 85 % of a sum or more
     */
    record Side(
            int known,
            @Nullable String before,
            @Nullable String after,
            @Nullable String growth,
            boolean suppressed) {}

    static Outcome hidden(String group, @Nullable Text name) {
        return new Outcome(group, name, true, null, null, List.of());
    }

    static Side side(List<Figures> enterprises, Measure measure, int before, int after) {
        List<BigDecimal> then = new ArrayList<>();
        List<BigDecimal> later = new ArrayList<>();
        for (Figures enterprise : enterprises) {
            BigDecimal first = enterprise.of(measure, before);
            BigDecimal second = enterprise.of(measure, after);
            if (first != null && second != null) {
                then.add(first);
                later.add(second);
            }
        }
        if (then.size() < LEAST || isDominated(then) || isDominated(later)) {
            return new Side(then.size(), null, null, null, true);
        }
        BigDecimal sumThen = sum(then);
        BigDecimal sumLater = sum(later);
        return new Side(
                then.size(), sumThen.toPlainString(), sumLater.toPlainString(), growth(sumThen, sumLater), false);
    }

    private static boolean isDominated(List<BigDecimal> values) {
        List<BigDecimal> sizes = values.stream().map(BigDecimal::abs).toList();
        BigDecimal most = sizes.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal all = sum(sizes);
        return all.signum() > 0 && most.compareTo(all.multiply(DOMINANT)) >= 0;
    }

    private static @Nullable String growth(BigDecimal before, BigDecimal after) {
        if (before.signum() <= 0) {
            return null;
        }
        return after.subtract(before)
                .multiply(BigDecimal.valueOf(100))
                .divide(before, 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
