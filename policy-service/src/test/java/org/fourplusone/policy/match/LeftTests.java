package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.RandomRegister;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

/** Every item that a combination leaves is left for the reason that is told. */
class LeftTests {

    private static final int ENTERPRISES = 1500;
    private static final Items ITEMS = CatalogueItems.loaded();

    @Test
    void whatIsLeftIsLeftForTheReasonTold() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LeftTests seed " + seed);
        RandomRegister register = new RandomRegister(ITEMS.dictionary(), seed);
        CompiledItems compiled = new CompiledItems(CatalogueItems.read(), RandomFacts.YEAR);
        Random random = new Random(seed);
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < ENTERPRISES; i++) {
            Enterprise.View view = register.next().view(RandomFacts.YEAR, false, ITEMS.dictionary());
            List<Judgement> judged = new Judge(ITEMS, view, compiled).all();
            Money cap = Money.ofYuan(random.nextInt(3) == 0 ? 300_000 : 5_000_000);
            Map<ProgrammeLine, Money> free = new EnumMap<>(ProgrammeLine.class);
            for (ProgrammeLine line : ProgrammeLine.values()) {
                if (random.nextInt(4) == 0) {
                    free.put(line, Money.ofYuan(random.nextInt(500_000)));
                }
            }
            assertTold(judged, CombinationOf.combination(judged, view, cap, free), free, seen);
        }
        System.out.println(seen);
        assertThat(seen.keySet())
                .containsExactly(
                        "GRANTED_BEFORE", "INELIGIBLE", "LINE_EXHAUSTED", "SAME_GROUP", "UNDETERMINED", "YEAR_CAP");
    }

    private static void assertTold(
            List<Judgement> judged,
            MatchView.CombinationView combination,
            Map<ProgrammeLine, Money> free,
            Map<String, Integer> seen) {
        Map<String, Judgement> byCode = new HashMap<>();
        judged.forEach(each -> byCode.put(each.item().code(), each));
        Map<String, String> holders = new HashMap<>();
        Map<ProgrammeLine, Money> used = new EnumMap<>(ProgrammeLine.class);
        Set<String> chosen = new HashSet<>();
        for (MatchView.ChosenView each : combination.chosen()) {
            Judgement of = byCode.get(each.code());
            chosen.add(each.code());
            used.merge(of.item().line(), each.amount(), Money::plus);
            boolean isSummed = of.item().formula() instanceof SumOfItems;
            of.records().stream()
                    .filter(record -> isSummed || java.util.Objects.equals(record.ref(), each.record()))
                    .forEach(record -> holders.put(claim(of.item(), record), each.code()));
        }
        List<String> told = new ArrayList<>();
        for (MatchView.LeftView left : combination.left()) {
            Judgement of = byCode.get(left.code());
            told.add(left.code());
            seen.merge(left.why(), 1, Integer::sum);
            List<Judgement.OfRecord> eligible = of.records().stream()
                    .filter(record -> record.verdict() == Verdict.ELIGIBLE)
                    .toList();
            Money least = eligible.stream()
                    .map(record -> record.award().low())
                    .reduce(Money::min)
                    .orElse(Money.ZERO);
            Money line = free.get(of.item().line());
            switch (left.why()) {
                case "GRANTED_BEFORE" -> assertThat(of.best().standing().open()).isEqualTo(Truth.FALSE);
                case "INELIGIBLE" -> assertThat(of.verdict()).isEqualTo(Verdict.INELIGIBLE);
                case "UNDETERMINED" -> assertThat(of.verdict()).isEqualTo(Verdict.UNDETERMINED);
                case "SAME_GROUP" -> {
                    Set<String> held = new HashSet<>();
                    eligible.forEach(record -> held.add(holders.get(claim(of.item(), record))));
                    held.remove(null);
                    assertThat(held).as(left.code()).isNotEmpty();
                    assertThat(held).anyMatch(holder -> left.reason().zh().contains(holder));
                }
                case "LINE_EXHAUSTED" ->
                    assertThat(least.isMoreThan(
                                    line.minus(used.getOrDefault(of.item().line(), Money.ZERO))))
                            .isTrue();
                default -> {
                    assertThat(left.why()).isEqualTo("YEAR_CAP");
                    assertThat(of.verdict()).isEqualTo(Verdict.ELIGIBLE);
                    assertThat(of.award()
                                    .low()
                                    .max(least)
                                    .isMoreThan(combination.capLeft().minus(combination.total())))
                            .as(left.code())
                            .isTrue();
                }
            }
        }
        Set<String> all = new HashSet<>(byCode.keySet());
        all.removeAll(chosen);
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    /** What no other item of the group may claim; a name of its own where nothing is shared. */
    private static String claim(Item item, Judgement.OfRecord record) {
        String group = item.stacking().group();
        String key = record.standing().key();
        return group == null || key == null ? item.code() + " " + record.ref() : group + "|" + key;
    }
}
