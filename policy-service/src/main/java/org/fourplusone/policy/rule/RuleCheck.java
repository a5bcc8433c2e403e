package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is well formed but cannot be meant: comparisons that no value or every value meets, conditions that no
 * facts can meet together, and alternatives that are always met.
 */
public final class RuleCheck {

    /** @param at the condition's position, a JSON pointer */
    public record Placed(Condition condition, String at) {}

    private final RuleFaults faults;
    private final Possibility possibility = new Possibility();

    private RuleCheck(RuleFaults faults) {
        this.faults = faults;
    }

    /**
     * Checks conditions that must hold together.
     *
     * <p>Adds RULE_IMPOSSIBLE and RULE_ALWAYS_TRUE (of the values that the dictionary allows no one, or every one,
     * meets it; with {@code exists} a missing fact counts as well) and RULE_CONTRADICTION at the later condition, with
     * the positions of the least set of others that it cannot be met with.
     */
    public static void together(List<Placed> conditions, RuleFaults faults) {
        new RuleCheck(faults).all(conditions, List.of());
    }

    private void visit(Placed placed, List<Placed> around) {
        Condition condition = placed.condition;
        if (condition instanceof Comparison leaf) {
            comparison(leaf, placed.at);
        } else if (condition instanceof Condition.Not not) {
            visit(new Placed(not.of(), placed.at + "/not"), List.of());
        } else if (condition instanceof Condition.All) {
            all(List.of(placed), around);
        } else if (condition instanceof Condition.Any any) {
            any(any, placed.at, around);
        }
    }

    private void comparison(Comparison leaf, String at) {
        if (!possibility.allTrue(List.of(leaf))) {
            faults.add(at, "RULE_IMPOSSIBLE");
        } else if (!possibility.knownFalse(leaf)) {
            faults.add(at, "RULE_ALWAYS_TRUE");
        }
    }

    private void any(Condition.Any any, String at, List<Placed> around) {
        int before = faults.all().size();
        for (int i = 0; i < any.of().size(); i++) {
            Placed branch = new Placed(any.of().get(i), at + "/any/" + i);
            List<Placed> conjuncts = new ArrayList<>();
            flatten(branch, conjuncts);
            all(conjuncts, around);
        }
        if (faults.all().size() == before && !possibility.knownFalse(any)) {
            faults.add(at, "RULE_ALWAYS_TRUE");
        }
    }

    /** @param around what holds beside them, free of contradictions in itself */
    private void all(List<Placed> conditions, List<Placed> around) {
        List<Placed> conjuncts = new ArrayList<>();
        conditions.forEach(each -> flatten(each, conjuncts));
        List<Placed> possible = new ArrayList<>(around);
        List<Placed> alternatives = new ArrayList<>();
        for (Placed each : conjuncts) {
            if (each.condition instanceof Condition.Any) {
                alternatives.add(each);
            } else {
                visit(each, List.of());
                join(each, possible);
            }
        }
        List<Placed> plain = List.copyOf(possible);
        for (Placed each : alternatives) {
            int before = faults.all().size();
            visit(each, plain);
            if (faults.all().size() == before) {
                join(each, possible);
            }
        }
    }

    private static void flatten(Placed placed, List<Placed> into) {
        if (placed.condition instanceof Condition.All all) {
            for (int i = 0; i < all.of().size(); i++) {
                flatten(new Placed(all.of().get(i), placed.at + "/all/" + i), into);
            }
        } else {
            into.add(placed);
        }
    }

    /** Adds a condition to those that can hold together, or reports what it contradicts. */
    private void join(Placed placed, List<Placed> possible) {
        if (!isPossible(List.of(placed))) {
            return;
        }
        possible.add(placed);
        if (isPossible(possible)) {
            return;
        }
        List<Placed> least = new ArrayList<>(possible);
        for (Placed each : possible) {
            least.remove(each);
            if (each.equals(placed) || isPossible(least)) {
                least.add(each);
            }
        }
        possible.remove(possible.size() - 1);
        least.remove(placed);
        faults.add(
                placed.at,
                "RULE_CONTRADICTION",
                String.join(", ", least.stream().map(Placed::at).toList()));
    }

    private boolean isPossible(List<Placed> conditions) {
        return possibility.allTrue(conditions.stream().map(Placed::condition).toList());
    }
}
