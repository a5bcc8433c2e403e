package org.fourplusone.policy.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All the sums that some items can lawfully make, in ascending order; without items the one sum of nothing. */
final class SumTable {

    private static final int MOST_SUMS = 1 << 16;

    /** Whether two options exclude each other. */
    interface Exclusion {
        boolean between(int one, int other);
    }

    /**
     * @param options what makes it
     * @param lines what it takes from each line
     */
    record Sum(long amount, BitSet options, long[] lines) {

        boolean fits(long[] left) {
            for (int line = 1; line < left.length; line++) {
                if (lines[line] > left[line]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Two sums with the same of it are worth the same for all that is still to come. */
    private record Kind(long amount, BitSet outward, List<Long> lines) {}

    private final Exclusion exclusion;
    private final long[] amounts;
    private final int[] lines;
    private final long[] left;
    private final long most;
    private List<Sum> sums;

    SumTable(Exclusion exclusion, long[] amounts, int[] lines, long[] left, long most) {
        this.exclusion = exclusion;
        this.amounts = amounts;
        this.lines = lines;
        this.left = left;
        this.most = most;
        this.sums = List.of(new Sum(0, new BitSet(), new long[left.length]));
    }

    /**
     * Takes in as many items as their sums can be written down: first those with the roundest amounts, which make the
     * fewest different sums, and of them those that exclude the fewest others.
     */
    Set<Integer> fill(List<List<Integer>> items) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer item) -> -zeros(items.get(item)))
                .thenComparing(item -> conflicts(items.get(item)))
                .thenComparing(item -> amounts[items.get(item).get(0)]));
        Set<Integer> held = new HashSet<>();
        BitSet outside = new BitSet();
        outside.set(0, amounts.length);
        for (int item : order) {
            items.get(item).forEach(outside::clear);
            List<Sum> more = with(items.get(item), outside);
            if (more.size() > MOST_SUMS) {
                break;
            }
            sums = more;
            held.add(item);
        }
        sums = new ArrayList<>(sums);
        sums.sort(Comparator.comparing(Sum::amount));
        return held;
    }

    private long conflicts(List<Integer> item) {
        long conflicts = 0;
        for (int other = 0; other < amounts.length; other++) {
            int of = other;
            if (!item.contains(of) && item.stream().anyMatch(one -> exclusion.between(one, of))) {
                conflicts++;
            }
        }
        return conflicts;
    }

    /** How many zeros all amounts of an item end in. */
    int zeros(List<Integer> options) {
        return options.stream()
                .mapToInt(option -> -BigDecimal.valueOf(amounts[option])
                        .stripTrailingZeros()
                        .scale())
                .min()
                .orElse(0);
    }

    private List<Sum> with(List<Integer> item, BitSet outside) {
        Map<Kind, Sum> kinds = new LinkedHashMap<>();
        BitSet outward = new BitSet();
        for (int one = 0; one < amounts.length; one++) {
            for (int other = outside.nextSetBit(0); other >= 0; other = outside.nextSetBit(other + 1)) {
                if (exclusion.between(one, other)) {
                    outward.set(one);
                    break;
                }
            }
        }
        for (Sum sum : sums) {
            add(sum, outward, kinds);
            for (int option : item) {
                boolean isOpen = sum.options.stream().noneMatch(each -> exclusion.between(option, each))
                        && sum.amount + amounts[option] <= most
                        && (lines[option] == 0 || sum.lines[lines[option]] + amounts[option] <= left[lines[option]]);
                if (isOpen) {
                    BitSet options = (BitSet) sum.options.clone();
                    options.set(option);
                    long[] taken = sum.lines.clone();
                    taken[lines[option]] += lines[option] == 0 ? 0 : amounts[option];
                    add(new Sum(sum.amount + amounts[option], options, taken), outward, kinds);
                }
            }
            if (kinds.size() > MOST_SUMS) {
                break;
            }
        }
        return List.copyOf(kinds.values());
    }

    private static void add(Sum sum, BitSet outward, Map<Kind, Sum> kinds) {
        BitSet seen = (BitSet) sum.options.clone();
        seen.and(outward);
        kinds.putIfAbsent(
                new Kind(sum.amount, seen, Arrays.stream(sum.lines).boxed().toList()), sum);
    }

    int size() {
        return sums.size();
    }

    Sum at(int index) {
        return sums.get(index);
    }

    /** The place of the largest sum that is at most this. */
    int last(long amount) {
        int low = 0;
        int high = sums.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums.get(middle).amount <= amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
