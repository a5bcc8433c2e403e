package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.starter.text.Text;

/**
 * Finds conditions that no value of their fact meets ({@code IMPOSSIBLE}), that every value meets ({@code ALWAYS_TRUE}),
 * and that exclude each other ({@code CONTRADICTION}, with the clause of the other one).
 *
 * <p>For each fact only finitely many values differ for one rule: its thresholds, one value between and beyond them
 * inside the dictionary's range, its codes, and "there is none". A condition is the set of those that it lets pass;
 * conditions that must hold together intersect. Facts of type SET are left out.
 */
public final class Contradictions {

    /** What stands for a fact that does not exist. */
    private static final String NONE = "\u0000none";

    private final RuleFaults faults;
    private final Map<String, Set<Object>> universes = new HashMap<>();

    private Contradictions(RuleFaults faults) {
        this.faults = faults;
    }

    /** The values that are still possible, by fact, and the clause that narrowed each last. */
    private record Context(Map<String, Set<Object>> possible, Map<String, Text> clauses) {

        Context copy() {
            return new Context(new HashMap<>(possible), new HashMap<>(clauses));
        }
    }

    /**
     * @param rule the common conditions and, last, the item's own, which stands at {@code /rule}
     * @return for each fact that the rule always narrows, the codes and numbers that remain
     */
    public static Map<String, Set<Object>> find(Condition.All rule, RuleFaults faults) {
        Contradictions search = new Contradictions(faults);
        Map<String, TreeSet<BigDecimal>> thresholds = new HashMap<>();
        rule.leaves().forEach(leaf -> collect(leaf, thresholds));
        rule.leaves().forEach(leaf -> search.universes.computeIfAbsent(key(leaf), key -> universe(leaf, thresholds)));
        Context context = new Context(new HashMap<>(), new HashMap<>());
        int last = rule.of().size() - 1;
        for (int i = 0; i <= last; i++) {
            search.check(rule.of().get(i), i == last ? "/rule" : "/common/" + i, context, false);
        }
        return Map.copyOf(context.possible);
    }

    private static String key(Comparison leaf) {
        if (leaf.operand() instanceof Operand.PolicyYear) {
            return leaf.fact().key() + " $POLICY_YEAR";
        }
        return leaf.operand() instanceof Operand.Other other
                ? leaf.fact().key() + " $" + other.fact().key()
                : leaf.fact().key();
    }

    private static boolean isRelative(Comparison leaf) {
        return leaf.operand() instanceof Operand.PolicyYear || leaf.operand() instanceof Operand.Other;
    }

    private static List<FactValue> literals(Comparison leaf) {
        if (leaf.operand() instanceof Operand.Listed listed) {
            return listed.values();
        }
        return leaf.operand() instanceof Operand.Literal literal && leaf.op() != Op.EXISTS
                ? List.of(literal.value())
                : List.of();
    }

    private static void collect(Comparison leaf, Map<String, TreeSet<BigDecimal>> thresholds) {
        TreeSet<BigDecimal> of = thresholds.computeIfAbsent(leaf.fact().key(), key -> new TreeSet<>());
        literals(leaf).forEach(value -> {
            if (value instanceof Num num) {
                of.add(num.value());
            }
        });
    }

    private static Set<Object> universe(Comparison leaf, Map<String, TreeSet<BigDecimal>> thresholds) {
        Set<Object> all = new LinkedHashSet<>(List.of(NONE));
        FactDefinition fact = leaf.fact();
        if (isRelative(leaf)) {
            boolean itself = leaf.operand() instanceof Operand.Other other
                    && other.fact().equals(fact);
            all.addAll(itself ? List.of(0) : List.of(-1, 0, 1));
        } else if (fact.type() == FactType.BOOLEAN) {
            all.addAll(List.of("true", "false"));
        } else if (fact.type() == FactType.ENUM) {
            all.addAll(fact.values().keySet());
        } else if (fact.type().isNumber()) {
            all.addAll(numbers(fact, thresholds.getOrDefault(fact.key(), new TreeSet<>())));
        } else {
            literals(leaf).forEach(value -> all.add(String.valueOf(value.json())));
            all.add("\u0000other");
        }
        return all;
    }

