package org.fourplusone.policy.match;

import java.math.BigDecimal;
import java.util.List;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.FactView;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.jspecify.annotations.Nullable;

/** A comparison on facts as whole numbers; the few that numbers cannot tell it asks of the facts themselves. */
final class Probe implements Reading.Step {

    /** What is asked; the many that are asked in one loop come first. */
    enum Question {
        WITHIN,
        AMONG_CODES,
        ONE_OF,
        SHARES,
        KNOWN,
        AGAINST,
        HASHED,
        ITSELF
    }

    /** Beyond any number of a fact, and still far from overflowing. */
    private static final long MOST = 1L << 61;

    final Question question;
    final int fact;
    final int planned;
    final boolean noneIsZero;
    private final Comparison leaf;
    private final int other;
    boolean isOpposite;
    long low;
    long high;
    long mask;
    private long[] values = {};

    /** @param noneIsZero as formulas read numbers: one that is known not to exist counts as zero */
    Probe(Comparison leaf, int policyYear, boolean noneIsZero) {
        FactDefinition about = leaf.fact();
        FactDefinition instead = leaf.planned();
        this.leaf = leaf;
        this.noneIsZero = noneIsZero && about.type().isNumber();
        fact = about.index();
        planned = instead == null ? fact : instead.index();
        other = leaf.operand() instanceof Operand.Other than ? than.fact().index() : fact;
        boolean isAlike = instead == null || instead.type() == about.type() && about.type() != FactType.ENUM;
        question = isAlike ? question(leaf, policyYear) : Question.ITSELF;
    }

    private Question question(Comparison comparison, int policyYear) {
        FactDefinition about = comparison.fact();
        FactType type = about.type();
        Op op = comparison.op();
        if (op == Op.EXISTS) {
            boolean isWanted = comparison.operand() instanceof Operand.Literal literal
                    && literal.value() instanceof FactValue.Flag flag
                    && flag.value();
            isOpposite = !isWanted;
            mask = -1;
            return type == FactType.SET ? Question.SHARES : Question.KNOWN;
        }
        if (comparison.operand() instanceof Operand.Other than) {
            return type.isNumber() && than.fact().type() == type ? Question.AGAINST : Question.ITSELF;
        }
        isOpposite = op == Op.NE || op == Op.NOT_IN;
        if (type == FactType.CODE || type == FactType.TEXT) {
            values = comparison.operand() instanceof Operand.Listed listed
                    ? numbers(about, listed.values())
                    : comparison.operand() instanceof Operand.Literal literal
                            ? numbers(about, List.of(literal.value()))
                            : values;
            return values.length == 0 ? Question.ITSELF : Question.HASHED;
        }
        if (comparison.operand() instanceof Operand.Listed listed) {
            return listed(about, listed);
        }
        long than = comparison.operand() instanceof Operand.Literal literal
                ? Encoding.number(about, literal.value())
                : Encoding.whole(type, BigDecimal.valueOf(policyYear));
        low = op == Op.LT || op == Op.LTE ? -MOST : op == Op.GT ? than + 1 : than;
        high = op == Op.GT || op == Op.GTE ? MOST : op == Op.LT ? than - 1 : than;
        return Question.WITHIN;
    }

    private Question listed(FactDefinition about, Operand.Listed listed) {
        boolean isSet = about.type() == FactType.SET;
        values = numbers(about, listed.values());
        boolean isMasked = about.type() == FactType.ENUM && about.values().size() <= Long.SIZE;
        for (long value : values) {
            mask |= isSet ? value : isMasked ? 1L << value : 0;
        }
        return isSet ? Question.SHARES : isMasked ? Question.AMONG_CODES : Question.ONE_OF;
    }

    private static long[] numbers(FactDefinition about, List<FactValue> values) {
        return values.stream()
                .mapToLong(value -> Encoding.number(about, about.type() == FactType.SET ? codes(value) : value))
                .toArray();
    }

    private static FactValue codes(FactValue value) {
        return value instanceof FactValue.Code one ? new FactValue.Codes(List.of(one.value())) : value;
    }

    @Override
    public int on(Reading reading, FactView facts, long[] numbers) {
        if (question == Question.ITSELF) {
            return Reading.bits(leaf.judge(facts));
        }
        long number = numbers[fact];
        if (number == Encoding.UNKNOWN) {
            number = numbers[planned];
        }
        if (number <= Encoding.NONE) {
            if (number == Encoding.UNKNOWN) {
                return Reading.UNKNOWN;
            }
            if (!noneIsZero) {
                return leaf.op() == Op.EXISTS && isOpposite ? Reading.TRUE : Reading.FALSE;
            }
            number = 0;
        }
        boolean isMet =
                switch (question) {
                    case WITHIN -> low <= number && number <= high;
                    case AMONG_CODES -> (mask >>> number & 1) != 0;
                    case SHARES -> (number & mask) != 0;
                    case ONE_OF, HASHED -> isOneOf(number);
                    default -> true;
                };
        if (question == Question.AGAINST) {
            return against(number, numbers[other]);
        }
        return question == Question.HASHED && isMet
                ? Reading.bits(leaf.judge(facts))
                : isMet != isOpposite ? Reading.TRUE : Reading.FALSE;
    }

    private boolean isOneOf(long number) {
        for (long value : values) {
            if (value == number) {
                return true;
            }
        }
        return false;
    }

    private int against(long number, long than) {
        if (than == Encoding.UNKNOWN) {
            return Reading.UNKNOWN;
        }
        if (than == Encoding.NONE) {
            return Reading.FALSE;
        }
        boolean isMet =
                switch (leaf.op()) {
                    case EQ -> number == than;
                    case NE -> number != than;
                    case LT -> number < than;
                    case LTE -> number <= than;
                    case GT -> number > than;
                    default -> number >= than;
                };
        return isMet ? Reading.TRUE : Reading.FALSE;
    }

    /** What tells two probes of one kind of rows apart: not the clause that asks. */
    record Key(FactDefinition fact, @Nullable FactDefinition planned, Op op, Operand operand, boolean noneIsZero) {

        static Key of(Comparison leaf, boolean noneIsZero) {
            return new Key(leaf.fact(), leaf.planned(), leaf.op(), leaf.operand(), noneIsZero);
        }
    }
}
