package org.fourplusone.policy.column;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Enterprise;

/** Room for one item on one block, and what is found there; for one thread. */
final class Room {
    final boolean withAmounts;
    final long[] award = new long[2];
    private final BiFunction<Enterprise, Item, Judgement> judge;

    /** The rows of enterprises on which the enterprise's own part is true, and true or unknown. */
    long[] truth = new long[0];

    long[] possible = new long[0];
    long[] rowTruth = new long[0];
    long[] rowPossible = new long[0];
    long[] open = new long[0];

    /** What is found: who is eligible, who is not ruled out, and who of these has amounts of its own. */
    long[] isTrue = new long[0];

    long[] isPossible = new long[0];
    long[] isKept = new long[0];
    long[] low = new long[0];
    long[] high = new long[0];

    /**
     * @param withAmounts false if verdicts are enough
     * @param judge answers for single enterprises
     */
    Room(boolean withAmounts, BiFunction<Enterprise, Item, Judgement> judge) {
        this.withAmounts = withAmounts;
        this.judge = judge;
    }

    /** @param words of the enterprises or of their records, whichever are more */
    void enter(int words) {
        if (truth.length < words) {
            truth = new long[words];
            possible = new long[words];
            rowTruth = new long[words];
            rowPossible = new long[words];
            open = new long[words];
            isTrue = new long[words];
            isPossible = new long[words];
            isKept = new long[words];
            low = new long[words << 6];
            high = new long[words << 6];
        }
    }

    /** Nothing is found yet. */
    void clear(int words) {
        Arrays.fill(isTrue, 0, words, 0);
        Arrays.fill(isPossible, 0, words, 0);
        Arrays.fill(isKept, 0, words, 0);
    }

    /** Finds what the judge of single enterprises says, whatever was found before. */
    void ask(Item item, Block block, int row) {
        Judgement judged = judge.apply(block.enterprises().get(row), item);
        Award award = judged.award();
        long bit = 1L << row;
        isTrue[row >>> 6] = isTrue[row >>> 6] & ~bit | (judged.verdict() == Verdict.ELIGIBLE ? bit : 0);
        long notRuledOut = judged.verdict() == Verdict.INELIGIBLE ? 0 : bit;
        isPossible[row >>> 6] = isPossible[row >>> 6] & ~bit | notRuledOut;
        isKept[row >>> 6] = isKept[row >>> 6] & ~bit | notRuledOut;
        low[row] = award.low().fen();
        high[row] = most(award);
    }

    static long most(Award award) {
        return award.high() == null ? ItemRun.UNBOUNDED : award.high().fen();
    }

    /** Finds one award for many rows, of which nothing was found before. */
    void find(int word, long rows, long met, Award award) {
        isPossible[word] |= most(award) > 0 ? rows : 0;
        isTrue[word] |= award.low().isPositive() ? rows & met : 0;
    }

    /** Finds an award unless a better one is found already: by verdict, then by the least, then by the most. */
    void find(int row, boolean isMet, long least, long most) {
        if (most <= 0) {
            return;
        }
        long bit = 1L << row;
        boolean isEligible = isMet && least > 0;
        boolean wasEligible = (isTrue[row >>> 6] & bit) != 0;
        boolean isBetter = (isPossible[row >>> 6] & bit) == 0
                || (isEligible == wasEligible ? least > low[row] || least == low[row] && most > high[row] : isEligible);
        if (isBetter) {
            isPossible[row >>> 6] |= bit;
            isTrue[row >>> 6] |= isEligible ? bit : 0;
            isKept[row >>> 6] |= bit;
            low[row] = least;
            high[row] = most;
        }
    }
}
