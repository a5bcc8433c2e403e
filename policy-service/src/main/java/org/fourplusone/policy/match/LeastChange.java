package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.NearMiss.Change;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest facts whose change leaves no clause of an item unmet. Every way through the item's alternatives
 * is a list of demands; the facts of its unmet ones must change, and where facts are compared with one another perhaps
 * others too. Ways that need more changes than the best found are left early.
 */
final class LeastChange {

    /** Ways and values tried in all; no item of the catalogue has needed a hundredth of it. */
    private static final int MOST_TRIES = 50_000;

    private final Item item;
    private final Facts facts;
    private final Function<List<Change>, NearMiss> earned;
    private final List<Demand> demands = new ArrayList<>();

    /** The facts that comparisons are about, in the order of the text; those only compared with are given. */
    private final Set<FactDefinition> changeable = new LinkedHashSet<>();

    private final Map<Set<FactDefinition>, NearMiss> found = new LinkedHashMap<>();
    private int fewest = Integer.MAX_VALUE;
    private int tries;

    LeastChange(Item item, Facts facts, Function<List<Change>, NearMiss> earned) {
        this.item = item;
        this.facts = facts;
        this.earned = earned;
    }

    /** Conditions still to be met, the next one first. */
    private record Todo(
            Condition condition, boolean holds, @Nullable Todo next) {}

    Optional<NearMiss> find() {
        item.leaves()
                .forEach(leaf ->
                        changeable.add(Demand.Clause.of(leaf, true, facts).fact()));
        Demand tiers = Demand.Tiers.of(item, facts);
        if (tiers != null) {
            changeable.add(tiers.fact());
            demands.add(tiers);
        }
        way(new Todo(item.rule(), true, null));
        NearMiss best = null;
        for (NearMiss each : found.values()) {
            if (best == null || each.earnsMoreThan(best)) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private void way(@Nullable Todo todo) {
        int size = demands.size();
        Todo next = todo;
        while (next != null) {
            Todo now = next;
            next = now.next;
            if (now.condition instanceof Comparison leaf) {
                demands.add(Demand.Clause.of(leaf, now.holds, facts));
            } else if (now.condition instanceof Condition.Not not) {
                next = new Todo(not.of(), !now.holds, next);
            } else {
                boolean isAll = now.condition instanceof Condition.All;
                List<Condition> parts =
                        isAll ? ((Condition.All) now.condition).of() : ((Condition.Any) now.condition).of();
                if (isAll != now.holds) {
                    for (Condition part : unmetLast(parts, now.holds)) {
                        if (++tries > MOST_TRIES || isTooMuch()) {
                            break;
                        }
                        way(new Todo(part, now.holds, next));
                    }
                    demands.subList(size, demands.size()).clear();
                    return;
                }
                for (int i = parts.size() - 1; i >= 0; i--) {
                    next = new Todo(parts.get(i), now.holds, next);
                }
            }
        }
        if (!isTooMuch()) {
            complete();
        }
        demands.subList(size, demands.size()).clear();
    }

    private List<Condition> unmetLast(List<Condition> parts, boolean holds) {
        Truth unmet = Truth.of(!holds);
        List<Condition> sorted = new ArrayList<>(parts);
        sorted.sort((one, other) -> Boolean.compare(one.judge(facts) == unmet, other.judge(facts) == unmet));
        return sorted;
    }

    private boolean isTooMuch() {
        return tries > MOST_TRIES || fewest < Integer.MAX_VALUE && forced().size() > fewest;
    }

    /** The facts that no other's change can spare. */
    private Set<FactDefinition> forced() {
        Set<FactDefinition> forced = new LinkedHashSet<>();
        for (Demand each : demands) {
            if (!isRelated(each) && each.isUnmet(facts)) {
                forced.add(each.fact());
            }
        }
        return forced;
    }

    private boolean isRelated(Demand demand) {
        FactDefinition than = demand.than();
        return than != null && changeable.contains(than) && !(facts.see(than) instanceof Seen.Unknown);
    }

    private void complete() {
        Set<FactDefinition> forced = forced();
        Set<FactDefinition> perhaps = new LinkedHashSet<>();
        for (Demand each : demands) {
            FactDefinition than = each.than();
            if (than != null && isRelated(each)) {
                perhaps.add(than);
                perhaps.add(each.fact());
            }
        }
        perhaps.removeIf(fact -> forced.contains(fact) || facts.see(fact) instanceof Seen.Unknown);
        List<FactDefinition> more = List.copyOf(perhaps);
        boolean isFound = false;
        for (int size = 0; size <= more.size() && !isFound; size++) {
            if (forced.size() + size > fewest) {
                return;
            }
            for (int mask = 0; mask < 1 << more.size() && tries <= MOST_TRIES; mask++) {
                if (Integer.bitCount(mask) == size) {
                    Set<FactDefinition> changed = new LinkedHashSet<>();
                    for (int i = 0; i < more.size(); i++) {
                        if ((mask & 1 << i) != 0) {
                            changed.add(more.get(i));
                        }
                    }
                    changed.addAll(forced);
                    isFound |= isOpenTo(changed) && isHelpedBy(changed);
                }
            }
        }
    }

    /** Whether each unmet demand has a fact among the changed ones. */
    private boolean isOpenTo(Set<FactDefinition> changed) {
        return demands.stream()
                .filter(demand -> demand.isUnmet(facts))
                .allMatch(demand -> changed.contains(demand.fact()) || isAmong(demand.than(), changed));
    }

    private boolean isHelpedBy(Set<FactDefinition> changed) {
        NearestValues values = new NearestValues(
                demands, facts, changeable.stream().filter(changed::contains).toList());
        boolean isFound = values.find(this::offer);
        tries += values.tries();
        return isFound;
    }

    private static boolean isAmong(@Nullable FactDefinition fact, Set<FactDefinition> facts) {
        return fact != null && facts.contains(fact);
    }

    private boolean offer(Map<FactDefinition, Seen> values) {
        List<Change> changes = new ArrayList<>();
        values.forEach((fact, to) -> {
            if (to instanceof Seen.Known known) {
                changes.add(new Change(
                        fact, facts.see(fact), known.value(), demand(fact).clause()));
            }
        });
        NearMiss miss = earned.apply(List.copyOf(changes));
        if (miss.award().isPositive() == Truth.FALSE) {
            return false;
        }
        if (changes.size() < fewest) {
            fewest = changes.size();
            found.clear();
        }
        found.merge(Set.copyOf(values.keySet()), miss, (one, other) -> other.isNearerThan(one) ? other : one);
        return true;
    }

    /** The clause that asks for the change: one of the rule before the formula's tiers. */
    private Demand demand(FactDefinition fact) {
        Demand first = null;
        for (Demand each : demands) {
            if ((each.fact().equals(fact) || first == null && fact.equals(each.than()))
                    && (first == null || !first.isUnmet(facts) || first instanceof Demand.Tiers)
                    && (first == null || each.isUnmet(facts))) {
                first = each;
            }
        }
        return java.util.Objects.requireNonNull(first);
    }
}
