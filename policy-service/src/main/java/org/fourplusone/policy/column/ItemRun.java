package org.fourplusone.policy.column;

import java.util.Arrays;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One item judged for every enterprise of a {@link RegisterRun}, by row. Verdicts are two bits for each row. Amounts are
 * kept for the rows alone where anything is known that they depend on: all others that are not ruled out share one.
 */
public final class ItemRun {

    /** An amount that nothing bounds. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final long[] NONE = new long[0];

    private final Item item;
    private final int size;
    private final @Nullable Award shared;
    private final long[] isTrue;
    private final long[] isPossible;
    /** The rows with amounts of their own. */
    private final long[] isKept;
    /** How many of these rows are before each word. */
    private final int[] before;
    /** The least and the most of each of these rows. */
    private long[] amounts = NONE;

    private int stored;
    private long certain;
    private long possible;

    /** @param shared the amounts where nothing is known; null if only verdicts will be asked for: then every amount is 0 */
    ItemRun(Item item, int size, @Nullable Award shared) {
        this.item = item;
        this.size = size;
        this.shared = shared;
        // One word more, so that bits can be put across two words everywhere.
        this.isTrue = new long[(size >>> 6) + 2];
        this.isPossible = new long[(size >>> 6) + 2];
        this.isKept = shared == null ? NONE : new long[isTrue.length];
        this.before = new int[isKept.length];
    }

    /**
     * Takes what was found on the next rows.
     *
     * @param first the first of them
     * @param count how many there are
     * @throws ArithmeticException if the certain amounts cannot be added up
     */
    void add(int first, int count, Room found) {
        for (int word = 0; word << 6 < count; word++) {
            put(found.isTrue[word], first + (word << 6), isTrue);
            put(found.isPossible[word], first + (word << 6), isPossible);
        }
        if (shared != null) {
            addAmounts(first, count, found, shared);
        }
    }

    private static void put(long bits, int row, long[] into) {
        into[row >>> 6] |= bits << row;
        into[(row >>> 6) + 1] |= bits >>> 1 >>> (~row & 63);
    }

    private void addAmounts(int first, int count, Room found, Award others) {
        int words = (count + 63) >>> 6;
        int needed = 2 * (stored + count(found.isKept, words));
        if (needed > amounts.length) {
            long asOften = (long) needed * size / (first + count);
            amounts = Arrays.copyOf(amounts, (int) Math.min(2L * size, asOften + asOften / 8));
        }
        long[] into = amounts;
        int at = 2 * stored;
        long low = 0;
        long high = 0;
        int eligible = 0;
        int notRuledOut = 0;
        for (int word = 0; word < words; word++) {
            long kept = found.isKept[word];
            long sure = found.isTrue[word];
            put(kept, first + (word << 6), isKept);
            eligible += Long.bitCount(sure & ~kept);
            notRuledOut += Long.bitCount(found.isPossible[word] & ~kept);
            for (long bits = kept; bits != 0; bits &= bits - 1) {
                int bit = Long.numberOfTrailingZeros(bits);
                long least = found.low[(word << 6) + bit];
                long most = found.high[(word << 6) + bit];
                into[at++] = least;
                into[at++] = most;
                low = Math.addExact(low, least & -(sure >>> bit & 1));
                high = unbounded(high, most);
            }
        }
        stored = at / 2;
        certain = Math.addExact(
                certain, Math.addExact(low, Math.multiplyExact(others.low().fen(), eligible)));
        long each = Room.most(others);
        boolean isBounded = notRuledOut == 0 || each <= UNBOUNDED / notRuledOut;
        possible = unbounded(possible, unbounded(high, isBounded ? each * notRuledOut : UNBOUNDED));
    }

    private static long unbounded(long sum, long more) {
        return sum + more < 0 ? UNBOUNDED : sum + more;
    }

    /** Says that all rows are in. */
    void end() {
        for (int word = 1; word < before.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(isKept[word - 1]);
        }
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
        if (shared == null || !isSet(isPossible, row)) {
            return 0;
        }
        return isSet(isKept, row) ? amounts[2 * place(row)] : shared.low().fen();
    }

    /** The most that the item pays, in fen; {@link #UNBOUNDED} if nothing bounds it, 0 where it does not fit. */
    public long highFen(int row) {
        if (shared == null || !isSet(isPossible, row)) {
            return 0;
        }
        return isSet(isKept, row) ? amounts[2 * place(row) + 1] : Room.most(shared);
    }

    private int place(int row) {
        return before[row >>> 6] + Long.bitCount(isKept[row >>> 6] & (1L << row) - 1);
    }

    public int count(Verdict verdict) {
        int eligible = count(isTrue, isTrue.length);
        int notRuledOut = count(isPossible, isPossible.length);
        return switch (verdict) {
            case ELIGIBLE -> eligible;
            case UNDETERMINED -> notRuledOut - eligible;
            case INELIGIBLE -> size - notRuledOut;
        };
    }

    private static int count(long[] bits, int words) {
        int count = 0;
        for (int word = 0; word < words; word++) {
            count += Long.bitCount(bits[word]);
        }
        return count;
    }

    /** What it costs at least: the least amounts of those who are eligible, in fen. */
    public long certainFen() {
        return certain;
    }

    /** What it may cost: the most for all who are eligible or undetermined, in fen, or {@link #UNBOUNDED}. */
    public long possibleFen() {
        return possible;
    }
}
