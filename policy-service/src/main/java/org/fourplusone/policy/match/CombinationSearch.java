package org.fourplusone.policy.match;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.match.Combination.Choice;
import org.fourplusone.policy.match.Combination.Option;
import org.fourplusone.policy.match.SumTable.Sum;
import org.fourplusone.starter.money.Money;

/**
 * Searches one set of options: branch and bound, each item with each of its options and without it, the largest first.
 * Places that lead to the same rest with the same total are searched once. If that does not end soon, the items with
 * the roundest amounts are put aside, all sums they can make are written down in order, and each choice among the
 * others is completed from there.
 */
final class CombinationSearch {

    private static final long SOON = 2_000;
    private static final int MOST_PLACES = 100_000;
    private static final int NO_LINE = 0;

    private final List<Option> options;
    private final List<List<Integer>> items = new ArrayList<>();
    private final long[] amounts;
    private final int[] lines;
    private final int[] itemOf;
    private final BitSet[] excluded;
    private final BitSet[] itemExcluded;
    private final long most;
    private final boolean isScarce;
    private final long[] left = new long[ProgrammeLine.values().length + 1];

    private final SumTable rest;
    private List<Integer> order = List.of();
    private int[] position = {};
    private long[] common = {};
    private final int[] blocked;
    private final List<Integer> current = new ArrayList<>();
    private final Set<Place> been = new HashSet<>();
    private List<Integer> best = List.of();
    private long bestTotal;
    private long steps;
    private long limit = SOON;

    /** Where the search stands: what is undecided, what it may still take, and what it has. */
    private record Place(int at, long total, BitSet closed, List<Long> left) {}

