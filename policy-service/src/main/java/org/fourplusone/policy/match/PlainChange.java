package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.NearMiss.Change;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SmallestChange;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The least change of an item that wants all of its comparisons, none of them with another fact: then each fact that is
 * not met changes by itself, mostly to a value that does not depend on how far away it is and is kept. What does not
 * work out so simply is left to {@link LeastChange}, which has the same answers.
 */
final class PlainChange {

    private final Item item;
    private final Place[] places;

    /** What is asked of one fact, or of the planned one while it is unknown. */
    private static final class Place {
        private final FactDefinition fact;
        private final @Nullable FactDefinition planned;
        private int[] leaves = {};
        private boolean isTier;
        private boolean isOfAmount;
        private boolean isKept;
        /** What it changes to: the fact if none, if known, and the planned one likewise. */
        private final @Nullable Values[] kept = new Values[4];

        private Place(FactDefinition fact, @Nullable FactDefinition planned) {
            this.fact = fact;
            this.planned = planned;
        }
    }

    /** Safe to be handed from one thread to another. */
    private static final class Values {
        private final FactValue[] nearestFirst;

        private Values(FactValue[] nearestFirst) {
            this.nearestFirst = nearestFirst;
        }
    }

    private PlainChange(Item item, Place[] places) {
        this.item = item;
        this.places = places;
    }

