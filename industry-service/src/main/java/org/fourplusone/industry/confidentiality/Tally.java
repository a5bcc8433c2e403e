package org.fourplusone.industry.confidentiality;

import org.jspecify.annotations.Nullable;

/** What the first rules ask of some enterprises together: how many count, their sizes' sum and the largest size. */
final class Tally {

    static final int FEWEST = 3;
    private static final long MOST_PERCENT = 85;

    int count;
    long sum;
    long largest;

    void add(long amount) {
        if (amount != 0) {
            long size = Math.abs(amount);
            count++;
            sum += size;
            largest = Math.max(largest, size);
        }
    }

    Tally with(Tally other) {
        Tally both = new Tally();
        both.count = count + other.count;
        both.sum = sum + other.sum;
        both.largest = Math.max(largest, other.largest);
        return both;
    }

    /** Why these may not be shown as a sum, null if they may. A plain zero tells of nobody. */
    @Nullable
    Reason fault() {
        if (count == 0) {
            return null;
        }
        if (count < FEWEST) {
            return Reason.FEW;
        }
        return largest * 100 > sum * MOST_PERCENT ? Reason.DOMINANT : null;
    }

    /** One tally for each group or leaf that enterprises are in; those of negative number are left out. */
    static Tally[] of(int[] where, long[] amounts, int numbers) {
        Tally[] tallies = new Tally[numbers];
        for (int i = 0; i < amounts.length; i++) {
            if (where[i] >= 0) {
                Tally tally = tallies[where[i]];
                if (tally == null) {
                    tally = new Tally();
                    tallies[where[i]] = tally;
                }
                tally.add(amounts[i]);
            }
        }
        return tallies;
    }
}
