package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SmallestChange;
import org.jspecify.annotations.Nullable;

/**
 * Other values for some facts that leave no demand on them unmet: the first fact's as near as can be to its value now,
 * then the second's, and so on. What is left for facts that are compared with one another is looked at ahead, or a
 * value that leaves nothing for the last would be found out only after all of those between.
 */
final class NearestValues {

    /** Values tried, so that facts that cannot be helped leave enough for others. */
    private static final int MOST_TRIES = 2_000;

    private final List<Demand> demands;
    private final Facts facts;
    private final List<FactDefinition> changed;
    /** Of the changed facts those that are compared with another that changes. */
    private final Set<FactDefinition> linked;

    private final List<List<FactValue>> candidates = new ArrayList<>();
    private final Map<FactDefinition, Seen> values = new LinkedHashMap<>();
    private final Facts changing;
    private int tries;

    NearestValues(List<Demand> demands, Facts facts, List<FactDefinition> changed) {
        this.demands = demands;
        this.facts = facts;
        this.changed = changed;
        this.linked = changed.stream().filter(this::isLinked).collect(Collectors.toSet());
        this.changing = facts.with(values);
    }

    int tries() {
        return tries;
    }

    /** Whether any were good enough for the one who asks; the nearest are offered first. */
    boolean find(Predicate<Map<FactDefinition, Seen>> isGood) {
        for (FactDefinition fact : changed) {
            List<FactValue> nearest = new ArrayList<>(nearest(fact));
            nearest.removeIf(to ->
                    facts.see(fact) instanceof Seen.Known now && now.value().equals(to));
            if (linked.contains(fact)) {
                nearest.removeIf(to -> !isPossible(fact, to));
            }
            if (nearest.stream().noneMatch(to -> isPossible(fact, to))) {
                return false;
            }
            candidates.add(nearest);
        }
        return assign(0, isGood);
    }

    private boolean assign(int at, Predicate<Map<FactDefinition, Seen>> isGood) {
        if (at == changed.size()) {
            return isGood.test(values);
        }
        FactDefinition fact = changed.get(at);
        for (FactValue to : candidates.get(at)) {
            if (++tries > MOST_TRIES) {
                return false;
            }
            if (isPossible(fact, to)) {
                values.put(fact, NearMiss.known(to));
                if (leavesSomething(at) && assign(at + 1, isGood)) {
                    return true;
                }
                values.remove(fact);
            }
        }
        return false;
    }

    private boolean leavesSomething(int at) {
        for (int later = at + 1; later < changed.size(); later++) {
            FactDefinition fact = changed.get(later);
            if (linked.contains(fact) && candidates.get(later).stream().noneMatch(to -> isPossible(fact, to))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing asked of the fact is unmet with this value, as far as the values of the others are given. */
    private boolean isPossible(FactDefinition fact, FactValue to) {
        values.put(fact, NearMiss.known(to));
        boolean isPossible = demands.stream()
                .noneMatch(each -> (fact.equals(each.fact()) || fact.equals(each.than()))
                        && !isOpen(each.fact())
                        && !isOpen(each.than())
                        && each.isUnmet(changing));
        values.remove(fact);
        return isPossible;
    }

    private boolean isOpen(@Nullable FactDefinition fact) {
        return changed.contains(fact) && !values.containsKey(fact);
    }

    private List<FactValue> nearest(FactDefinition fact) {
        Seen now = facts.see(fact);
        return linked.contains(fact)
                ? SmallestChange.nearest(fact, now, turns(fact), changed.size() + 1)
                : SmallestChange.nearest(fact, now, turns(fact));
    }

    private boolean isLinked(FactDefinition fact) {
        return demands.stream()
                .anyMatch(each -> fact.equals(each.fact())
                        ? changed.contains(each.than())
                        : fact.equals(each.than()) && changed.contains(each.fact()));
    }

    /** The values at which clauses on this fact turn; if it is linked, at which those on any that changes do. */
    private List<FactValue> turns(FactDefinition fact) {
        List<FactValue> turns = new ArrayList<>();
        for (Demand each : demands) {
            FactDefinition than = each.than();
            boolean isOfLinked = linked.contains(fact)
                    && each.fact().type() == fact.type()
                    && (changed.contains(each.fact()) || changed.contains(than));
            if (each.fact().equals(fact) || fact.equals(than) || isOfLinked) {
                turns.addAll(each.turns(facts));
            }
            if ((fact.equals(than) || isOfLinked) && facts.see(each.fact()) instanceof Seen.Known known) {
                turns.add(known.value());
            }
        }
        return turns;
    }
}
