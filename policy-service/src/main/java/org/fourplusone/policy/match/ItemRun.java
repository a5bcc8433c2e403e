package org.fourplusone.policy.match;

import org.fourplusone.policy.item.Item;

/** One item judged for every enterprise of a {@link RegisterRun}, by row. */
public final class ItemRun {

    /** An amount that nothing bounds. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final Verdict[] VERDICTS = Verdict.values();

    private final Item item;
    private final byte[] verdicts;
    private final long[] low;
    private final long[] high;

    ItemRun(Item item, int size) {
        this.item = item;
        this.verdicts = new byte[size];
        this.low = new long[size];
        this.high = new long[size];
        java.util.Arrays.fill(verdicts, (byte) Verdict.INELIGIBLE.ordinal());
    }

    void set(int row, Verdict verdict, long lowFen, long highFen) {
        verdicts[row] = (byte) verdict.ordinal();
        low[row] = verdict == Verdict.INELIGIBLE ? 0 : lowFen;
        high[row] = verdict == Verdict.INELIGIBLE ? 0 : highFen;
    }

    public Item item() {
        return item;
    }

    public Verdict verdict(int row) {
        return VERDICTS[verdicts[row]];
    }

    /** The least that the item pays, in fen; 0 where it does not fit. */
    public long lowFen(int row) {
        return low[row];
    }

    /** The most that the item pays, in fen; {@link #UNBOUNDED} if nothing bounds it, 0 where it does not fit. */
    public long highFen(int row) {
        return high[row];
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
        for (int row = 0; row < verdicts.length; row++) {
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
