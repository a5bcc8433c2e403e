package org.fourplusone.policy.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.fourplusone.policy.benefit.PerUnit.Factor;
import org.fourplusone.policy.benefit.PerUnit.Unit;
import org.fourplusone.policy.rule.FactDefinition;
import org.jspecify.annotations.Nullable;

/** How many units count, as SQL: NULL where it is unknown, zero as soon as one factor is none. */
final class UnitSql {

    private final BiFunction<FactDefinition, @Nullable FactDefinition, String> number;

    /** @param number reads a fact, or the planned one while it is unknown */
    UnitSql(BiFunction<FactDefinition, @Nullable FactDefinition, String> number) {
        this.number = number;
    }

    String count(Unit unit) {
        List<String> factors = unit.factors().stream().map(this::factor).toList();
        if (factors.isEmpty()) {
            return whole("1", unit.size());
        }
        if (factors.size() == 1) {
            return whole("GREATEST(" + factors.get(0) + ", 0)", unit.size());
        }
        String none = factors.stream().map(each -> each + " <= 0").collect(Collectors.joining(" OR "));
        return "CASE WHEN " + none + " THEN 0 ELSE " + whole(String.join(" * ", factors), unit.size()) + " END";
    }

    /** Whole multiples of the size, by a division without a remainder. */
    private static String whole(String count, @Nullable BigDecimal size) {
        if (size == null) {
            return count;
        }
        String of = size.toPlainString();
        return "(" + count + " - MOD(" + count + ", " + of + ")) / " + of;
    }

    private String factor(Factor factor) {
        String value = number.apply(factor.fact(), factor.planned());
        BigDecimal max = factor.max();
        if (max == null) {
            return value;
        }
        String most = max.toPlainString();
        FactDefinition less = factor.less();
        if (less == null) {
            return max.signum() <= 0 ? "0" : "LEAST(" + value + ", " + most + ")";
        }
        String used = number.apply(less, null);
        return "CASE WHEN " + value + " <= 0 OR " + used + " >= " + most + " THEN 0 ELSE LEAST(" + value + ", " + most
                + " - " + used + ") END";
    }
}
