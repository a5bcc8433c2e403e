package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Reading.Places;
import org.fourplusone.policy.match.Reading.Step;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.FactView;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Some items compiled for one enterprise at a time: every different comparison once, so that a {@link Reading} judges
 * it once for all items. Immutable; for all threads.
 */
final class CompiledItems {

    private final int policyYear;
    private final Sheet[] sheets = new Sheet[Subject.values().length];
    private final Map<Item, CompiledItem> byItem = new IdentityHashMap<>();
    private final Map<Comparison, Integer> shared = new HashMap<>();
    private final CompiledItem[] items;

    private record Group(Condition condition, boolean noneIsZero) {}

    CompiledItems(List<Item> items, int policyYear) {
        this.policyYear = policyYear;
        Arrays.setAll(sheets, subject -> new Sheet());
        items.forEach(this::compiled);
        for (Sheet each : sheets) {
            each.order();
        }
        this.items = items.stream().map(this::compiled).toArray(CompiledItem[]::new);
        for (CompiledItem each : this.items) {
            byItem.put(each.item(), each);
        }
        for (Sheet each : sheets) {
            each.close();
        }
    }

    int policyYear() {
        return policyYear;
    }

    /** How many different clauses there are on the enterprise alone. */
    int shared() {
        return shared.size();
    }

    CompiledItem[] items() {
        return items;
    }

    @Nullable
    CompiledItem find(Item item) {
        return byItem.get(item);
    }

    Reading read(Enterprise.View view) {
        return Reading.ofEnterprise(view.own(), sheets[Subject.ENTERPRISE.ordinal()]);
    }

    /** What the enterprise's reading says together with a record, or with what is known of there being one. */
    Reading with(Reading own, Subject subject, FactView record) {
        return own.with(record, sheets[subject.ordinal()]);
    }

    private CompiledItem compiled(Item item) {
        Wanted wanted = Wanted.of(item);
        Subject rows = item.record() == null ? Subject.ENTERPRISE : item.record();
        Condition tier = wanted.tier();
        // A band is reached if it was not reached before either.
        boolean isByBand = item.formula() instanceof org.fourplusone.policy.benefit.Band;
        List<Condition> reached = new ArrayList<>();
        if (tier != null) {
            reached.add(tier);
        }
        if (isByBand) {
            reached.addAll(wanted.amount());
        }
        List<Condition> amount = isByBand ? List.of() : wanted.amount();
        List<Comparison> leaves = item.leaves();
        int[] places = new int[leaves.size()];
        int[] sharedLeaves = new int[places.length];
        boolean[] isOwn = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            isOwn[i] = rows == Subject.ENTERPRISE || leaves.get(i).isOfEnterprise();
            places[i] = place(leaves.get(i), rows, false);
            sharedLeaves[i] = -1;
            if (isOwn[i]) {
                Integer known = shared.putIfAbsent(leaves.get(i), shared.size());
                sharedLeaves[i] = known == null ? shared.size() - 1 : known;
            }
        }
        int kind = item.kind().map(leaves::indexOf).orElse(-1);
        Builder rule = new Builder(rows).all(List.of(item.rule()), false);
        return new CompiledItem(
                item,
                rule.places(),
                new Builder(rows).all(reached, true).places(),
                new Builder(rows).all(amount, true).places(),
                rule.all(reached, true).all(amount, true).places(),
                new Builder(rows).each(wanted.tiny(), true).places(),
                wanted.isWhole() || !isByBand,
                wanted.isWhole(),
                places,
                isOwn,
                sharedLeaves,
                kind,
                PlainChange.of(item));
    }

    /** Collects places. */
    private final class Builder {

        private final Subject rows;
        private final BitSet own = new BitSet();
        private final BitSet ofRecord = new BitSet();

        Builder(Subject rows) {
            this.rows = rows;
        }

        Builder all(List<Condition> conditions, boolean noneIsZero) {
            List<Condition> parts = new ArrayList<>();
            conditions.forEach(each -> Wanted.flatten(each, parts));
            return each(parts, noneIsZero);
        }

        Builder each(List<Condition> conditions, boolean noneIsZero) {
            for (Condition each : conditions) {
                (isOwn(each, rows) ? own : ofRecord).set(place(each, rows, noneIsZero));
            }
            return this;
        }

        Places places() {
            return new Places(own.toLongArray(), ofRecord.toLongArray());
        }
    }

    private static boolean isOwn(Condition condition, Subject rows) {
        return rows == Subject.ENTERPRISE || condition.leaves().stream().allMatch(Comparison::isOfEnterprise);
    }

    /** The place of a condition among those of the enterprise, or of its records. */
    private int place(Condition condition, Subject rows, boolean noneIsZero) {
        Subject of = isOwn(condition, rows) ? Subject.ENTERPRISE : rows;
        Sheet into = sheets[of.ordinal()];
        if (condition instanceof Comparison leaf) {
            return into.place(Probe.Key.of(leaf, noneIsZero), new Probe(leaf, policyYear, noneIsZero));
        }
        Builder parts = new Builder(of);
        Step group;
        if (condition instanceof Condition.Not not) {
            Places one = parts.each(List.of(not.of()), noneIsZero).places();
            group = (reading, facts, numbers) -> Reading.TRUE - mirrored(one.all(reading));
        } else if (condition instanceof Condition.All all) {
            Places each = parts.each(all.of(), noneIsZero).places();
            group = (reading, facts, numbers) -> each.all(reading);
        } else {
            Places each =
                    parts.each(((Condition.Any) condition).of(), noneIsZero).places();
            group = (reading, facts, numbers) -> each.any(reading);
        }
        return into.place(new Group(condition, noneIsZero), group);
    }

    /** Unknown stays unknown when it is taken from true. */
    private static int mirrored(int bits) {
        return bits == Reading.UNKNOWN ? Reading.TRUE - Reading.UNKNOWN : bits;
    }

    /**
     * One item.
     *
     * @param whole everything that decides it, earlier grants aside
     * @param tiny amounts that only the formula tells from nothing; any of these
     * @param tellsTiers whether {@code reached} is the formula's implicit clause
     * @param tellsAmount whether {@code amount} says that more than nothing is paid, once a tier is reached
     * @param leaves the places of the rule's comparisons in the order of the text
     * @param isOwn which of them are on the enterprise
     * @param shared where they are the same for all records and perhaps other items, their numbers; or else -1
     * @param kind the one among them that asks for the kind of the record, or -1
     * @param plainChange finds its near misses quickly, or null
     */
    record CompiledItem(
            Item item,
            Places rule,
            Places reached,
            Places amount,
            Places whole,
            Places tiny,
            boolean tellsTiers,
            boolean tellsAmount,
            int[] leaves,
            boolean[] isOwn,
            int[] shared,
            int kind,
            @Nullable PlainChange plainChange) {

        boolean isOfKind(Reading reading) {
            return kind < 0 || reading.at(isOwn[kind], leaves[kind]) != Reading.FALSE;
        }

        /** The verdict on an enterprise that was granted nothing, or -1 if only the formula tells. */
        int verdict(Reading reading) {
            int bits = whole.all(reading);
            return bits == Reading.FALSE || tellsTiers && tellsAmount && tiny.any(reading) != Reading.TRUE ? bits : -1;
        }
    }
}
