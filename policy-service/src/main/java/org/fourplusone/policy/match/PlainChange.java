package org.fourplusone.policy.match;

import java.util.ArrayList;
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
        private final List<Integer> leaves = new ArrayList<>();
        private boolean isTier;
        private boolean isKept;
        /** What it changes to: the fact if known, if none, and the planned one likewise. */
        private final @Nullable FactValue[] kept = new FactValue[4];

        private Place(FactDefinition fact, @Nullable FactDefinition planned) {
            this.fact = fact;
            this.planned = planned;
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
        if (!parts.equals(List.<Condition>copyOf(item.leaves()))
                || item.leaves().stream().anyMatch(leaf -> leaf.operand() instanceof Operand.Other)
                || formula instanceof Band band && band.crossedFrom() != null) {
            return null;
        }
        Map<FactDefinition, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < item.leaves().size(); i++) {
            Comparison leaf = item.leaves().get(i);
            Place place = places.computeIfAbsent(leaf.fact(), fact -> new Place(fact, leaf.planned()));
            if (!java.util.Objects.equals(place.planned, leaf.planned())) {
                return null;
            }
            place.leaves.add(i);
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
        boolean isMixed = places.values().stream().anyMatch(place -> place.planned != null && places.containsKey(place.planned));
        if (isMixed || planned != places.values().stream().filter(place -> place.planned != null).count()) {
            return null;
        }
        places.values().forEach(place -> place.isKept = isKept(place, item));
        return new PlainChange(item, places.values().toArray(Place[]::new));
    }

    /** Whether what is not met always changes to the same value: to a code, up to a bound, down to one, or to the only one. */
    private static boolean isKept(Place place, Item item) {
        if (!place.fact.type().isNumber()) {
            return place.fact.type() != FactType.SET;
        }
        boolean isUp = !place.isTier || item.formula() instanceof Band;
        boolean isDown = !place.isTier;
        for (int leaf : place.leaves) {
            Op op = item.leaves().get(leaf).op();
            if (op == Op.EQ) {
                return true;
            }
            isUp &= op == Op.GTE || op == Op.GT;
            isDown &= op == Op.LTE || op == Op.LT;
        }
        return isUp || isDown;
    }

    /** Null if it has to be looked for in all ways. */
    @Nullable
    Optional<NearMiss> find(Judgement.OfRecord judged, Facts base) {
        List<Change> changes = new ArrayList<>(4);
        for (Place place : places) {
            int first = firstUnmet(place, judged);
            if (first >= 0 || place.isTier && judged.reached() == Truth.FALSE) {
                Change change = change(place, first, judged);
                if (change == null) {
                    return null;
                }
                changes.add(change);
            }
        }
        NearMiss miss = NearMiss.of(item, judged, changes, base);
        return miss.award().isPositive() == Truth.FALSE ? null : Optional.of(miss);
    }

    private static int firstUnmet(Place place, Judgement.OfRecord judged) {
        for (int i = 0; i < place.leaves.size(); i++) {
            int leaf = place.leaves.get(i);
            if (judged.leaf(leaf) == Truth.FALSE) {
                return leaf;
            }
        }
        return -1;
    }

    private @Nullable Change change(Place place, int first, Judgement.OfRecord judged) {
        Facts facts = judged.facts();
        Seen from = facts.see(place.fact);
        FactDefinition planned = place.planned;
        boolean isPlanned = planned != null && from instanceof Seen.Unknown;
        FactDefinition fact = isPlanned && planned != null ? planned : place.fact;
        from = isPlanned ? facts.see(fact) : from;
        int variant = (isPlanned ? 2 : 0) + (from instanceof Seen.Known ? 1 : 0);
        FactValue to = place.kept[variant];
        if (to == null) {
            to = nearest(place, fact, from, facts);
            if (to == null) {
                return null;
            }
            if (place.isKept) {
                place.kept[variant] = to;
            }
        }
        return new Change(fact, from, to, first >= 0 ? item.leaves().get(first).clause() : item.clause());
    }

    private @Nullable FactValue nearest(Place place, FactDefinition fact, Seen from, Facts facts) {
        List<Demand> demands = new ArrayList<>();
        Demand tiers = place.isTier ? Demand.Tiers.of(item, facts) : null;
        if (tiers != null) {
            demands.add(tiers);
        }
        place.leaves.forEach(leaf -> demands.add(Demand.Clause.of(item.leaves().get(leaf), true, facts)));
        List<FactValue> turns = new ArrayList<>();
        demands.forEach(each -> turns.addAll(each.turns(facts)));
        for (FactValue to : SmallestChange.nearest(fact, from, turns)) {
            boolean isChange = !(from instanceof Seen.Known known && known.value().equals(to));
            Facts so = facts.with(Map.of(fact, NearMiss.known(to)));
            if (isChange && demands.stream().noneMatch(each -> each.isUnmet(so))) {
                return to;
            }
        }
        return null;
    }
}
