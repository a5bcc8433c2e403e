package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.BadFactValue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class NearMissTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();

    /** Facts drawn around the thresholds of the catalogue; about one in eight unknown. */
    private static Facts drawn(Random random, Item item) {
        Map<FactDefinition, Seen> facts = new HashMap<>();
        for (FactDefinition fact : DICTIONARY.facts()) {
            if (random.nextInt(8) != 0 && item.reads(fact)) {
                facts.put(fact, new Seen.Known(value(random, fact), "TEST", true));
            }
        }
        Facts nothing = new Facts() {
            @Override
            public Seen see(FactDefinition fact) {
                return Seen.UNKNOWN;
            }

            @Override
            public int policyYear() {
                return 2026;
            }
        };
        return nothing.with(facts);
    }

    private static FactValue value(Random random, FactDefinition fact) {
        List<String> codes = List.copyOf(fact.values().keySet());
        return switch (fact.type()) {
            case BOOLEAN -> new FactValue.Flag(random.nextInt(5) != 0);
            case ENUM -> new FactValue.Code(codes.get(random.nextInt(codes.size())));
            case SET -> new FactValue.Codes(codes.subList(0, random.nextInt(codes.size() + 1)));
            case CODE, TEXT ->
                new FactValue.Code(List.of("3611", "3130", "9999").get(random.nextInt(3)));
            case YEAR -> new FactValue.Num(BigDecimal.valueOf(2025 + random.nextInt(2)));
            case INTEGER -> new FactValue.Num(BigDecimal.valueOf(random.nextInt(40)));
            case RATIO -> new FactValue.Num(BigDecimal.valueOf(random.nextInt(20), 2));
            case MONEY, DECIMAL ->
                new FactValue.Num(BigDecimal.TEN
                        .pow(random.nextInt(11))
                        .multiply(BigDecimal.valueOf(random.nextInt(10)))
                        .setScale(2));
        };
    }

    private static Judgement.OfRecord judged(Item item, Facts facts) {
        return new Judgement.OfRecord(
                null,
                false,
                facts,
                item.rule().judge(facts),
                item.formula().reached(facts),
                new Standing(Truth.TRUE, Money.ZERO, null),
                item.formula().award(facts));
    }

    @Test
    void applyingTheChangesMeetsTheClausesAndLeavingOneOutDoesNot() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("NearMissTests seed " + seed);
        Random random = new Random(seed);
        List<Item> items = CatalogueItems.read();
        int found = 0;
        for (int round = 0; round < 200; round++) {
            for (Item item : items) {
                Facts facts = drawn(random, item);
                NearMiss miss = NearMiss.of(item, judged(item, facts), facts).orElse(null);
                if (miss == null) {
                    continue;
                }
                found++;
                String what = "seed " + seed + " " + item.code() + " " + miss.changes();
                Judgement.OfRecord after = judged(item, facts.with(seen(miss.changes())));
                assertThat(after.rule().and(after.reached())).as(what).isNotEqualTo(Truth.FALSE);
                assertThat(miss.award()).as(what).isEqualTo(after.award());
                for (NearMiss.Change left : miss.changes()) {
                    List<NearMiss.Change> others = new ArrayList<>(miss.changes());
                    others.remove(left);
                    Judgement.OfRecord without = judged(item, facts.with(seen(others)));
                    assertThat(without.rule().and(without.reached()))
                            .as(what + " without " + left)
                            .isEqualTo(Truth.FALSE);
                    assertSmallest(item, facts, miss, left, what);
                }
            }
        }
        assertThat(found).isGreaterThan(2_000);
    }

    /** A number nearer to the present one does not do. */
    private static void assertSmallest(Item item, Facts facts, NearMiss miss, NearMiss.Change change, String what) {
        if (!(change.to() instanceof FactValue.Num to)
                || !(change.from() instanceof Seen.Known known)
                || !(known.value() instanceof FactValue.Num from)
                || change.fact().type() == FactType.YEAR) {
            return;
        }
        BigDecimal step = change.fact().type() == FactType.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
        if (change.fact().type() == FactType.RATIO) {
            step = new BigDecimal("0.0001");
        }
        BigDecimal nearer = to.value().compareTo(from.value()) > 0
                ? to.value().subtract(step)
                : to.value().add(step);
        Map<FactDefinition, Seen> changed = seen(miss.changes());
        changed.put(change.fact(), new Seen.Known(new FactValue.Num(nearer), "TEST", true));
        Judgement.OfRecord after = judged(item, facts.with(changed));
        assertThat(after.rule().and(after.reached()))
                .as(what + " nearer " + nearer)
                .isEqualTo(Truth.FALSE);
    }

    private static Map<FactDefinition, Seen> seen(List<NearMiss.Change> changes) {
        Map<FactDefinition, Seen> seen = new HashMap<>();
        changes.forEach(change -> seen.put(change.fact(), new Seen.Known(change.to(), "TEST", true)));
        return seen;
    }

    @Test
    void everyAmountStaysWithinTheItemsCeilingAndItsOwnRange() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("NearMissTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            for (Item item : CatalogueItems.read()) {
                Facts facts = drawn(random, item);
                Award award = item.formula().award(facts);
                Money most = item.most();
                assertThat(award.low().isNegative()).isFalse();
                assertThat(award.high()).as("seed " + seed + " " + item.code()).isNotNull();
                assertThat(award.high().isMoreThan(most))
                        .as("seed " + seed + " " + item.code())
                        .isFalse();
                if (award.isExact()) {
                    // Perhaps on the planned basis: what is measured later may differ, and the payment is settled then.
                    continue;
                }
                // Filling in what is unknown leads to an amount within the range.
                Map<FactDefinition, Seen> rest = new HashMap<>();
                for (FactDefinition fact : item.formula().facts()) {
                    if (facts.see(fact) instanceof Seen.Unknown) {
                        rest.put(fact, new Seen.Known(value(random, fact), "TEST", true));
                    }
                }
                Award exact = item.formula().award(facts.with(rest));
                String what = "seed " + seed + " " + item.code() + " " + award + " then " + exact + " with " + rest;
                assertThat(exact.isExact()).as(what).isTrue();
                assertThat(exact.low().compareTo(award.low())).as(what).isGreaterThanOrEqualTo(0);
                assertThat(exact.low().isMoreThan(award.high())).as(what).isFalse();
            }
        }
    }

    @Test
    void badValuesNeverEnter() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DICTIONARY.require("ent.revenueYear").read("1E9"))
                .isInstanceOf(BadFactValue.class);
    }
}
