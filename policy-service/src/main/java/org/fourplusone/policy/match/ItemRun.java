package org.fourplusone.policy.match;

import org.fourplusone.policy.item.Item;

/** One item judged for every enterprise of a {@link RegisterRun}, by row. */
public final class ItemRun {

    /** An amount that nothing bounds. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final long[] NONE = new long[0];
    private static final Verdict[] VERDICTS = Verdict.values();

    private final Item item;
    private final byte[] verdicts;
    private final long[] low;
    private final long[] high;

    /** @param withAmounts false if only verdicts will be asked for; then every amount is 0 */
    ItemRun(Item item, int size, boolean withAmounts) {
        this.item = item;
        this.verdicts = new byte[size];
        this.low = withAmounts ? new long[size] : NONE;
        this.high = withAmounts ? new long[size] : NONE;
        java.util.Arrays.fill(verdicts, (byte) Verdict.INELIGIBLE.ordinal());
    }

    void set(int row, Verdict verdict, long lowFen, long highFen) {
        verdicts[row] = (byte) verdict.ordinal();
        if (low.length == 0) {
            return;
        }
        low[row] = verdict == Verdict.INELIGIBLE ? 0 : lowFen;
        high[row] = verdict == Verdict.INELIGIBLE ? 0 : highFen;
    }

    /** The verdicts from the first row on: eligible where true, undetermined where merely possible. */
    void set(int first, long[] isTrue, long[] isPossible, int words) {
        for (int word = 0, row = first; word < words; word++, row += 64) {
            for (long bits = isPossible[word]; bits != 0; bits &= bits - 1) {
                int at = Long.numberOfTrailingZeros(bits);
                verdicts[row + at] = (byte) (1 - (isTrue[word] >>> at & 1));
            }
        }
    }

    public Item item() {
        return item;
    }

    public Verdict verdict(int row) {
        return VERDICTS[verdicts[row]];
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
        int count = 0;
        for (byte each : verdicts) {
            if (each == verdict.ordinal()) {
                count++;
            }
        }
        return count;
    }

    /** What it costs at least: the least amounts of those who are eligible, in fen. */
    public long certainFen() {
        long sum = 0;
        for (int row = 0; row < low.length; row++) {
            if (verdicts[row] == Verdict.ELIGIBLE.ordinal()) {
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