    /** Each threshold, the ends of the range, and one value in every gap that has one. */
    private static List<BigDecimal> numbers(FactDefinition fact, TreeSet<BigDecimal> thresholds) {
        if (thresholds.isEmpty()) {
            return List.of(BigDecimal.ZERO); // only asked whether there is one
        }
        TreeSet<BigDecimal> ends = new TreeSet<>(thresholds);
        ends.add(fact.min() != null ? fact.min() : thresholds.first().subtract(BigDecimal.ONE));
        ends.add(fact.max() != null ? fact.max() : thresholds.last().add(BigDecimal.ONE));
        List<BigDecimal> numbers = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal each : ends) {
            if (before != null && before.add(fact.step()).compareTo(each) < 0) {
                numbers.add(before.add(fact.step()));
            }
            numbers.add(each);
            before = each;
        }
        return numbers.stream()
                .map(number -> new BigDecimal(number.stripTrailingZeros().toPlainString()))
                .distinct()
                .toList();
    }

    private static boolean passes(Comparison leaf, Object value) {
        boolean none = value.equals(NONE);
        if (leaf.op() == Op.EXISTS) {
            return leaf.operand() instanceof Operand.Literal literal
                    && literal.value() instanceof FactValue.Flag flag
                    && flag.value() != none;
        }
        if (none) {
            return false;
        }
        if (isRelative(leaf)) {
            return holds(leaf.op(), (Integer) value);
        }
        boolean among = literals(leaf).stream().anyMatch(each -> isSame(each, value));
        return switch (leaf.op()) {
            case EQ, IN -> among;
            case NE, NOT_IN -> !among;
            default ->
                holds(
                        leaf.op(),
                        ((BigDecimal) value).compareTo(((Num) literals(leaf).get(0)).value()));
        };
    }

    private static boolean holds(Op op, int order) {
        return switch (op) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isSame(FactValue literal, Object value) {
        return literal instanceof Num num && value instanceof BigDecimal number
                ? num.value().compareTo(number) == 0
                : String.valueOf(literal.json()).equals(value);
    }

    /** What lets the condition, or its opposite, be true. */
    private Set<Object> passing(Comparison leaf, boolean negated) {
        Set<Object> passing = new LinkedHashSet<>();
        for (Object value : universes.getOrDefault(key(leaf), Set.of())) {
            if (passes(leaf, value) != negated) {
                passing.add(value);
            }
        }
        return passing;
    }

    private void check(Condition condition, String at, Context context, boolean negated) {
        if (condition instanceof Comparison leaf) {
            narrow(leaf, at, context, negated);
        } else if (condition instanceof Condition.Not not) {
            check(not.of(), at + "/not", context, !negated);
        } else if (condition instanceof Condition.All all) {
            several(all.of(), at + "/all/", context, negated, negated);
        } else if (condition instanceof Condition.Any any) {
            several(any.of(), at + "/any/", context, negated, !negated);
        }
    }

    private void several(List<Condition> parts, String at, Context context, boolean negated, boolean alternatives) {
        if (alternatives) {
            covering(parts, at, negated);
            for (int i = 0; i < parts.size(); i++) {
                check(parts.get(i), at + i, parts.size() == 1 ? context : context.copy(), negated);
            }
            return;
        }
        // What holds for certain first, so that alternatives are seen beside it.
        for (boolean simple : new boolean[] {true, false}) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Comparison == simple) {
                    check(parts.get(i), at + i, context, negated);
                }
            }
        }
    }

    private void narrow(Comparison leaf, String at, Context context, boolean negated) {
        if (leaf.fact().type() == FactType.SET) {
            return;
        }
        String key = key(leaf);
        Set<Object> passing = passing(leaf, negated);
        if (passing.isEmpty()) {
            faults.add(at, "IMPOSSIBLE", leaf.fact().name());
            return;
        }
        if (leaf.op() != Op.EXISTS && coversAll(key, passing)) {
            faults.add(at, "ALWAYS_TRUE", leaf.fact().name());
            return;
        }
        Set<Object> left =
                new LinkedHashSet<>(context.possible.getOrDefault(key, universes.getOrDefault(key, Set.of())));
        left.retainAll(passing);
        if (left.isEmpty()) {
            faults.add(at, "CONTRADICTION", context.clauses.getOrDefault(key, leaf.clause()));
            return;
        }
        context.possible.put(key, left);
        context.clauses.put(key, leaf.clause());
    }

    private boolean coversAll(String key, Set<Object> passing) {
        return universes.getOrDefault(key, Set.of()).stream()
                .allMatch(value -> value.equals(NONE) || passing.contains(value));
    }

    private void covering(List<Condition> parts, String at, boolean negated) {
        Map<String, Set<Object>> together = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Comparison leaf && leaf.fact().type() != FactType.SET) {
                Set<Object> passing = passing(leaf, negated);
                String key = key(leaf);
                if (coversAll(key, passing)) {
                    continue; // told at the comparison itself, or it asks whether there is one
                }
                Set<Object> union = together.computeIfAbsent(key, each -> new LinkedHashSet<>());
                union.addAll(passing);
                if (counts.merge(key, 1, Integer::sum) > 1 && coversAll(key, union)) {
                    faults.add(at + i, "ALWAYS_TRUE", leaf.fact().name());
                }
            }
        }
    }
}
