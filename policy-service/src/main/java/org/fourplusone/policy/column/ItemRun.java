package org.fourplusone.policy.column;

import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Verdict;

/** One item judged for every enterprise of a {@link RegisterRun}, by row. */
public final class ItemRun {

    /** An amount that nothing bounds. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final long[] NONE = new long[0];

    private final Item item;
    private final int size;
    private final long[] isTrue;
    private final long[] isPossible;
    private final long[] low;
    private final long[] high;

    /** @param withAmounts false if only verdicts will be asked for; then every amount is 0 */
    ItemRun(Item item, int size, boolean withAmounts) {
        this.item = item;
        this.size = size;
        // One word more, so that bits can be put across two words everywhere.
        this.isTrue = new long[(size >>> 6) + 2];
        this.isPossible = new long[(size >>> 6) + 2];
        this.low = withAmounts ? new long[size] : NONE;
        this.high = withAmounts ? new long[size] : NONE;
    }

    void set(int row, Verdict verdict, long lowFen, long highFen) {
        long bit = 1L << row;
        isTrue[row >>> 6] = isTrue[row >>> 6] & ~bit | (verdict == Verdict.ELIGIBLE ? bit : 0);
        isPossible[row >>> 6] = isPossible[row >>> 6] & ~bit | (verdict == Verdict.INELIGIBLE ? 0 : bit);
        if (low.length > 0) {
            low[row] = verdict == Verdict.INELIGIBLE ? 0 : lowFen;
            high[row] = verdict == Verdict.INELIGIBLE ? 0 : highFen;
        }
    }

    /** The verdicts from the first row on, none of which is set yet: eligible where true, undetermined where possible. */
    void set(int first, long[] truth, long[] possible, int words) {
        for (int word = 0; word < words; word++) {
            put(truth[word] & possible[word], first + (word << 6), isTrue);
            put(possible[word], first + (word << 6), isPossible);
        }
    }

    private static void put(long bits, int row, long[] into) {
        into[row >>> 6] |= bits << row;
        into[(row >>> 6) + 1] |= bits >>> 1 >>> (~row & 63);
    }

    public Item item() {
        return item;
    }

    public Verdict verdict(int row) {
        return isSet(isTrue, row)
                ? Verdict.ELIGIBLE
                : isSet(isPossible, row) ? Verdict.UNDETERMINED : Verdict.INELIGIBLE;
    }

    private static boolean isSet(long[] bits, int row) {
        return (bits[row >>> 6] >>> row & 1) != 0;
    }

    /** The least that the item pays, in fen; 0 where it does not fit. */
    public long lowFen(int row) {
        return low.length == 0 ? 0 : low[row];
    }

    /** The most that the item pays, in fen; {@link #UNBOUNDED} if nothing bounds it, 0 where it does not fit. */
    public long highFen(int row) {
        return high.length == 0 ? 0 : high[row];
    }

    public int count(Verdict verdict) {
        int eligible = count(isTrue);
        int possible = count(isPossible);
        return switch (verdict) {
            case ELIGIBLE -> eligible;
            case UNDETERMINED -> possible - eligible;
            case INELIGIBLE -> size - possible;
        };
    }

    private static int count(long[] bits) {
        int count = 0;
        for (long each : bits) {
            count += Long.bitCount(each);
        }
        return count;
    }

    /** What it costs at least: the least amounts of those who are eligible, in fen. */
    public long certainFen() {
        long sum = 0;
        for (int row = 0; row < low.length; row++) {
            if (isSet(isTrue, row)) {
                sum += low[row];
            }
        }
        return sum;
    }

    /** What it may cost: the most for all who are eligible or undetermined, in fen, or {@link #UNBOUNDED}. */
    public long possibleFen() {
        long sum = 0;
        for (long each : high) {
            if (each == UNBOUNDED) {
                return UNBOUNDED;
            }
            sum += each;
        }
        return sum;
    }
}
