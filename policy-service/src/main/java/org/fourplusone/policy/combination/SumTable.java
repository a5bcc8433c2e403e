package org.fourplusone.policy.combination;

import java.util.Arrays;

/**
 * Which sums some amounts can make, so what of an amount of money they can use: every multiple of a unit plus one of
 * the odd sums. Conflicts do not count, so it is never too little.
 */
final class SumTable {

    private static final int MOST_SUMS = 1 << 15;

    /** Any money can be used. */
    private static final SumTable ANY = new SumTable(1, new long[1]);

    private final long unit;
    private final long[] sums;

    private SumTable(long unit, long[] sums) {
        this.unit = unit;
        this.sums = sums;
    }

    /** @param unit what divides all the amounts, or 0 if there are none */
    static SumTable multiplesOf(long unit) {
        return unit == 1 ? ANY : new SumTable(unit, new long[1]);
    }

    /** Also with one of these amounts, or none; anything if there would be too many sums. */
    SumTable with(long[] amounts) {
        if (unit == 1 || amounts.length == 0) {
            return this;
        }
        if (sums.length * (amounts.length + 1L) > 4L * MOST_SUMS) {
            return ANY;
        }
        long[] more = Arrays.copyOf(sums, sums.length * (amounts.length + 1));
        int count = sums.length;
        for (long amount : amounts) {
            for (long sum : sums) {
                more[count++] = unit == 0 ? sum + amount : (sum + amount) % unit;
            }
        }
        long[] distinct = Arrays.stream(more).sorted().distinct().toArray();
        return distinct.length > MOST_SUMS ? ANY : new SumTable(unit, distinct);
    }

    /** The largest sum that is at most this much money, which is not negative. */
    long usable(long money) {
        long over = unit == 0 ? money : money % unit;
        if (sums.length == 1) {
            return money - over;
        }
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (sums[middle] <= over) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return money - over + sums[low];
    }
}
