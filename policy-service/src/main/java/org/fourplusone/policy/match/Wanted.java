package org.fourplusone.policy.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Fixed;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.Months;
import org.fourplusone.policy.benefit.PerUnit;
import org.fourplusone.policy.benefit.Rate;
import org.fourplusone.policy.benefit.RateLevel;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides an item as conditions: its rule, a tier that is reached, an amount above zero. Together they
 * are the verdict, but for earlier grants.
 *
 * @param parts all of which are wanted
 * @param tiny amounts so small that only the formula tells whether they round to nothing; any of these
 * @param isWhole false if no condition says whether the amount is above zero: then the formula must be asked
 * @param tier the one of the parts that a tier is reached, or null
 * @param amount the parts that make the amount more than nothing
 */
public record Wanted(
        List<Condition> parts,
        List<Condition> tiny,
        boolean isWhole,
        @Nullable Condition tier,
        List<Condition> amount) {

    /** What rounds to one fen. */
    private static final BigDecimal HALF_A_FEN = new BigDecimal("0.005");

    public static Wanted of(Item item) {
        List<Condition> parts = new ArrayList<>();
        flatten(item.rule(), parts);
        Condition tier = tier(item);
        if (tier != null) {
            parts.add(tier);
        }
        Formula formula = item.formula();
        Amount amount = new Amount(item);
        boolean isWhole = (formula.cap() == null || formula.cap().isPositive()) && amount.isAboveZero(formula);
        if (isWhole) {
            amount.parts.forEach(part -> flatten(part, parts));
        }
        return new Wanted(
                List.copyOf(parts),
                isWhole ? List.copyOf(amount.tiny) : List.of(),
                isWhole,
                tier,
                isWhole ? List.copyOf(amount.parts) : List.of());
    }

    static void flatten(Condition condition, List<Condition> into) {
        if (condition instanceof Condition.All all) {
            all.of().forEach(each -> flatten(each, into));
        } else {
            into.add(condition);
        }
    }

    public Condition condition() {
        return new Condition.All(parts);
    }

    private static @Nullable Condition tier(Item item) {
        Formula formula = item.formula();
        if (formula instanceof Level level) {
            return oneOf(item, level.by(), level.levels().stream().map(Tier::value));
        }
        if (formula instanceof SumOfItems sum) {
            return oneOf(item, sum.by(), sum.levels().stream().map(Tier::value));
        }
        if (formula instanceof RateLevel rates) {
            return oneOf(item, rates.by(), rates.levels().stream().map(RateLevel.Share::value));
        }
        if (formula instanceof Stages stages) {
            return oneOf(item, stages.by(), stages.stages().stream().map(Tier::value));
        }
        if (formula instanceof Band band) {
            return compared(
                    item, band.by(), band.planned(), Op.GTE, band.bands().get(0).from());
        }
        return null;
    }

    private static Comparison oneOf(Item item, FactDefinition by, Stream<String> values) {
        List<FactValue> listed =
                values.<FactValue>map(value -> Tier.named(by, value)).toList();
        return new Comparison(item.clause(), false, by, Op.IN, new Operand.Listed(listed), null);
    }

    private static Comparison compared(
            Item item, FactDefinition fact, @Nullable FactDefinition planned, Op op, BigDecimal than) {
        return new Comparison(item.clause(), false, fact, op, new Operand.Literal(new FactValue.Num(than)), planned);
    }

    /** The least value of a fact that, times this, rounds to more than nothing. */
    private static BigDecimal least(FactDefinition fact, BigDecimal times) {
        return HALF_A_FEN.divide(times, fact.type().scale(), RoundingMode.CEILING);
    }

    /** Builds what makes an amount more than nothing. */
    private static final class Amount {

        private final Item item;
        private final List<Condition> parts = new ArrayList<>();
        private final List<Condition> tiny = new ArrayList<>();

        Amount(Item item) {
            this.item = item;
        }

        /** @return false if that cannot be said as conditions */
        boolean isAboveZero(Formula formula) {
            if (formula instanceof Fixed fixed) {
                return fixed.amount().isPositive();
            }
            if (formula instanceof Level level) {
                return isPositive(level.levels());
            }
            if (formula instanceof Stages stages) {
                return isPositive(stages.stages());
            }
            if (formula instanceof SumOfItems sum) {
                return isPositive(sum.levels());
            }
            if (formula instanceof Band band) {
                return band.bands().stream().allMatch(step -> step.amount().isPositive()) && isCrossed(band);
            }
            if (formula instanceof Rate rate) {
                return isShare(rate.base(), rate.rate(), rate.months(), parts) && isWithin(rate.months());
            }
            if (formula instanceof RateLevel rates) {
                return isLevel(rates) && isWithin(rates.months());
            }
            return formula instanceof PerUnit units && areUnits(units);
        }

        private static boolean isPositive(List<Tier> tiers) {
            return tiers.stream().allMatch(tier -> tier.amount().isPositive());
        }

        /** A band that is reached and was not reached before; while the value is unknown, nothing is said. */
        private boolean isCrossed(Band band) {
            FactDefinition before = band.crossedFrom();
            BigDecimal most = band.by().max();
            if (before == null) {
                return true;
            }
            if (most == null) {
                return false;
            }
            List<Condition> any = new ArrayList<>();
            for (Band.Step step : band.bands()) {
                any.add(new Condition.All(List.of(
                        compared(item, band.by(), band.planned(), Op.GTE, step.from()),
                        compared(item, before, null, Op.LT, step.from()))));
            }
            any.add(compared(item, band.by(), band.planned(), Op.GT, most));
            parts.add(new Condition.Any(any));
            return true;
        }

        private boolean isShare(FactDefinition base, BigDecimal share, @Nullable Months months, List<Condition> into) {
            if (share.signum() <= 0) {
                return false;
            }
            BigDecimal least = least(base, share);
            into.add(compared(item, base, null, Op.GTE, least));
            BigDecimal most = months == null ? BigDecimal.ONE : months.claimed().max();
            if (months != null && most != null) {
                tiny.add(new Condition.All(List.of(
                        compared(item, base, null, Op.GTE, least),
                        compared(item, base, null, Op.LT, least(base, share).multiply(most)))));
            }
            return most != null;
        }

        private boolean isWithin(@Nullable Months months) {
            if (months == null) {
                return true;
            }
            parts.add(compared(item, months.before(), null, Op.LT, months.max()));
            parts.add(compared(item, months.claimed(), null, Op.GT, BigDecimal.ZERO));
            BigDecimal min = months.claimed().min();
            return min != null && min.signum() >= 0;
        }

        private boolean isLevel(RateLevel rates) {
            List<Condition> any = new ArrayList<>();
            for (RateLevel.Share level : rates.levels()) {
                List<Condition> all = new ArrayList<>();
                all.add(new Comparison(
                        item.clause(),
                        false,
                        rates.by(),
                        Op.EQ,
                        new Operand.Literal(Tier.named(rates.by(), level.value())),
                        null));
                if (!isShare(rates.base(), level.rate(), rates.months(), all)) {
                    return false;
                }
                any.add(new Condition.All(all));
            }
            parts.add(any.size() == 1 ? any.get(0) : new Condition.Any(any));
            return true;
        }

        private boolean areUnits(PerUnit formula) {
            List<Condition> any = new ArrayList<>();
            for (PerUnit.Unit unit : formula.units()) {
                List<Condition> all = new ArrayList<>();
                if (!isUnit(unit, all)) {
                    return false;
                }
                any.add(new Condition.All(all));
            }
            parts.add(any.size() == 1 ? any.get(0) : new Condition.Any(any));
            return formula.notAbove() == null
                    || isShare(formula.notAbove().fact(), formula.notAbove().share(), null, parts);
        }

        private boolean isUnit(PerUnit.Unit unit, List<Condition> all) {
            BigDecimal size = unit.size();
            if (size != null) {
                all.add(compared(
                        item,
                        unit.factors().get(0).fact(),
                        unit.factors().get(0).planned(),
                        Op.GTE,
                        size));
                return unit.factors().size() == 1
                        && unit.factors().get(0).max() == null
                        && unit.amount().isPositive();
            }
            int fractions = 0;
            for (PerUnit.Factor factor : unit.factors()) {
                BigDecimal max = factor.max();
                all.add(compared(item, factor.fact(), factor.planned(), Op.GT, BigDecimal.ZERO));
                if (factor.less() != null && max != null) {
                    all.add(compared(item, factor.less(), null, Op.LT, max));
                }
                if (factor.fact().type().scale() > 0) {
                    fractions++;
                    tiny.add(new Condition.All(List.of(
                            compared(item, factor.fact(), factor.planned(), Op.GT, BigDecimal.ZERO),
                            compared(
                                    item,
                                    factor.fact(),
                                    factor.planned(),
                                    Op.LT,
                                    least(factor.fact(), unit.amount().yuan())))));
                }
            }
            return fractions <= 1
                    && unit.amount().isPositive()
                    && unit.factors().stream().allMatch(Amount::isLimitLarge);
        }

        /** Whether a limit of a factor leaves at least one whole unit where it leaves anything. */
        private static boolean isLimitLarge(PerUnit.Factor factor) {
            BigDecimal max = factor.max();
            return max == null
                    || max.signum() > 0
                            && max.stripTrailingZeros().scale() <= 0
                            && (factor.less() == null || factor.less().type().scale() == 0);
        }
    }
}
