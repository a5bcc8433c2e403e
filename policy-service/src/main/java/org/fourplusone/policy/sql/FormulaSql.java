package org.fourplusone.policy.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The implicit clauses of a formula as SQL: a tier is reached, and the amount, rounded to the fen, is more than what was
 * paid before. Half a fen rounds up, so that x yuan pay more than y just if x is at least y + 0.005; the statement needs
 * no division that is not exact, and so no rounding of its own.
 */
final class FormulaSql {

    private static final String HALF_A_FEN = "0.005";

    private final Place place;
    private final @Nullable String paid;

    /** @param paid what is deducted, in yuan and never negative; null if nothing ever is */
    FormulaSql(Place place, @Nullable String paid) {
        this.place = place;
        this.paid = paid;
    }

    /** All of them have to hold; none are needed where something is always paid. */
    List<String> clauses(Formula formula) {
        List<String> clauses = new ArrayList<>();
        Money cap = null;
        if (formula instanceof Fixed fixed) {
            clauses.add(exceeds(fixed.amount()));
        } else if (formula instanceof Rate rate) {
            clauses.addAll(share(rate.base(), rate.rate(), rate.months()));
            clauses.addAll(monthsLeft(rate.months()));
            cap = rate.cap();
        } else if (formula instanceof RateLevel levels) {
            clauses.add(rates(levels));
            clauses.addAll(monthsLeft(levels.months()));
            cap = levels.cap();
        } else if (formula instanceof Band band) {
            clauses.add(bands(band));
            cap = band.cap();
        } else if (formula instanceof Level level) {
            clauses.add(tiers(level.by(), level.levels()));
            cap = level.cap();
        } else if (formula instanceof SumOfItems sum) {
            clauses.add(tiers(sum.by(), sum.levels()));
            cap = sum.cap();
        } else if (formula instanceof Stages stages) {
            clauses.addAll(stages(stages));
            cap = stages.cap();
        } else if (formula instanceof PerUnit units) {
            clauses.addAll(units(units));
            cap = units.cap();
        } else {
            throw new IllegalArgumentException("no SQL for " + formula.type());
        }
        if (cap != null) {
            clauses.add(exceeds(cap));
        }
        return clauses.stream()
                .filter(clause -> !clause.equals(Logic.TRUE))
                .distinct()
                .toList();
    }

    /** Whether a fixed amount is more than what was paid: decided here where nothing was. */
    private String exceeds(Money amount) {
        return paid == null ? Logic.of(amount.isPositive()) : yuan(amount) + " > " + paid;
    }

    private String least() {
        return paid == null ? HALF_A_FEN : "(" + paid + " + " + HALF_A_FEN + ")";
    }

    private static String yuan(Money amount) {
        return amount.yuan().toPlainString();
    }

    /** What a formula reads: a number that does not exist counts as none. */
    private String number(FactDefinition fact) {
        return place.isNone(fact) ? "0" : place.value(fact);
    }

    private String number(FactDefinition fact, @Nullable FactDefinition planned) {
        return planned == null || place.isNone(fact)
                ? number(fact)
                : "COALESCE(" + number(fact) + ", " + number(planned) + ")";
    }

    /** A share of the base, for the months that are left of those claimed. */
    private List<String> share(FactDefinition base, BigDecimal rate, @Nullable Months months) {
        String amount = number(base) + times(rate);
        String enough = amount + " >= " + least();
        if (months == null) {
            return List.of(enough);
        }
        String left = "(" + months.max().toPlainString() + " - " + number(months.before()) + ")";
        return List.of(enough, amount + " * " + left + " >= " + least() + " * " + number(months.claimed()));
    }

    private static String times(BigDecimal rate) {
        return rate.compareTo(BigDecimal.ONE) == 0 ? "" : " * " + rate.toPlainString();
    }

    private List<String> monthsLeft(@Nullable Months months) {
        return months == null
                ? List.of()
                : List.of(
                        number(months.before()) + " < " + months.max().toPlainString(),
                        number(months.claimed()) + " <> 0");
    }

    private String rates(RateLevel levels) {
        List<String> ways = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (RateLevel.Share each : levels.levels()) {
            if (named.add(each.value())) {
                List<String> way = new ArrayList<>(List.of(is(levels.by(), each.value())));
                way.addAll(share(levels.base(), each.rate(), levels.months()));
                ways.add(Logic.and(way));
            }
        }
        return Logic.or(ways);
    }

