package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.Optional;
import org.fourplusone.policy.rule.FactValue.Codes;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.jspecify.annotations.Nullable;

/** The value nearest to the present one with which a comparison is met. */
public final class SmallestChange {

    private SmallestChange() {}

    /**
     * For numbers the nearest allowed value in steps of a fen, a hundredth, a basis point or one; for codes the first
     * that is named.
     *
     * @return empty if no change of this one fact can meet the comparison
     */
    public static Optional<FactValue> toMeet(Comparison leaf, Facts facts) {
        FactDefinition fact = leaf.fact();
        FactValue threshold = leaf.threshold(facts);
        FactValue wanted =
                switch (leaf.op()) {
                    case EQ -> threshold;
                    case GTE, LTE -> threshold;
                    case GT -> moved(fact, threshold, BigDecimal.ONE);
                    case LT -> moved(fact, threshold, BigDecimal.ONE.negate());
                    case NE -> different(fact, threshold);
                    case IN ->
                        leaf.operand() instanceof Operand.Listed listed
                                ? fact.type() == FactType.SET
                                        ? joined(
                                                leaf.seen(facts),
                                                listed.values().get(0))
                                        : nearest(leaf.seen(facts), listed)
                                : null;
                    case NOT_IN -> leaf.operand() instanceof Operand.Listed listed ? outside(fact, listed) : null;
                    case EXISTS -> null;
                };
        return Optional.ofNullable(wanted);
    }

    private static @Nullable FactValue moved(FactDefinition fact, @Nullable FactValue from, BigDecimal sign) {
        return from instanceof Num num ? new Num(num.value().add(fact.step().multiply(sign))) : null;
    }

    private static @Nullable FactValue different(FactDefinition fact, @Nullable FactValue from) {
        if (from instanceof Flag flag) {
            return new Flag(!flag.value());
        }
        if (from instanceof Num) {
            return moved(fact, from, BigDecimal.ONE);
        }
        return fact.values().keySet().stream()
                .<FactValue>map(FactValue.Code::new)
                .filter(code -> !code.equals(from))
                .findFirst()
                .orElse(null);
    }

    private static FactValue nearest(Seen seen, Operand.Listed listed) {
        if (!(seen instanceof Seen.Known known && known.value() instanceof Num from)) {
            return listed.values().get(0);
        }
        FactValue best = listed.values().get(0);
        for (FactValue each : listed.values()) {
            if (distance(each, from).compareTo(distance(best, from)) < 0) {
                best = each;
            }
        }
        return best;
    }

    private static BigDecimal distance(FactValue to, Num from) {
        return ((Num) to).value().subtract(from.value()).abs();
    }

    private static FactValue joined(Seen seen, FactValue code) {
        java.util.List<String> codes = new java.util.ArrayList<>();
        if (seen instanceof Seen.Known known && known.value() instanceof Codes present) {
            codes.addAll(present.values());
        }
        codes.add(((FactValue.Code) code).value());
        return new Codes(codes);
    }

    private static @Nullable FactValue outside(FactDefinition fact, Operand.Listed listed) {
        return fact.values().keySet().stream()
                .<FactValue>map(FactValue.Code::new)
                .filter(code -> !listed.values().contains(code))
                .findFirst()
                .orElse(null);
    }
}
