package org.fourplusone.policy.column;

import java.util.function.BiFunction;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.register.Enterprise;

/** Room for the bits of one block; for one thread. */
final class Room {
    final boolean withAmounts;
    final BiFunction<Enterprise, Item, Judgement> judge;
    final long[] award = new long[2];
    long[] truth = new long[0];
    long[] possible = new long[0];
    long[] rowTruth = new long[0];
    long[] rowPossible = new long[0];
    long[] any = new long[0];
    long[] anyPossible = new long[0];
    long[] open = new long[0];

    /**
     * @param withAmounts false if verdicts are enough
     * @param judge answers for single enterprises
     */
    Room(boolean withAmounts, BiFunction<Enterprise, Item, Judgement> judge) {
        this.withAmounts = withAmounts;
        this.judge = judge;
    }

    void enter(int words) {
        if (truth.length < words) {
            truth = new long[words];
            possible = new long[words];
            rowTruth = new long[words];
            rowPossible = new long[words];
            any = new long[words];
            anyPossible = new long[words];
            open = new long[words];
        }
    }
}
