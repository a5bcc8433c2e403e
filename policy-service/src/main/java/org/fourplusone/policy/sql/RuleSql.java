package org.fourplusone.policy.sql;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.FactValue.Code;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;

/** A condition as SQL: TRUE, FALSE or NULL just where {@link Condition#judge} says true, false or unknown. */
final class RuleSql {

    private final Place place;

    RuleSql(Place place) {
        this.place = place;
    }

    String of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return Logic.and(all.of().stream().map(this::of).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Logic.or(any.of().stream().map(this::of).toList());
        }
        return condition instanceof Condition.Not not ? Logic.not(of(not.of())) : compared((Comparison) condition);
    }

    private String compared(Comparison leaf) {
        if (place.isNone(leaf.fact())) {
            return Logic.of(leaf.op() == Op.EXISTS && !isExpected(leaf));
        }
        if (leaf.fact().type() == FactType.SET) {
            return comparedSet(leaf);
        }
        String value = value(leaf);
        if (leaf.op() == Op.EXISTS) {
            return Logic.whereKnown(value, isExpected(leaf));
        }
        if (leaf.operand() instanceof Operand.Listed listed) {
            String values =
                    listed.values().stream().map(Literal::of).distinct().collect(Collectors.joining(", ", "(", ")"));
            return value + (leaf.op() == Op.IN ? " IN " : " NOT IN ") + values;
        }
        if (leaf.operand() instanceof Operand.Other other && place.isNone(other.fact())) {
            return Logic.whereKnown(value, false);
        }
        return value + sign(leaf.op()) + threshold(leaf.operand());
    }

    private String value(Comparison leaf) {
        FactDefinition planned = leaf.planned();
        return planned == null
                ? place.value(leaf.fact())
                : "COALESCE(" + place.value(leaf.fact()) + ", " + place.value(planned) + ")";
    }

    private String comparedSet(Comparison leaf) {
        if (leaf.op() == Op.EXISTS) {
            String any = hasAny(leaf, leaf.fact().values().keySet());
            FactDefinition planned = leaf.planned();
            if (planned != null) {
                any = "COALESCE(" + hasAnyOf(leaf.fact()) + ", " + hasAnyOf(planned) + ")";
            }
            return isExpected(leaf) ? any : Logic.not(any);
        }
        List<FactValue> listed = leaf.operand() instanceof Operand.Listed list ? list.values() : List.of();
        String any = hasAny(
                leaf,
                listed.stream().map(each -> ((Code) each).value()).distinct().toList());
        return leaf.op() == Op.IN ? any : Logic.not(any);
    }

    private String hasAnyOf(FactDefinition set) {
        return Logic.or(set.values().keySet().stream()
                .map(code -> place.holds(set, code))
                .toList());
    }

    private String hasAny(Comparison leaf, Collection<String> codes) {
        FactDefinition planned = leaf.planned();
        return Logic.or(codes.stream()
                .map(code -> planned == null
                        ? place.holds(leaf.fact(), code)
                        : "COALESCE(" + place.holds(leaf.fact(), code) + ", " + place.holds(planned, code) + ")")
                .toList());
    }

    private String threshold(Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return Literal.of(literal.value());
        }
        return operand instanceof Operand.Other other
                ? place.value(other.fact())
                : Literal.of(new Num(BigDecimal.valueOf(place.policyYear())));
    }

    private static String sign(Op op) {
        return switch (op) {
            case EQ -> " = ";
            case NE -> " <> ";
            case LT -> " < ";
            case LTE -> " <= ";
            case GT -> " > ";
            case GTE -> " >= ";
            case IN, NOT_IN, EXISTS -> throw new IllegalArgumentException(op + " has no sign");
        };
    }

    private static boolean isExpected(Comparison leaf) {
        return leaf.operand() instanceof Operand.Literal literal
                && literal.value() instanceof Flag expected
                && expected.value();
    }
}
