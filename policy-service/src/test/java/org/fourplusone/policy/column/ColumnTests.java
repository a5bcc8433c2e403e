package org.fourplusone.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Judge;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.EnterpriseBuilder;
import org.fourplusone.policy.register.RandomRegister;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

/** Columns and the judge of single enterprises agree on every verdict and amount. */
class ColumnTests {

    private static final long SEED = 20261122;
    private static final int ENTERPRISES = 4000;
    private static final Items ITEMS = CatalogueItems.loaded();
    private static final List<Item> ALL = CatalogueItems.read();
    private static final List<Enterprise> REGISTER = new RandomRegister(ITEMS.dictionary(), SEED).next(ENTERPRISES);

    @Test
    void agreeOnAll51ItemsWithAndWithoutDeclaredFacts() {
        System.out.println("columns against the judge: seed " + SEED + ", " + ENTERPRISES + " enterprises");
        for (boolean provenOnly : new boolean[] {false, true}) {
            Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
            assertThat(differences(REGISTER, provenOnly, seen)).isEmpty();
            System.out.println(seen);
            assertThat(seen.values()).allMatch(count -> count > 500);
        }
    }

    /** The control: columns that hold nothing of one enterprise that is eligible for something. */
    @Test
    void oneWrongRowIsCaught() {
        int eligible = 0;
        List<ItemRun> runs = judged(columns(REGISTER, false), true);
        while (!isEligible(runs, eligible)) {
            eligible++;
        }
        List<Enterprise> other = new ArrayList<>(REGISTER);
        other.set(
                eligible,
                new EnterpriseBuilder(ITEMS.dictionary(), REGISTER.get(eligible).creditCode(), "", null).build());
        assertThat(differences(columns(other, false), REGISTER, false, new EnumMap<>(Verdict.class)))
                .isNotEmpty();
    }

    @Test
    void itemsCompiledOnceServeUntilItemsOrCodesChange() {
        Encoding encoding = new Encoding(ITEMS.dictionary());
        Columns before = columns(REGISTER.subList(0, 1), encoding);
        CompiledItems compiled = new CompiledItems(ALL, before);
        assertThat(compiled.isFor(List.copyOf(ALL), before)).isTrue();
        assertThat(compiled.isFor(CatalogueItems.loaded().inForce(LocalDate.of(RandomFacts.YEAR, 6, 1)), before))
                .as("equal items that were read again")
                .isFalse();
        assertThat(compiled.isFor(ALL, columns(REGISTER.subList(0, 1), false)))
                .as("another register")
                .isFalse();
        Columns after = columns(REGISTER, encoding);
        assertThat(compiled.isFor(ALL, after)).as("new codes").isFalse();
        List<Integer> blocks = new ArrayList<>();
        new CompiledItems(ALL, after).judge(after, ITEMS, false, block -> blocks.add(blocks.size()));
        assertThat(blocks).hasSameSizeAs(after.blocks()).hasSizeGreaterThan(1);
    }

    @Test
    void theConditionsOfAnItemAreCountedOnEveryRow() {
        Columns columns = columns(REGISTER, false);
        for (Item item : ALL) {
            ConditionCounts counts = ConditionCounts.of(
                    item,
                    LocalDate.of(RandomFacts.YEAR, 11, 21),
                    columns.blocks(),
                    WholeRegister.Kept.of(new CompiledItems(List.of(item), columns), columns, ITEMS));
            List<Facts> rows = new ArrayList<>();
            for (Enterprise enterprise : REGISTER) {
                Enterprise.View view = enterprise.view(RandomFacts.YEAR, false, ITEMS.dictionary());
                if (item.record() == null) {
                    rows.add(view.own());
                } else {
                    view.records(item.record()).forEach(record -> rows.add(record.facts()));
                }
            }
            assertThat(counts.rows()).isEqualTo(rows.size());
            for (int i = 0; i < item.leaves().size(); i++) {
                Comparison leaf = item.leaves().get(i);
                ConditionCounts.Count count = counts.conditions().get(i);
                assertThat(count.met()).isEqualTo(number(rows, leaf, Truth.TRUE));
                assertThat(count.unmet()).isEqualTo(number(rows, leaf, Truth.FALSE));
                assertThat(count.unknown()).isEqualTo(number(rows, leaf, Truth.UNKNOWN));
                assertThat(count.onlyObstacle() == null || count.onlyObstacle() <= count.unmet())
                        .isTrue();
            }
        }
    }

