package org.fourplusone.policy.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.text.Text;

/**
 * What changed in the conditions. A condition is found again by its clause and fact, else by its clause, else by its
 * fact; how the found ones are combined is compared apart.
 */
final class ConditionDiff {

    private static final Text CONDITION = Text.of("条件", "condition");

    private final int year;
    private final Map<Integer, Integer> pairs = new HashMap<>();

    private ConditionDiff(int year) {
        this.year = year;
    }

    private record Leaf(String path, Comparison of) {}

    static List<Change> between(Item before, Item after, int year) {
        ConditionDiff diff = new ConditionDiff(year);
        List<Leaf> was = leaves(before);
        List<Leaf> is = leaves(after);
        diff.match(
                was,
                is,
                (a, b) -> a.of.clause().equals(b.of.clause()) && diff.says(a).equals(diff.says(b)));
        diff.match(
                was,
                is,
                (a, b) -> a.of.clause().equals(b.of.clause()) && a.of.fact().equals(b.of.fact()));
        diff.match(was, is, (a, b) -> a.of.clause().zh().equals(b.of.clause().zh()));
        diff.match(was, is, (a, b) -> a.of.fact().equals(b.of.fact()) && a.of.common() == b.of.common());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < was.size(); i++) {
            if (!diff.pairs.containsKey(i)) {
                Leaf leaf = was.get(i);
                changes.add(
                        Change.removed(leaf.path, CONDITION, diff.says(leaf)).of(leaf.of.clause()));
            }
        }
        Map<Integer, Integer> back = new HashMap<>();
        diff.pairs.forEach((a, b) -> back.put(b, a));
        for (int i = 0; i < is.size(); i++) {
            Leaf leaf = is.get(i);
            Integer from = back.get(i);
            if (from == null) {
                changes.add(Change.added(leaf.path, CONDITION, diff.says(leaf)).of(leaf.of.clause()));
            } else {
                diff.compare(was.get(from), leaf, changes);
            }
        }
        diff.structure(before, was, after, is, changes);
        return changes;
    }

    private Text says(Leaf leaf) {
        return Wording.sentence(leaf.of, year);
    }

    private void match(List<Leaf> was, List<Leaf> is, BiPredicate<Leaf, Leaf> same) {
        for (int i = 0; i < was.size(); i++) {
            for (int j = 0; j < is.size() && !pairs.containsKey(i); j++) {
                if (!pairs.containsValue(j) && same.test(was.get(i), is.get(j))) {
                    pairs.put(i, j);
                }
            }
        }
    }

    private void compare(Leaf was, Leaf is, List<Change> changes) {
        Text clause = is.of.clause();
        Text before = says(was);
        Text after = says(is);
        if (!before.equals(after)) {
            Text label = Text.of("【" + clause.zh() + "】", "[" + clause.en() + "]");
            changes.add(Change.changed(is.path, label, before, after).of(clause));
        }
        if (!was.of.clause().equals(clause)) {
            Text label = Text.of("“" + after.zh() + "”的依据", "the clause of “" + after.en() + "”");
            changes.add(Change.changed(is.path + "/clause", label, was.of.clause(), clause)
                    .of(clause));
        }
    }

    /** The common conditions and the item's own, with their pointers. */
    private static List<Leaf> leaves(Item item) {
        List<Leaf> leaves = new ArrayList<>();
        if (item.rule() instanceof Condition.All all) {
            int last = all.of().size() - 1;
            for (int i = 0; i <= last; i++) {
                collect(all.of().get(i), i == last ? "/rule" : "/common/" + i, leaves);
            }
        }
        return leaves;
    }

    private static void collect(Condition condition, String path, List<Leaf> into) {
        if (condition instanceof Comparison leaf) {
            into.add(new Leaf(path, leaf));
        } else if (condition instanceof Condition.Not not) {
            collect(not.of(), path + "/not", into);
        } else {
            List<Condition> parts = parts(condition);
            String word = condition instanceof Condition.All ? "/all/" : "/any/";
            for (int i = 0; i < parts.size(); i++) {
                collect(parts.get(i), path + word + i, into);
            }
        }
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of();
        }
        return condition instanceof Condition.Any any ? any.of() : List.of();
    }

    private void structure(Item before, List<Leaf> was, Item after, List<Leaf> is, List<Change> changes) {
        Map<Comparison, Integer> namesBefore = new java.util.IdentityHashMap<>();
        Map<Comparison, Integer> namesAfter = new java.util.IdentityHashMap<>();
        pairs.forEach((a, b) -> {
            namesBefore.put(was.get(a).of, b);
            namesAfter.put(is.get(b).of, b);
        });
        String one = skeleton(before.rule(), namesBefore, "all");
        String other = skeleton(after.rule(), namesAfter, "all");
        if (!one.equals(other)) {
            changes.add(Change.changed(
                    "/rule", Text.of("条件的组合方式", "the way conditions combine"), combined(before), combined(after)));
        }
    }

    /** How the conditions that are in both are combined, without regard to their order. */
    private static String skeleton(Condition condition, Map<Comparison, Integer> names, String around) {
        if (condition instanceof Comparison leaf) {
            Integer name = names.get(leaf);
            return name == null ? "" : name.toString();
        }
        if (condition instanceof Condition.Not not) {
            String of = skeleton(not.of(), names, "not");
            return of.isEmpty() ? "" : "not(" + of + ")";
        }
        String word = condition instanceof Condition.All ? "all" : "any";
        List<String> parts = parts(condition).stream()
                .map(part -> skeleton(part, names, word))
                .flatMap(part -> java.util.Arrays.stream(part.split(" ")))
                .filter(part -> !part.isEmpty())
                .sorted()
                .toList();
        if (parts.size() < 2 || word.equals(around)) {
            return String.join(" ", parts);
        }
        return word + "(" + String.join(",", parts) + ")";
    }

    private Text combined(Item item) {
        Condition own =
                item.rule() instanceof Condition.All all ? all.of().get(all.of().size() - 1) : item.rule();
        return words(own, false);
    }

    private Text words(Condition condition, boolean inner) {
        if (condition instanceof Comparison leaf) {
            return Wording.sentence(leaf, year);
        }
        if (condition instanceof Condition.Not not) {
            Text of = words(not.of(), true);
            return Text.of("不满足" + of.zh(), "not " + of.en());
        }
        boolean all = condition instanceof Condition.All;
        Text joined = Words.joined(
                parts(condition).stream().map(part -> words(part, true)).collect(Collectors.toList()),
                all ? "，且" : "，或",
                all ? " and " : " or ");
        return inner ? Text.of("（" + joined.zh() + "）", "(" + joined.en() + ")") : joined;
    }
}
