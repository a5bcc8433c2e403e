package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * The values that facts can take and those that meet a comparison, as whole numbers: numbers in the smallest units of
 * their type, false and true as 0 and 1, codes and texts numbered as they are met.
 */
final class Values {

    /** Stands for a fact that is known not to exist. */
    static final Spans ABSENT = Spans.of(Long.MIN_VALUE);

    /** There is no end of texts: these many stand for all that a rule does not name. */
    private static final Spans TEXTS = Spans.between(0, 1L << 40);

    private static final Spans YEARS = Spans.between(0, 9999);

    private final Map<String, Long> codes = new HashMap<>();

    /** What a fact can be if it is known; for SET only that it is known, its codes stand beside it. */
    Spans known(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> Spans.between(0, 1);
            case SET -> Spans.of(0);
            case CODE, TEXT -> TEXTS;
            case ENUM -> {
                Spans listed = Spans.NOTHING;
                for (String code : fact.values().keySet()) {
                    listed = listed.or(Spans.of(code(code)));
                }
                yield listed;
            }
            default -> range(fact);
        };
    }

    private static Spans range(FactDefinition fact) {
        long most =
                BigDecimal.TEN.pow(fact.type().digits() + fact.type().scale()).longValueExact() - 1;
        Spans all = Spans.between(-most, most);
        if (fact.min() != null) {
            all = all.and(Spans.between(units(fact, fact.min(), RoundingMode.CEILING), most));
        }
        return fact.max() == null ? all : all.and(Spans.between(-most, units(fact, fact.max(), RoundingMode.FLOOR)));
    }

    private static long units(FactDefinition fact, BigDecimal number, RoundingMode rounding) {
        return number.setScale(fact.type().scale(), rounding).unscaledValue().longValueExact();
    }

    /** The policy years that there can be. */
    static Spans years() {
        return YEARS;
    }

    /**
     * The known values of a fact that meet a comparison with a literal or a list; not for SET, nor for {@code exists}.
     *
     * @param fact the comparison's own, or the planned one
     */
    Spans meeting(Comparison leaf, FactDefinition fact) {
        Spans known = known(fact);
        if (leaf.operand() instanceof Operand.Listed listed) {
            Spans among = Spans.NOTHING;
            for (FactValue each : listed.values()) {
                among = among.or(Spans.of(number(fact, each)));
            }
            return leaf.op() == Op.IN ? known.and(among) : known.without(among);
        }
        long than = number(fact, ((Operand.Literal) leaf.operand()).value());
        return known.and(
                switch (leaf.op()) {
                    case LT -> Spans.between(Long.MIN_VALUE, than - 1);
                    case LTE -> Spans.between(Long.MIN_VALUE, than);
                    case GT -> Spans.between(than + 1, Long.MAX_VALUE);
                    case GTE -> Spans.between(than, Long.MAX_VALUE);
                    case NE -> known.without(Spans.of(than));
                    default -> Spans.of(than);
                });
    }

    private long number(FactDefinition fact, FactValue value) {
        if (value instanceof FactValue.Num num) {
            return units(fact, num.value(), RoundingMode.UNNECESSARY);
        }
        return value instanceof FactValue.Flag flag ? flag.value() ? 1 : 0 : code(((FactValue.Code) value).value());
    }

    private long code(String code) {
        return codes.computeIfAbsent(code, any -> (long) codes.size());
    }
}
