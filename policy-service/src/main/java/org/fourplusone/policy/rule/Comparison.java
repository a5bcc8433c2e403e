package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import org.fourplusone.policy.rule.FactValue.Codes;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One fact compared with a literal, a parameter or another fact.
 *
 * @param clause where the policy's text says so
 * @param common true for the conditions that all items share
 * @param planned read while the fact itself is unknown: what was filed stands for what is later measured
 */
public record Comparison(
        Text clause,
        boolean common,
        FactDefinition fact,
        Op op,
        Operand operand,
        @Nullable FactDefinition planned) implements Condition {

    /** The fact as seen, or the planned one while the measured one is unknown. */
    public Seen seen(Facts facts) {
        Seen seen = facts.see(fact);
        return seen instanceof Seen.Unknown && planned != null ? facts.see(planned) : seen;
    }

    /** Whether it is about facts of the enterprise alone, and none of a record. */
    public boolean isOfEnterprise() {
        return fact.subject() == Subject.ENTERPRISE
                && (planned == null || planned.subject() == Subject.ENTERPRISE)
                && (!(operand instanceof Operand.Other other) || other.fact().subject() == Subject.ENTERPRISE);
    }

    Truth compare(Facts facts) {
        Seen seen = seen(facts);
        if (seen instanceof Seen.Unknown) {
            return Truth.UNKNOWN;
        }
        if (seen instanceof Seen.Known known) {
            return compare(known.value(), facts);
        }
        return Truth.of(op == Op.EXISTS && isExpected(false));
    }

    private Truth compare(FactValue value, Facts facts) {
        if (op == Op.EXISTS) {
            boolean empty = value instanceof Codes codes && codes.values().isEmpty();
            return Truth.of(isExpected(!empty));
        }
        if (operand instanceof Operand.Listed listed) {
            return Truth.of(isAmong(value, listed.values()) == (op == Op.IN));
        }
        FactValue threshold = threshold(facts);
        if (threshold == null) {
            return operand instanceof Operand.Other other && facts.see(other.fact()) instanceof Seen.None
                    ? Truth.FALSE
                    : Truth.UNKNOWN;
        }
        if (op == Op.EQ || op == Op.NE) {
            return Truth.of(same(value, threshold) == (op == Op.EQ));
        }
        int order = ((Num) value).value().compareTo(((Num) threshold).value());
        return Truth.of(
                switch (op) {
                    case LT -> order < 0;
                    case LTE -> order <= 0;
                    case GT -> order > 0;
                    default -> order >= 0;
                });
    }

    /** What the fact is compared with, or null for a list, for {@code exists}, or if that fact is not known. */
    public @Nullable FactValue threshold(Facts facts) {
        if (operand instanceof Operand.Literal literal) {
            return literal.value();
        }
        if (operand instanceof Operand.PolicyYear) {
            return new Num(BigDecimal.valueOf(facts.policyYear()));
        }
        if (operand instanceof Operand.Other other && facts.see(other.fact()) instanceof Seen.Known known) {
            return known.value();
        }
        return null;
    }

    /** The opposite comparison of the same fact. */
    public Comparison negated() {
        Op opposite =
                switch (op) {
                    case EQ -> Op.NE;
                    case NE -> Op.EQ;
                    case LT -> Op.GTE;
                    case GTE -> Op.LT;
                    case GT -> Op.LTE;
                    case LTE -> Op.GT;
                    case IN -> Op.NOT_IN;
                    case NOT_IN -> Op.IN;
                    case EXISTS -> Op.EXISTS;
                };
        Operand other = op == Op.EXISTS ? new Operand.Literal(new Flag(isExpected(false))) : operand;
        return new Comparison(clause, common, fact, opposite, other, planned);
    }

    private boolean isExpected(boolean exists) {
        return operand instanceof Operand.Literal literal
                && literal.value() instanceof Flag expected
                && expected.value() == exists;
    }

    private static boolean isAmong(FactValue value, List<FactValue> values) {
        for (FactValue each : values) {
            if (value instanceof Codes codes
                    ? each instanceof FactValue.Code code && codes.values().contains(code.value())
                    : same(value, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(FactValue one, FactValue other) {
        return one instanceof Num left && other instanceof Num right
                ? left.value().compareTo(right.value()) == 0
                : one.equals(other);
    }
}
