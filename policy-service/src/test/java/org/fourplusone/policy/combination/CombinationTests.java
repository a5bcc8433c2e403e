package org.fourplusone.policy.combination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.policy.combination.Combination.Option;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class CombinationTests {

    private static final ProgrammeLine[] LINES = ProgrammeLine.values();

    private static final int INSTANCES = 20_000;

    @Test
    void isAsGoodAsTryingEverything() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        long worst = 0;
        long greedyFails = 0;
        for (int round = 0; round < INSTANCES; round++) {
            boolean isCoarse = random.nextBoolean();
            int scale = isCoarse ? 1_000 : 1;
            List<Option> options = options(random, 1 + random.nextInt(16), isCoarse);
            Money cap = Money.ofYuan(random.nextInt(scale * (random.nextBoolean() ? 400 : 2000)));
            Map<ProgrammeLine, Money> free = free(random, 200 * scale);
            // Every other search begins with the tables and the memory that so few items do not need.
            Combination.Choice choice =
                    round % 2 == 0 ? Combination.best(options, cap, free) : Combination.best(options, cap, free, 0);
            String what = "seed " + seed + " round " + round + " " + options + " cap " + cap + " free " + free;
            Money best = Money.ofFen(new TryAll(options, cap, free).best());
            assertThat(choice.proven()).isTrue();
            assertThat(isLawful(choice.chosen(), cap, free)).as(what).isTrue();
            assertThat(sum(choice.chosen())).as(what).isEqualTo(choice.total());
            assertThat(choice.total()).as(what).isEqualTo(best);
            worst = Math.max(worst, choice.steps());
            greedyFails += greedy(options, cap, free).equals(best) ? 0 : 1;
        }
        System.out.println("CombinationTests seed " + seed + ": " + INSTANCES + " instances, worst " + worst
                + " steps; taking the largest first fails on " + greedyFails);
        // The control: the instances are hard enough to tell a search from taking the largest first.
        assertThat(greedyFails).isGreaterThan(INSTANCES / 20);
    }

    private static Map<ProgrammeLine, Money> free(Random random, int most) {
        Map<ProgrammeLine, Money> free = new EnumMap<>(ProgrammeLine.class);
        for (ProgrammeLine line : LINES) {
            if (random.nextInt(3) == 0) {
                free.put(line, Money.ofYuan(random.nextInt(most)));
            }
        }
        return free;
    }

    private static Money greedy(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        List<Option> sorted = new ArrayList<>(options);
        sorted.sort((one, other) -> other.amount().compareTo(one.amount()));
        List<Option> chosen = new ArrayList<>();
        for (Option option : sorted) {
            chosen.add(option);
            if (!isLawful(chosen, cap, free)) {
                chosen.remove(chosen.size() - 1);
            }
        }
        return sum(chosen);
    }

    /** Every lawful choice, one after another. */
    private static final class TryAll {

        private final List<Option> options;
        private final int[] excluded;
        private final long cap;
        private final long[] left = new long[LINES.length];
        private long best;

        TryAll(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
            this.options = options;
            this.cap = cap.fen();
            for (ProgrammeLine line : LINES) {
                left[line.ordinal()] = free.containsKey(line) ? free.get(line).fen() : Long.MAX_VALUE;
            }
            excluded = new int[options.size()];
            for (int i = 0; i < excluded.length; i++) {
                for (int j = 0; j < excluded.length; j++) {
                    Set<String> both = new HashSet<>(options.get(i).keys());
                    both.retainAll(options.get(j).keys());
                    if (!both.isEmpty()
                            || options.get(i).code().equals(options.get(j).code())) {
                        excluded[i] |= 1 << j;
                    }
                }
            }
        }

        long best() {
            from(0, 0, 0);
            return best;
        }

        private void from(int at, int closed, long total) {
            best = Math.max(best, total);
            for (int i = at; i < excluded.length; i++) {
                int line = options.get(i).line().ordinal();
                long amount = options.get(i).amount().fen();
                if ((closed & 1 << i) == 0 && total + amount <= cap && amount <= left[line]) {
                    left[line] -= amount;
                    from(i + 1, closed | excluded[i], total + amount);
                    left[line] += amount;
                }
            }
        }
    }

    /** @param isCoarse whether most amounts are multiples of 10,000 and the others odd to the fen; or else whole yuan */
    private static List<Option> options(Random random, int count, boolean isCoarse) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "I" + random.nextInt(count);
            Set<String> keys = new HashSet<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                keys.add("K" + random.nextInt(4));
            }
            Money amount = !isCoarse
                    ? Money.ofYuan(random.nextInt(120))
                    : random.nextInt(3) == 0
                            ? Money.ofFen(random.nextInt(12_000_000))
                            : Money.ofYuan(10_000L * random.nextInt(12));
            options.add(new Option(code, "R" + i, amount, LINES[Math.floorMod(code.hashCode(), LINES.length)], keys));
        }
        return options;
    }

    private static boolean isLawful(List<Option> chosen, Money cap, Map<ProgrammeLine, Money> free) {
        Set<String> taken = new HashSet<>();
        Map<ProgrammeLine, Money> lines = new EnumMap<>(ProgrammeLine.class);
        for (Option option : chosen) {
            if (!taken.add("item " + option.code())) {
                return false;
            }
            for (String key : option.keys()) {
                if (!taken.add(key)) {
                    return false;
                }
            }
            lines.merge(option.line(), option.amount(), Money::plus);
        }
        return !sum(chosen).isMoreThan(cap)
                && free.entrySet().stream().noneMatch(line -> lines.getOrDefault(line.getKey(), Money.ZERO)
                        .isMoreThan(line.getValue()));
    }

    private static Money sum(List<Option> chosen) {
        return chosen.stream().map(Option::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * The problem is NP-hard, so no number of steps proves every instance. Of 42,000 of the catalogue's kind, 4 were
     * not proven within the stated steps; more than 4 of 420 would come once in a thousand million runs.
     */
    @Test
    void fiftyOneItemsOfTheCataloguesKindAreProvenButForOneInTenThousand() {
        int[] unround = {0, 15, 30};
        assertThat(fiftyOneItems("mostly round", 420, unround)).isGreaterThanOrEqualTo(416);
    }

    @Test
    void fiftyOneItemsThatAreAllOddToTheFenEndAtTheStatedStepsAtTheLatest() {
        int[] unround = {100};
        assertThat(fiftyOneItems("all odd", 42, unround)).isGreaterThan(14);
    }

    /** How many of the random instances are proven; all of them are lawful and not worse than the largest first. */
    private static int fiftyOneItems(String kind, int rounds, int[] unrounds) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int[] percents = {0, 2, 5, 10, 20, 35, 50};
        long worst = 0;
        long slowest = 0;
        int proven = 0;
        for (int round = 0; round < rounds; round++) {
            int percent = percents[round % percents.length];
            int unround = unrounds[round / percents.length % unrounds.length];
            List<Option> options = fiftyOne(random, percent, unround, 1 + random.nextInt(3), random.nextBoolean());
            Money cap = Money.ofFen(500_000_000L - (random.nextBoolean() ? 0 : random.nextInt(500_000_000)));
            Map<ProgrammeLine, Money> free =
                    random.nextBoolean() ? Map.of() : free(random, random.nextBoolean() ? 2_000_000 : 8_000_000);
            long start = System.nanoTime();
            Combination.Choice choice = Combination.best(options, cap, free);
            slowest = Math.max(slowest, System.nanoTime() - start);
            worst = Math.max(worst, choice.steps());
            proven += choice.proven() ? 1 : 0;
            String what = "seed " + seed + " round " + round + " conflicts " + percent + " % to the fen " + unround
                    + " % cap " + cap + " free " + free + " steps " + choice.steps();
            assertThat(choice.steps()).as(what).isLessThan(Combination.MOST_STEPS + 10_000);
            assertThat(isLawful(choice.chosen(), cap, free)).as(what).isTrue();
            assertThat(sum(choice.chosen())).as(what).isEqualTo(choice.total());
            assertThat(choice.total()).as(what).isGreaterThanOrEqualTo(greedy(options, cap, free));
        }
        System.out.println("CombinationTests seed " + seed + ": 51 items, " + kind + ", " + proven + " of " + rounds
                + " proven, worst " + worst + " steps of " + Combination.MOST_STEPS + ", slowest " + slowest / 1_000_000
                + " ms");
        return proven;
    }

    /**
     * @param percent of the pairs of items, or of their records, exclude each other
     * @param unround of the amounts follow a rate and end in odd fen; in the catalogue 16 of 51 can
     * @param isByRecord whether each record has keys of its own
     */
    private static List<Option> fiftyOne(Random random, int percent, int unround, int records, boolean isByRecord) {
        List<Set<String>> keys = new ArrayList<>();
        for (int i = 0; i < (isByRecord ? 51 * records : 51); i++) {
            keys.add(new HashSet<>());
            for (int j = 0; j < i; j++) {
                if (random.nextInt(100) < percent) {
                    keys.get(i).add(j + "-" + i);
                    keys.get(j).add(j + "-" + i);
                }
            }
        }
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            ProgrammeLine line = LINES[random.nextInt(LINES.length)];
            for (int record = 0; record < records; record++) {
                boolean isRound = random.nextInt(100) >= unround;
                Money amount = isRound
                        ? Money.ofYuan(10_000L * (1 + random.nextInt(100)))
                        : Money.ofFen(1 + random.nextInt(100_000_000));
                Set<String> own = keys.get(isByRecord ? i * records + record : i);
                options.add(new Option("I" + i, "R" + record, amount, line, own));
            }
        }
        return options;
    }
}
