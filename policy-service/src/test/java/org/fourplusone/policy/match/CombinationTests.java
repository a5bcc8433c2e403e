package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.match.Combination.Option;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class CombinationTests {

    private static final ProgrammeLine[] LINES = ProgrammeLine.values();

    @Test
    void isNeverWorseThanTryingEverything() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CombinationTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            List<Option> options = options(random, 1 + random.nextInt(11));
            Money cap = Money.ofYuan(random.nextInt(400));
            Map<ProgrammeLine, Money> free = new EnumMap<>(ProgrammeLine.class);
            for (ProgrammeLine line : LINES) {
                if (random.nextInt(3) == 0) {
                    free.put(line, Money.ofYuan(random.nextInt(200)));
                }
            }
            Combination.Choice choice = Combination.best(options, cap, free);
            String what = "seed " + seed + " round " + round + " " + options + " cap " + cap + " free " + free;
            assertThat(choice.proven()).isTrue();
            assertThat(isLawful(choice.chosen(), cap, free)).as(what).isTrue();
            assertThat(sum(choice.chosen())).as(what).isEqualTo(choice.total());
            assertThat(choice.total()).as(what).isEqualTo(bruteForce(options, cap, free));
        }
    }

    private static List<Option> options(Random random, int count) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "I" + random.nextInt(count);
            Set<String> keys = new HashSet<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                keys.add("K" + random.nextInt(4));
            }
            options.add(new Option(
                    code,
                    "R" + i,
                    Money.ofYuan(random.nextInt(120)),
                    LINES[Math.floorMod(code.hashCode(), LINES.length)],
                    keys));
        }
        return options;
    }

    private static Money bruteForce(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        Money best = Money.ZERO;
        for (int mask = 0; mask < 1 << options.size(); mask++) {
            List<Option> chosen = new ArrayList<>();
            for (int i = 0; i < options.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    chosen.add(options.get(i));
                }
            }
            if (isLawful(chosen, cap, free)) {
                best = best.max(sum(chosen));
            }
        }
        return best;
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

    @Test
    void fiftyOneItemsOfTheCataloguesKindAreProvenQuickly() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CombinationTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<Option> options = new ArrayList<>();
            for (int i = 0; i < 51; i++) {
                options.add(new Option(
                        "I" + i,
                        null,
                        Money.ofYuan(10_000L * (1 + random.nextInt(100))),
                        LINES[random.nextInt(LINES.length)],
                        random.nextBoolean() ? Set.of("G" + random.nextInt(12)) : Set.of()));
            }
            Combination.Choice choice = Combination.best(options, Money.ofYuan(5_000_000), Map.of());
            assertThat(choice.proven()).as("seed " + seed).isTrue();
            assertThat(choice.total()).as("seed " + seed).isEqualTo(Money.ofYuan(5_000_000));
        }
    }
}
