package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.policy.TestCatalogue;
import tools.jackson.databind.JsonNode;

/** For each fact the values at which the catalogue's rules and formulas turn, and what lies beside them. */
final class Thresholds {

    private static final List<String> WORDS =
            List.of("3611", "3130", "9999", "P-00001", "O'Neil", "say \"so\" \\ again", "示例甲", "示例乙");

    private final Map<String, List<FactValue>> values = new HashMap<>();

    Thresholds(Dictionary dictionary) {
        Map<String, Set<BigDecimal>> numbers = new HashMap<>();
        collect(dictionary, TestCatalogue.file("items"), numbers);
        collect(dictionary, TestCatalogue.file("terms").get("common"), numbers);
        for (FactDefinition fact : dictionary.facts()) {
            values.put(fact.key(), values(fact, numbers.getOrDefault(fact.key(), Set.of())));
        }
    }

    private static void collect(Dictionary dictionary, JsonNode node, Map<String, Set<BigDecimal>> into) {
        JsonNode key = node.has("fact") ? node.get("fact") : node.get("by");
        FactDefinition fact =
                key == null ? null : dictionary.find(key.asString()).orElse(null);
        if (fact != null && fact.type().isNumber()) {
            add(fact, node.path("value"), into);
            add(fact, node.path("max"), into);
            node.path("bands").forEach(band -> add(fact, band.path("from"), into));
        }
        node.forEach(child -> collect(dictionary, child, into));
    }

    private static void add(FactDefinition fact, JsonNode value, Map<String, Set<BigDecimal>> into) {
        String text = value.asString("");
        if (text.matches("-?[0-9.]+")) {
            into.computeIfAbsent(fact.key(), any -> new LinkedHashSet<>()).add(new BigDecimal(text));
        }
    }

    private static List<FactValue> values(FactDefinition fact, Set<BigDecimal> thresholds) {
        return switch (fact.type()) {
            case BOOLEAN -> List.of(new FactValue.Flag(true), new FactValue.Flag(false));
            case ENUM, SET ->
                fact.values().keySet().stream()
                        .<FactValue>map(FactValue.Code::new)
                        .toList();
            case CODE, TEXT ->
                WORDS.stream()
                        .filter(word -> fact.pattern() == null
                                || fact.pattern().matcher(word).matches())
                        .<FactValue>map(FactValue.Code::new)
                        .toList();
            default -> {
                Set<BigDecimal> around = new LinkedHashSet<>();
                List<BigDecimal> turns = new ArrayList<>(thresholds);
                if (fact.type() == FactType.YEAR) {
                    turns.add(BigDecimal.valueOf(RandomFacts.YEAR));
                }
                turns.add(BigDecimal.ZERO);
                if (fact.type().isWhole()
                        && fact.min() != null
                        && fact.max() != null
                        && fact.max().subtract(fact.min()).compareTo(BigDecimal.TEN) < 0) {
                    for (BigDecimal each = fact.min();
                            each.compareTo(fact.max()) <= 0;
                            each = each.add(BigDecimal.ONE)) {
                        turns.add(each);
                    }
                }
                if (turns.size() == 1) {
                    turns.add(BigDecimal.valueOf(100));
                }
                for (BigDecimal turn : turns) {
                    around.add(turn.subtract(fact.step()));
                    around.add(turn);
                    around.add(turn.add(fact.step()));
                    around.add(turn.multiply(BigDecimal.valueOf(2)));
                }
                yield around.stream()
                        .filter(value -> isInRange(fact, value))
                        .<FactValue>map(
                                value -> fact.read(value.stripTrailingZeros().toPlainString()))
                        .distinct()
                        .toList();
            }
        };
    }

    private static boolean isInRange(FactDefinition fact, BigDecimal value) {
        return (fact.min() == null || value.compareTo(fact.min()) >= 0)
                && (fact.max() == null || value.compareTo(fact.max()) <= 0);
    }

    /** One value of the fact's type; for SET one code of it. */
    FactValue near(FactDefinition fact, Random random) {
        List<FactValue> all = values.get(fact.key());
        return all.get(random.nextInt(all.size()));
    }
}
