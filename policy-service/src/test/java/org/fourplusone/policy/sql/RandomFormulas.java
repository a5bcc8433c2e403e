package org.fourplusone.policy.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
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
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** Formulas of every type over the facts of the enterprise and one kind of record, some of them paying nothing. */
final class RandomFormulas {

    private static final List<String> AMOUNTS =
            List.of("0.00", "0.01", "10.00", "10000.00", "100000.00", "500000.00", "2000000.00");
    private static final List<String> RATES = List.of("0.000001", "0.005", "0.08", "0.35", "0.5", "1");

    private final Dictionary dictionary;
    private final RandomFacts values;
    private final Random random;

    RandomFormulas(Dictionary dictionary, long seed) {
        this.dictionary = dictionary;
        this.values = new RandomFacts(dictionary, seed);
        this.random = new Random(seed);
    }

    Subject nextRecord() {
        return Subject.values()[1 + random.nextInt(Subject.values().length - 1)];
    }

    Formula next(Subject record) {
        return switch (random.nextInt(9)) {
            case 0 -> new Fixed(amount());
            case 1 -> new Rate(fact(record, money()), rate(), months(record), cap());
            case 2 -> {
                FactDefinition by = fact(record, fact -> fact.type() == FactType.BOOLEAN || isEnum(fact));
                List<RateLevel.Share> shares = new ArrayList<>();
                codes(by).forEach(code -> shares.add(new RateLevel.Share(code, rate())));
                yield new RateLevel(by, fact(record, money()), shares, months(record), cap());
            }
            case 3, 4 -> band(record);
            case 5 -> {
                FactDefinition by = fact(record, RandomFormulas::isEnum);
                yield random.nextBoolean() ? new Level(by, tiers(by), cap()) : new SumOfItems(by, tiers(by), cap());
            }
            case 6 -> {
                FactDefinition by = fact(record, fact -> fact.type() == FactType.SET);
                yield new Stages(by, tiers(by), cap());
            }
            default -> perUnit(record);
        };
    }

    private Formula band(Subject record) {
        FactDefinition by = fact(record, money());
        List<Band.Step> bands = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            from = from.add(number(by).abs()).add(BigDecimal.ONE);
            bands.add(new Band.Step(from, amount()));
        }
        return new Band(
                by,
                random.nextBoolean() ? fact(record, money()) : null,
                random.nextBoolean() ? fact(record, money()) : null,
                bands,
                cap());
    }

    private Formula perUnit(Subject record) {
        List<PerUnit.Unit> units = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            List<PerUnit.Factor> factors = new ArrayList<>();
            int many = 1 + random.nextInt(2);
            // money times money would be more than any amount can be
            Predicate<FactDefinition> counted =
                    each -> each.type().isNumber() && (many == 1 || each.type() != FactType.MONEY);
            for (int j = many; j > 0; j--) {
                FactDefinition fact = fact(record, counted);
                boolean limited = random.nextBoolean();
                factors.add(new PerUnit.Factor(
                        fact,
                        random.nextInt(3) == 0 ? fact(record, counted) : null,
                        limited ? number(fact).abs() : null,
                        limited && random.nextBoolean() ? fact(record, each -> each.type() == fact.type()) : null));
            }
            BigDecimal size =
                    random.nextInt(3) == 0 ? number(factors.get(0).fact()).abs().add(BigDecimal.ONE) : null;
            units.add(new PerUnit.Unit(factors, size, amount()));
        }
        PerUnit.Ceiling ceiling = random.nextInt(3) == 0 ? new PerUnit.Ceiling(fact(record, money()), rate()) : null;
        return new PerUnit(units, null, ceiling, cap());
    }

    private @Nullable Months months(Subject record) {
        Predicate<FactDefinition> whole = fact -> fact.type() == FactType.INTEGER;
        return random.nextBoolean()
                ? null
                : new Months(fact(record, whole), fact(record, whole), BigDecimal.valueOf(1 + random.nextInt(36)));
    }

    private List<Tier> tiers(FactDefinition by) {
        List<Tier> tiers = new ArrayList<>();
        codes(by).forEach(code -> tiers.add(new Tier(code, amount())));
        return tiers;
    }

    private List<String> codes(FactDefinition by) {
        List<String> all = by.values().keySet().stream().toList();
        int size = 1 + random.nextInt(all.size());
        return all.subList(0, size);
    }

    private FactDefinition fact(Subject record, Predicate<FactDefinition> fits) {
        List<FactDefinition> fitting = dictionary.facts().stream()
                .filter(fits)
                .filter(fact -> fact.subject() == record)
                .toList();
        if (fitting.isEmpty() || random.nextInt(3) == 0) {
            fitting = dictionary.facts().stream()
                    .filter(fits)
                    .filter(fact -> fact.subject() == Subject.ENTERPRISE)
                    .toList();
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static Predicate<FactDefinition> money() {
        return fact -> fact.type() == FactType.MONEY;
    }

    private static boolean isEnum(FactDefinition fact) {
        return fact.type() == FactType.ENUM;
    }

    private BigDecimal number(FactDefinition fact) {
        return ((FactValue.Num) values.value(fact)).value();
    }

    private Money amount() {
        return Money.parse(AMOUNTS.get(random.nextInt(AMOUNTS.size())));
    }

    private @Nullable Money cap() {
        return random.nextBoolean() ? null : amount();
    }

    private BigDecimal rate() {
        return new BigDecimal(RATES.get(random.nextInt(RATES.size())));
    }
}