    private static long number(List<Facts> rows, Comparison leaf, Truth truth) {
        return rows.stream().filter(facts -> leaf.judge(facts) == truth).count();
    }

    private static List<ItemRun> judged(Columns columns, boolean withAmounts) {
        return new CompiledItems(ALL, columns).judge(columns, ITEMS, withAmounts, block -> {});
    }

    private static boolean isEligible(List<ItemRun> runs, int row) {
        return runs.stream().anyMatch(run -> run.verdict(row) == Verdict.ELIGIBLE);
    }

    private static Columns columns(List<Enterprise> register, Encoding encoding) {
        return Columns.of(register, RandomFacts.YEAR, false, 1, ITEMS.dictionary(), encoding);
    }

    private static Columns columns(List<Enterprise> register, boolean provenOnly) {
        return Columns.of(
                register, RandomFacts.YEAR, provenOnly, 1, ITEMS.dictionary(), new Encoding(ITEMS.dictionary()));
    }

    private static List<String> differences(List<Enterprise> register, boolean provenOnly, Map<Verdict, Integer> seen) {
        return differences(columns(register, provenOnly), register, provenOnly, seen);
    }

    private static List<String> differences(
            Columns columns, List<Enterprise> register, boolean provenOnly, Map<Verdict, Integer> seen) {
        List<ItemRun> runs = judged(columns, true);
        List<ItemRun> verdicts = judged(columns, false);
        List<String> differences = new ArrayList<>();
        long[] certain = new long[runs.size()];
        long[] possible = new long[runs.size()];
        for (int row = 0; row < register.size(); row++) {
            Judge judge = new Judge(ITEMS, register.get(row).view(RandomFacts.YEAR, provenOnly, ITEMS.dictionary()));
            for (int i = 0; i < runs.size(); i++) {
                ItemRun run = runs.get(i);
                Judgement judged = judge.judge(run.item());
                seen.merge(judged.verdict(), 1, Integer::sum);
                Money high = judged.award().high();
                boolean counts = judged.verdict() != Verdict.INELIGIBLE;
                long low = counts ? judged.award().low().fen() : 0;
                long most = !counts ? 0 : high == null ? ItemRun.UNBOUNDED : high.fen();
                certain[i] += judged.verdict() == Verdict.ELIGIBLE ? low : 0;
                possible[i] = most == ItemRun.UNBOUNDED || possible[i] == ItemRun.UNBOUNDED
                        ? ItemRun.UNBOUNDED
                        : possible[i] + most;
                if (verdicts.get(i).verdict(row) != judged.verdict()
                        || run.verdict(row) != judged.verdict()
                        || run.lowFen(row) != low
                        || run.highFen(row) != most) {
                    differences.add(run.item().code() + " row " + row + ": " + judged.verdict() + " " + low + ".."
                            + most + ", columns " + run.verdict(row) + " " + run.lowFen(row) + ".."
                            + run.highFen(row));
                }
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            ItemRun run = runs.get(i);
            if (run.certainFen() != certain[i] || run.possibleFen() != possible[i]) {
                differences.add(run.item().code() + " sums: " + certain[i] + ".." + possible[i] + ", columns "
                        + run.certainFen() + ".." + run.possibleFen());
            }
        }
        return differences.size() > 20 ? differences.subList(0, 20) : differences;
    }
}