    private String bands(Band band) {
        String value = number(band.by(), band.planned());
        FactDefinition before = band.crossedFrom();
        List<String> ways = new ArrayList<>();
        Money highest = Money.ZERO;
        for (Band.Step each : band.bands()) {
            String from = each.from().toPlainString();
            List<String> conditions = new ArrayList<>(List.of(value + " >= " + from));
            if (before != null) {
                conditions.add(number(before) + " < " + from);
            }
            conditions.add(exceeds(each.amount()));
            String way = Logic.and(conditions);
            boolean covered = before == null && paid == null && highest.isPositive();
            if (!covered) {
                ways.add(way);
            }
            highest = highest.max(each.amount());
        }
        if (before == null) {
            return Logic.or(ways);
        }
        // what was passed before says nothing while it is not known where the enterprise stands now
        String unknown = paid == null && highest.isPositive()
                ? "NULL"
                : "CASE WHEN " + exceeds(highest) + " THEN NULL ELSE FALSE END";
        return "CASE WHEN " + value + " IS NULL THEN " + unknown + " ELSE " + Logic.or(ways) + " END";
    }

    private String tiers(FactDefinition by, List<Tier> tiers) {
        List<String> ways = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<Tier> first =
                tiers.stream().filter(tier -> named.add(tier.value())).toList();
        if (paid == null && by.type() == FactType.ENUM && !place.isNone(by)) {
            List<String> paying = first.stream()
                    .filter(tier -> tier.amount().isPositive())
                    .map(Tier::value)
                    .toList();
            return paying.isEmpty() ? Logic.FALSE : place.value(by) + " IN " + Literal.texts(paying);
        }
        first.forEach(tier -> ways.add(Logic.and(List.of(is(by, tier.value()), exceeds(tier.amount())))));
        return Logic.or(ways);
    }

    /** Whether a fact names this level. */
    private String is(FactDefinition by, String level) {
        if (place.isNone(by)) {
            return Logic.FALSE;
        }
        return switch (by.type()) {
            case BOOLEAN -> place.value(by) + " = " + Logic.of(Boolean.parseBoolean(level));
            case ENUM, CODE, TEXT -> place.value(by) + " = " + Literal.text(level);
            default -> Logic.whereKnown(place.anyColumn(by), false);
        };
    }

    private List<String> stages(Stages stages) {
        FactDefinition by = stages.by();
        if (place.isNone(by)) {
            return List.of(Logic.FALSE);
        }
        if (paid == null) {
            return List.of(Logic.or(stages.stages().stream()
                    .filter(stage -> stage.amount().isPositive())
                    .map(stage -> place.holds(by, stage.value()))
                    .toList()));
        }
        String sum = stages.stages().stream()
                .map(stage ->
                        "CASE WHEN " + place.holds(by, stage.value()) + " THEN " + yuan(stage.amount()) + " ELSE 0 END")
                .collect(Collectors.joining(" + "));
        Money whole = stages.stages().stream().map(Tier::amount).reduce(Money.ZERO, Money::plus);
        return List.of(
                "CASE WHEN " + place.anyColumn(by) + " IS NULL THEN NULL ELSE " + sum + " > " + paid + " END",
                exceeds(whole));
    }

    private List<String> units(PerUnit formula) {
        List<String> amounts = new ArrayList<>();
        List<String> atLeast = new ArrayList<>();
        for (PerUnit.Unit each : formula.units()) {
            String count = new UnitSql(this::number).count(each);
            amounts.add(count + " * " + yuan(each.amount()));
            atLeast.add("COALESCE(" + count + ", 0) * " + yuan(each.amount()));
        }
        String enough = String.join(" + ", amounts) + " >= " + least();
        if (amounts.size() > 1) {
            enough = Logic.or(List.of(String.join(" + ", atLeast) + " >= " + least(), enough));
        }
        PerUnit.Ceiling ceiling = formula.notAbove();
        String below =
                ceiling == null ? Logic.TRUE : number(ceiling.fact()) + times(ceiling.share()) + " >= " + least();
        return List.of(enough, below);
    }
}
