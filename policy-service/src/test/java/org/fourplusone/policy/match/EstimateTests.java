package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

/** What holds of every amount of every item, whatever the facts are. */
class EstimateTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final int ROUNDS = 2_000;

    private interface Property {
        void holds(Item item, Facts facts, Award award, String what);
    }

    private static void onAllItems(Property property) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EstimateTests seed " + seed);
        RandomFacts drawn = new RandomFacts(DICTIONARY, seed);
        for (int round = 0; round < ROUNDS; round++) {
            Facts facts = round % 2 == 0 ? drawn.next() : drawn.nextKnown();
            for (Item item : CatalogueItems.read()) {
                Award award = item.formula().award(facts);
                property.holds(
                        item, facts, award, "seed " + seed + " round " + round + " " + item.code() + " " + award);
            }
        }
    }

    @Test
    void noAmountIsNegativeAboveTheCeilingOrARangeUpsideDown() {
        onAllItems((item, facts, award, what) -> {
            assertThat(award.low().isNegative()).as(what).isFalse();
            assertThat(award.high()).as(what).isNotNull();
            assertThat(award.low().isMoreThan(award.high())).as(what).isFalse();
            assertThat(award.high().isMoreThan(item.most())).as(what).isFalse();
        });
    }

    @Test
    void aCeilingIsNeverShownAsAnAmount() {
        onAllItems((item, facts, award, what) -> {
            if (award.atMost()) {
                assertThat(award.isExact() && award.high().isPositive())
                        .as(what)
                        .isFalse();
            }
        });
    }

    @Test
    void withAllFactsKnownTheAmountIsExact() {
        onAllItems((item, facts, award, what) -> {
            if (item.formula().facts().stream().noneMatch(fact -> facts.see(fact) instanceof Seen.Unknown)) {
                assertThat(award.isExact()).as(what).isTrue();
            }
        });
    }

    @Test
    void learningWhatWasUnknownLeadsIntoTheRange() {
        RandomFacts values = new RandomFacts(DICTIONARY, 1);
        onAllItems((item, facts, award, what) -> {
            Map<FactDefinition, Seen> rest = new HashMap<>();
            for (FactDefinition fact : item.formula().facts()) {
                if (facts.see(fact) instanceof Seen.Unknown) {
                    rest.put(fact, new Seen.Known(values.value(fact), "TEST", true));
                }
            }
            // An exact amount may rest on the planned basis: what is measured later settles it.
            if (award.isExact()) {
                return;
            }
            Award exact = item.formula().award(facts.with(rest));
            assertThat(exact.isExact()).as(what).isTrue();
            assertThat(award.low().isMoreThan(exact.low()))
                    .as(what + " then " + exact)
                    .isFalse();
            assertThat(exact.low().isMoreThan(award.high()))
                    .as(what + " then " + exact)
                    .isFalse();
        });
    }

    @Test
    void aTopUpIsNeverBelowZeroAndWithWhatWasPaidNeverAboveTheWhole() {
        Random random = new Random(11);
        onAllItems((item, facts, award, what) -> {
            Money paid = Money.ofFen(random.nextInt(200_000_000));
            Award rest = award.less(paid);
            assertThat(rest.low().isNegative() || rest.high().isNegative())
                    .as(what)
                    .isFalse();
            assertThat(rest.low().isMoreThan(rest.high())).as(what).isFalse();
            assertThat(rest.low()).as(what).isEqualTo(award.low().minus(paid).max(Money.ZERO));
            assertThat(rest.high().plus(paid)).as(what).isEqualTo(award.high().max(paid));
        });
    }

    @Test
    void bandsAndLevelsPayOneOfTheirAmountsAndAtLeastTheOneReached() {
        onAllItems((item, facts, award, what) -> {
            if (!award.isExact()) {
                return;
            }
            Formula formula = item.formula();
            if (formula instanceof Band band) {
                assertThat(award.low().isZero()
                                || band.bands().stream()
                                        .anyMatch(step -> step.amount().equals(award.low())))
                        .as(what)
                        .isTrue();
            } else if (formula instanceof Level level) {
                assertPaysATier(level.levels(), award, what);
            } else if (formula instanceof SumOfItems sum) {
                assertPaysATier(sum.levels(), award, what);
            }
            assertThat(formula.reached(facts) == Truth.FALSE && award.low().isPositive())
                    .as(what)
                    .isFalse();
        });
    }

    private static void assertPaysATier(List<Tier> tiers, Award award, String what) {
        assertThat(award.low().isZero()
                        || tiers.stream().anyMatch(tier -> tier.amount().equals(award.low())))
                .as(what)
                .isTrue();
    }

    @Test
    void moreOfABandNeverPaysLess() {
        onAllItems((item, facts, award, what) -> {
            if (item.formula() instanceof Band band
                    && facts.see(band.by()) instanceof Seen.Known known
                    && known.value() instanceof FactValue.Num number) {
                FactValue more = new FactValue.Num(number.value().add(new BigDecimal("1000000.00")));
                Award higher = band.award(facts.with(Map.of(band.by(), new Seen.Known(more, "TEST", true))));
                assertThat(award.low().isMoreThan(higher.low())).as(what).isFalse();
            }
        });
    }

    @Test
    void stagesAddUpAndThingsAreCapped() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomFacts drawn = new RandomFacts(DICTIONARY, seed);
        for (int round = 0; round < ROUNDS; round++) {
            Facts facts = drawn.nextKnown();
            Facts other = drawn.nextKnown();
            for (Item item : CatalogueItems.read()) {
                String what = "seed " + seed + " round " + round + " " + item.code();
                if (item.formula() instanceof SumOfItems sum) {
                    Award one = sum.award(facts);
                    Award two = sum.award(other);
                    Money whole = one.low().plus(two.low()).min(item.most());
                    assertThat(sum.sum(List.of(one, two)).low()).as(what).isEqualTo(whole);
                } else if (item.formula() instanceof Stages stages
                        && facts.see(stages.by()) instanceof Seen.Known known
                        && known.value() instanceof FactValue.Codes reached) {
                    Money whole = stages.stages().stream()
                            .filter(tier -> reached.values().contains(tier.value()))
                            .map(Tier::amount)
                            .reduce(Money.ZERO, Money::plus);
                    assertThat(stages.award(facts)).as(what).isEqualTo(Award.exactly(whole.min(item.most())));
                }
            }
        }
    }
}