    CombinationSearch(List<Option> given, Money cap, Map<ProgrammeLine, Money> scarce) {
        options = given;
        int size = given.size();
        amounts = given.stream().mapToLong(option -> option.amount().fen()).toArray();
        lines = given.stream()
                .mapToInt(option ->
                        scarce.containsKey(option.line()) ? option.line().ordinal() + 1 : NO_LINE)
                .toArray();
        isScarce = !scarce.isEmpty();
        Arrays.fill(left, Long.MAX_VALUE);
        scarce.forEach((line, money) -> left[line.ordinal() + 1] = money.fen());
        itemOf = new int[size];
        Map<String, List<Integer>> byCode = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            byCode.computeIfAbsent(given.get(i).code(), code -> new ArrayList<>())
                    .add(i);
        }
        items.addAll(byCode.values());
        items.forEach(item -> item.sort(Comparator.comparing((Integer i) -> -amounts[i])));
        items.sort(Comparator.comparing((List<Integer> item) -> -amounts[item.get(0)]));
        for (int item = 0; item < items.size(); item++) {
            for (int option : items.get(item)) {
                itemOf[option] = item;
            }
        }
        excluded = new BitSet[size];
        for (int i = 0; i < size; i++) {
            excluded[i] = new BitSet(size);
            for (int j = 0; j < size; j++) {
                excluded[i].set(j, i != j && given.get(i).excludes(given.get(j)));
            }
        }
        itemExcluded = new BitSet[items.size()];
        for (int i = 0; i < items.size(); i++) {
            itemExcluded[i] = new BitSet(items.size());
            for (int j = 0; j < items.size(); j++) {
                List<Integer> other = items.get(j);
                itemExcluded[i].set(
                        j,
                        i != j
                                && items.get(i).stream()
                                        .allMatch(one -> other.stream().allMatch(excluded[one]::get)));
            }
        }
        blocked = new int[size];
        most = reachable(cap.fen());
        rest = new SumTable(this::excludes, amounts, lines, left, most);
    }

    private boolean excludes(int one, int other) {
        return excluded[one].get(other);
    }

    /** The cap, less what no sum of these amounts can use: all of them are multiples of something. */
    private long reachable(long cap) {
        BigInteger divisor = BigInteger.ZERO;
        for (long amount : amounts) {
            divisor = divisor.gcd(BigInteger.valueOf(amount));
        }
        return divisor.signum() == 0 ? 0 : cap - cap % divisor.longValueExact();
    }

    Choice best() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            all.add(i);
        }
        search(all);
        if (steps > limit) {
            List<Integer> head = new ArrayList<>(all);
            head.removeAll(rest.fill(items));
            head.sort(Comparator.comparing(item -> rest.zeros(items.get(item))));
            limit = Combination.MOST_STEPS;
            steps += rest.size();
            search(head);
        }
        return new Choice(
                Money.ofFen(bestTotal), best.stream().map(options::get).toList(), steps <= limit, steps);
    }

    private void search(List<Integer> head) {
        order = head;
        position = new int[items.size()];
        Arrays.fill(position, Integer.MAX_VALUE);
        for (int i = 0; i < head.size(); i++) {
            position[head.get(i)] = i;
        }
        common = new long[head.size() + 1];
        for (int at = 0; at <= head.size(); at++) {
            BigInteger divisor = BigInteger.ZERO;
            for (int option = 0; option < amounts.length; option++) {
                if (position[itemOf[option]] >= at) {
                    divisor = divisor.gcd(BigInteger.valueOf(amounts[option]));
                }
            }
            common[at] = Math.max(1, divisor.longValueExact());
        }
        been.clear();
        from(0, 0);
    }

    private void from(int at, long total) {
        if (bestTotal == most || ++steps > limit) {
            return;
        }
        if (at == order.size()) {
            complete(total);
            return;
        }
        if (total + bound(at, total) <= bestTotal || isKnown(place(at, total))) {
            return;
        }
        // Sums lie closest in the middle: what is left for them should not be little, so nothing is taken first.
        if (rest.size() > 1) {
            from(at + 1, total);
        }
        for (int option : items.get(order.get(at))) {
            if (isOpen(option, total)) {
                take(option, 1);
                from(at + 1, total + amounts[option]);
                take(option, -1);
            }
        }
        if (rest.size() == 1) {
            from(at + 1, total);
        }
    }

    private void complete(long total) {
        BitSet closed = new BitSet(options.size());
        for (int i = 0; i < blocked.length; i++) {
            closed.set(i, blocked[i] > 0);
        }
        for (int i = rest.last(most - total); i >= 0 && total + rest.at(i).amount() > bestTotal; i--) {
            if (++steps > limit) {
                return;
            }
            Sum sum = rest.at(i);
            if (!sum.options().intersects(closed) && sum.fits(left)) {
                bestTotal = total + sum.amount();
                best = new ArrayList<>(current);
                sum.options().stream().forEach(best::add);
                return;
            }
        }
    }

    private boolean isOpen(int option, long total) {
        return blocked[option] == 0 && amounts[option] <= most - total && amounts[option] <= left[lines[option]];
    }

    /** Takes an option, or with -1 gives back the last one. */
    private void take(int option, int sign) {
        for (int i = excluded[option].nextSetBit(0); i >= 0; i = excluded[option].nextSetBit(i + 1)) {
            blocked[i] += sign;
        }
        if (lines[option] != NO_LINE) {
            left[lines[option]] -= sign * amounts[option];
        }
        if (sign > 0) {
            current.add(option);
        } else {
            current.remove(current.size() - 1);
        }
    }

    private boolean isKnown(Place place) {
        return been.size() < MOST_PLACES ? !been.add(place) : been.contains(place);
    }

    private Place place(int at, long total) {
        BitSet closed = new BitSet(options.size());
        for (int i = 0; i < blocked.length; i++) {
            closed.set(i, blocked[i] > 0 && position[itemOf[i]] >= at);
        }
        return new Place(
                at, total, closed, isScarce ? Arrays.stream(left).boxed().toList() : List.of());
    }

    /**
     * No choice among what is undecided earns more: of items that all exclude each other only the largest counts, each
     * line within its free money, all within the cap, and no more than a multiple of what divides all their amounts.
     */
    private long bound(int at, long total) {
        long[] sums = new long[left.length];
        List<Clique> cliques = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            if (position[item] >= at) {
                int open = largestOpen(item, total);
                if (open >= 0) {
                    sums[lines[open]] += more(item, amounts[open], lines[open], cliques);
                }
            }
        }
        long sum = sums[NO_LINE];
        for (int line = NO_LINE + 1; line < sums.length; line++) {
            sum += Math.min(left[line], sums[line]);
        }
        long within = most - total;
        return Math.min(within - within % common[at], sum);
    }

    private int largestOpen(int item, long total) {
        for (int option : items.get(item)) {
            if (isOpen(option, total)) {
                return option;
            }
        }
        return -1;
    }

    /** Items of one line of which at most one can be taken, and the most that it can be. */
    private static final class Clique {

        private final int line;
        private final List<Integer> members = new ArrayList<>();
        private long largest;

        Clique(int line) {
            this.line = line;
        }
    }

    /** By how much an item raises the bound: not at all beside a larger one that it excludes. */
    private long more(int item, long amount, int line, List<Clique> cliques) {
        Clique mine = null;
        for (Clique each : cliques) {
            if (each.line == line && each.members.stream().allMatch(itemExcluded[item]::get)) {
                mine = each;
                break;
            }
        }
        if (mine == null) {
            mine = new Clique(line);
            cliques.add(mine);
        }
        mine.members.add(item);
        long more = Math.max(0, amount - mine.largest);
        mine.largest += more;
        return more;
    }
}
