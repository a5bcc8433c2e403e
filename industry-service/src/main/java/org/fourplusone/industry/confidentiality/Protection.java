package org.fourplusone.industry.confidentiality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Works out which groups to hide. */
public final class Protection {

    private static final int CHEAPER_IF_HIDDEN_NEARBY = 16;

    private final Groups groups;
    private final List<Numbers> numbers;
    private final Hidden hidden;
    private final long[] cost;

    private Protection(Groups groups, List<Numbers> numbers, Hidden hidden, Predicate<Group> hiddenNearby) {
        this.groups = groups;
        this.numbers = numbers;
        this.hidden = hidden;
        this.cost = new long[groups.all().size()];
        for (Numbers each : numbers) {
            for (Group group : groups.all()) {
                if (each.cuts().contains(group.cut())) {
                    for (int member : group.members()) {
                        cost[group.id()] += Math.abs(each.amounts()[member]) / 16;
                    }
                }
            }
        }
        for (Group group : groups.all()) {
            cost[group.id()] /= hiddenNearby.test(group) ? CHEAPER_IF_HIDDEN_NEARBY : 1;
        }
    }

    /**
     * The groups to hide so that no enterprise's number can be worked out to within 15 % from the sums of the others.
     *
     * @param numbers all numbers that share one pattern of hidden groups
     * @param before hidden in any case
     * @param hiddenNearby groups that are hidden in neighbouring periods: they are preferred, other things being alike
     */
    public static Hidden of(Groups groups, List<Numbers> numbers, Hidden before, Predicate<Group> hiddenNearby) {
        Hidden hidden = first(groups, numbers, before);
        new Protection(groups, numbers, hidden, hiddenNearby).hideWhatTells();
        return hidden;
    }

    /** Only what the first rules hide; what follows from the rest is left open. Never to be published like this. */
    static Hidden first(Groups groups, List<Numbers> numbers, Hidden before) {
        Hidden hidden = before.copy();
        for (Numbers each : numbers) {
            for (Cut cut : each.cuts()) {
                Tally[] tallies =
                        Tally.of(groups.of(cut), each.amounts(), groups.all().size());
                for (int id = 0; id < tallies.length; id++) {
                    Reason fault = tallies[id] == null ? null : tallies[id].fault();
                    if (fault != null) {
                        hidden.add(groups.all().get(id), fault);
                    }
                }
            }
        }
        return hidden;
    }

    private void hideWhatTells() {
        int before;
        do {
            before = hidden.size();
            for (Numbers each : numbers) {
                while (mendLeaf(each) || mendCrossing(each)) {
                    // each mending hides at least one group more
                }
            }
        } while (hidden.size() > before);
    }

    /** Enlarges a leaf that fails the first rules; false if there is none. */
    private boolean mendLeaf(Numbers each) {
        if (mendLeaf(each, Leaves.bySize(groups, hidden, each.cuts()))) {
            return true;
        }
        return each.cuts().contains(Cut.INDUSTRY) && mendLeaf(each, Leaves.byChain(groups, hidden));
    }

    private boolean mendLeaf(Numbers each, Leaves leaves) {
        Tally[] tallies = Tally.of(leaves.of(), each.amounts(), leaves.numbers());
        for (int leaf = 0; leaf < tallies.length; leaf++) {
            if (tallies[leaf] != null && tallies[leaf].fault() != null) {
                Tally faulty = tallies[leaf];
                List<Group> choice = counting(leaves.below(leaf), each);
                Group fallback = leaf < groups.all().size() ? groups.all().get(leaf) : null;
                Group best = choice.stream()
                        .filter(group -> faulty.with(tally(group, each)).fault() == null)
                        .findFirst()
                        .orElse(choice.isEmpty() ? fallback : choice.get(choice.size() - 1));
                if (best == null) {
                    throw new IllegalStateException("nothing left to hide in leaf " + leaf);
                }
                hidden.add(best, Reason.SECONDARY);
                return true;
            }
        }
        return false;
    }

    /** Enlarges a leaf of an entry that leaves an enterprise too little room; false if there is none. */
    private boolean mendCrossing(Numbers each) {
        if (!each.cuts().contains(Cut.INDUSTRY)) {
            return false;
        }
        Leaves sizes = Leaves.bySize(groups, hidden, each.cuts());
        Leaves chain = Leaves.byChain(groups, hidden);
        Optional<Integer> unsafe = new Crossing(sizes.of(), chain.of(), each).unsafe();
        if (unsafe.isEmpty()) {
            return false;
        }
        int before = hidden.size();
        hidden.add(cheapest(unsafe.get(), sizes, chain, each), Reason.SECONDARY);
        if (hidden.size() == before) {
            throw new IllegalStateException("nothing left to hide around enterprise " + unsafe.get());
        }
        return true;
    }

    private Group cheapest(int member, Leaves sizes, Leaves chain, Numbers each) {
        Set<Group> choice = new LinkedHashSet<>();
        for (Cut cut : new Cut[] {Cut.CLUSTER_SIZE, Cut.SEGMENT, Cut.INDUSTRY}) {
            choice.add(groups.all().get(groups.of(cut)[member]));
        }
        choice.removeIf(hidden::contains);
        if (choice.isEmpty()) {
            for (Leaves leaves : List.of(sizes, chain)) {
                int leaf = leaves.of()[member];
                if (leaf != Leaves.FREE) {
                    choice.addAll(counting(leaves.below(leaf), each));
                }
            }
        }
        return choice.stream()
                .min(Comparator.comparingLong(group -> cost[group.id()]))
                .orElseGet(() -> groups.all().get(groups.of(Cut.CLUSTER)[member]));
    }

    /** Those of the groups in which somebody counts, the cheapest first. */
    private List<Group> counting(List<Group> choice, Numbers each) {
        List<Group> counting = new ArrayList<>(choice);
        counting.removeIf(group -> tally(group, each).count == 0);
        counting.sort(Comparator.comparingLong(group -> cost[group.id()]));
        return counting;
    }

    private static Tally tally(Group group, Numbers each) {
        Tally tally = new Tally();
        for (int member : group.members()) {
            tally.add(each.amounts()[member]);
        }
        return tally;
    }
}