    /** Null for an item that is not so plain. */
    static @Nullable PlainChange of(Item item) {
        List<Condition> parts = new ArrayList<>();
        Wanted.flatten(item.rule(), parts);
        Formula formula = item.formula();
        if (!parts.equals(List.<Condition>copyOf(item.leaves()))) {
            return null;
        }
        Map<FactDefinition, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < item.leaves().size(); i++) {
            Comparison leaf = item.leaves().get(i);
            Place place = places.computeIfAbsent(leaf.fact(), fact -> new Place(fact, leaf.planned()));
            if (!java.util.Objects.equals(place.planned, leaf.planned())) {
                return null;
            }
            place.leaves = Arrays.copyOf(place.leaves, place.leaves.length + 1);
            place.leaves[place.leaves.length - 1] = i;
        }
        FactDefinition by = formula.by();
        if (by != null) {
            FactDefinition planned = formula instanceof Band band ? band.planned() : null;
            Place place = places.computeIfAbsent(by, fact -> new Place(fact, planned));
            if (!java.util.Objects.equals(place.planned, planned)) {
                return null;
            }
            place.isTier = true;
        }
        long planned = places.values().stream()
                .map(place -> place.planned)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        boolean isMixed =
                places.values().stream().anyMatch(place -> place.planned != null && places.containsKey(place.planned));
        if (isMixed
                || planned
                        != places.values().stream()
                                .filter(place -> place.planned != null)
                                .count()) {
            return null;
        }
        for (Place place : places.values()) {
            List<FactDefinition> others = others(place, item);
            boolean isExact = place.fact.type().scale() <= 2;
            if (!others.isEmpty() && !(isExact && isUp(place, item))
                    || others.stream().anyMatch(places::containsKey)) {
                return null;
            }
            place.isKept = others.isEmpty() && isKept(place, item);
            place.isOfAmount = formula.facts().contains(place.fact)
                    || place.planned != null && formula.facts().contains(place.planned);
        }
        return new PlainChange(item, places.values().toArray(Place[]::new));
    }

    /** The facts that this one is compared with. */
    private static List<FactDefinition> others(Place place, Item item) {
        List<FactDefinition> others = new ArrayList<>();
        for (int leaf : place.leaves) {
            if (item.leaves().get(leaf).operand() instanceof Operand.Other other) {
                others.add(other.fact());
            }
        }
        if (place.isTier && item.formula() instanceof Band band && band.crossedFrom() != null) {
            others.add(band.crossedFrom());
        }
        return others;
    }

    /** Whether only more is asked. */
    private static boolean isUp(Place place, Item item) {
        return place.fact.type().isNumber()
                && (!place.isTier || item.formula() instanceof Band)
                && Arrays.stream(place.leaves)
                        .mapToObj(leaf -> item.leaves().get(leaf).op())
                        .allMatch(op -> op == Op.GTE || op == Op.GT);
    }

    /** Whether what is not met always changes to the same value: to a code, up to a bound, down to one, or to the only one. */
    private static boolean isKept(Place place, Item item) {
        if (!place.fact.type().isNumber()) {
            return place.fact.type() != FactType.SET;
        }
        List<Op> ops = Arrays.stream(place.leaves)
                .mapToObj(leaf -> item.leaves().get(leaf).op())
                .toList();
        return ops.contains(Op.EQ)
                || isUp(place, item)
                || !place.isTier && ops.stream().allMatch(op -> op == Op.LTE || op == Op.LT);
    }

    /** Null if it has to be looked for in all ways. */
    @Nullable
    Optional<NearMiss> find(Judgement.OfRecord judged, Facts base) {
        Clause[] stated = judged.stated();
        List<Change> changes = new ArrayList<>(4);
        List<FactValue[]> values = new ArrayList<>(4);
        for (Place place : places) {
            int first = firstUnmet(place, stated);
            if (first >= 0 || place.isTier && judged.reached() == Truth.FALSE) {
                if (!change(place, first, judged, changes, values)) {
                    return null;
                }
            }
        }
        return paying(0, changes, values, judged, base);
    }

    /** The first values from this change on with which more than nothing is paid. */
    private Optional<NearMiss> paying(
            int at, List<Change> changes, List<FactValue[]> values, Judgement.OfRecord judged, Facts base) {
        if (at == changes.size()) {
            NearMiss miss = NearMiss.of(item, judged, List.copyOf(changes), base);
            return miss.award().isPositive() == Truth.FALSE ? Optional.empty() : Optional.of(miss);
        }
        Change change = changes.get(at);
        for (FactValue to : values.get(at)) {
            changes.set(at, new Change(change.fact(), change.from(), to, change.clause()));
            Optional<NearMiss> found = paying(at + 1, changes, values, judged, base);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int firstUnmet(Place place, Clause[] stated) {
        for (int leaf : place.leaves) {
            if (stated[leaf].truth() == Truth.FALSE) {
                return leaf;
            }
        }
        return -1;
    }

    /** Adds the change of what is not met, and the values that it can change to; false if there is none. */
    private boolean change(
            Place place, int first, Judgement.OfRecord judged, List<Change> changes, List<FactValue[]> values) {
        Facts facts = judged.facts();
        Seen from = facts.see(place.fact);
        FactDefinition planned = place.planned;
        boolean isPlanned = planned != null && from instanceof Seen.Unknown;
        FactDefinition fact = isPlanned && planned != null ? planned : place.fact;
        from = isPlanned ? facts.see(fact) : from;
        int variant = (isPlanned ? 2 : 0) + (from instanceof Seen.Known ? 1 : 0);
        Values known = place.kept[variant];
        FactValue[] to = known == null ? nearest(place, fact, from, facts) : known.nearestFirst;
        if (known == null && place.isKept) {
            place.kept[variant] = new Values(to);
        }
        if (to.length == 0) {
            return false;
        }
        changes.add(new Change(
                fact, from, to[0], first >= 0 ? item.leaves().get(first).clause() : item.clause()));
        values.add(to);
        return true;
    }

    /** The values that meet all that is asked of the fact, nearest first; only one where the formula does not read it. */
    private FactValue[] nearest(Place place, FactDefinition fact, Seen from, Facts facts) {
        List<Demand> demands = new ArrayList<>();
        Demand tiers = place.isTier ? Demand.Tiers.of(item, facts) : null;
        if (tiers != null) {
            demands.add(tiers);
        }
        for (int leaf : place.leaves) {
            demands.add(Demand.Clause.of(item.leaves().get(leaf), true, facts));
        }
        List<FactValue> turns = new ArrayList<>();
        demands.forEach(each -> turns.addAll(each.turns(facts)));
        List<FactValue> values = new ArrayList<>();
        for (FactValue to : SmallestChange.nearest(fact, from, turns)) {
            boolean isChange =
                    !(from instanceof Seen.Known known && known.value().equals(to));
            Facts so = facts.with(Map.of(fact, NearMiss.known(to)));
            if (isChange && demands.stream().noneMatch(each -> each.isUnmet(so))) {
                values.add(to);
                if (!place.isOfAmount) {
                    break;
                }
            }
        }
        return values.toArray(FactValue[]::new);
    }
}
