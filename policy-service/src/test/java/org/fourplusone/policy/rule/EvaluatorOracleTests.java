package org.fourplusone.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fourplusone.policy.TestCatalogue;
import org.junit.jupiter.api.Test;

/** Our evaluator against Google's CEL on random rules and facts, unknown and missing ones included. */
class EvaluatorOracleTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final Cel CEL = CelRule.environment(DICTIONARY);
    private static final int RULES = 2_000;
    private static final int FACTS = 500;

    @Test
    void aMillionPairsAreJudgedAlike() {
        long seed = Long.getLong("seed", System.nanoTime());
        long start = System.nanoTime();
        Compared compared = compare(seed, RULES, FACTS, UnaryOperator.identity());
        System.out.println("EvaluatorOracleTests seed " + seed + ": " + compared.verdicts + " in "
                + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(compared.differences).as("seed " + seed).isEmpty();
        assertThat(compared.verdicts.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo((long) RULES * FACTS);
        assertThat(compared.verdicts)
                .hasSize(3)
                .allSatisfy((truth, count) -> assertThat(count).as(truth.name()).isGreaterThan(20_000));
    }

    /** The control: each small fault in one of the two is seen. */
    @Test
    void aFaultInEitherIsSeen() {
        Map<String, UnaryOperator<String>> faults = Map.of(
                "at least read as more than", rule -> rule.replace(">=", ">"),
                "less than read as at most", rule -> rule.replace(" < ", " <= "),
                "any read as all", rule -> rule.replace("||", "&&"),
                "planned for measured", rule -> rule.replaceAll("k\\d+ \\?", "false ?"),
                "no record taken as met", rule -> rule.replace("== null ? false", "== null ? true"),
                "not left out", rule -> rule.replace("!(", "("));
        faults.forEach((name, fault) ->
                assertThat(compare(7, 200, 50, fault).differences).as(name).isNotEmpty());
    }

    private record Compared(Map<Truth, Long> verdicts, List<String> differences) {}

    private static Compared compare(long seed, int rules, int facts, UnaryOperator<String> fault) {
        RandomRules someRules = new RandomRules(DICTIONARY, seed);
        RandomFacts someFacts = new RandomFacts(DICTIONARY, seed + 1);
        List<Facts> drawn = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            drawn.add(someFacts.next());
        }
        Map<Truth, Long> verdicts = new EnumMap<>(Truth.class);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            Condition rule = someRules.next();
            CelRule other = CelRule.of(CEL, rule, fault);
            for (Facts each : drawn) {
                Truth ours = rule.judge(each);
                verdicts.merge(ours, 1L, Long::sum);
                Truth theirs = other.judge(each);
                if (ours != theirs && differences.size() < 5) {
                    differences.add("rule " + i + " ours " + ours + " theirs " + theirs + " " + rule);
                }
            }
        }
        return new Compared(verdicts, differences);
    }
}
