package org.fourplusone.policy.simulation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Enterprise;
import org.jspecify.annotations.Nullable;

/**
 * What the items in force cost on one state of the register. Kept from one simulation to the next, so that only changed
 * items are run while register and items stay what they are.
 */
final class Baseline {

    /** @param eligible by row */
    record Judged(Item item, Cost cost, BitSet eligible) {

        static Judged of(ItemRun run, int size) {
            BitSet eligible = new BitSet(size);
            for (int row = 0; row < size; row++) {
                if (run.verdict(row) == Verdict.ELIGIBLE) {
                    eligible.set(row);
                }
            }
            return new Judged(run.item(), Cost.of(run), eligible);
        }
    }

    private final List<Item> inForce;
    private final LocalDate asOf;
    private final boolean provenOnly;
    private final long cursor;
    private final int size;
    private final @Nullable Enterprise first;
    private final Map<String, Judged> items = new HashMap<>();

    /** @param run begins with the plan's items in force */
    Baseline(Plan plan, RegisterRun run) {
        this.inForce = plan.inForce();
        this.asOf = plan.asOf();
        this.provenOnly = plan.isProvenOnly();
        this.cursor = run.cursor();
        this.size = run.size();
        this.first = firstOf(run);
        run.items()
                .subList(0, inForce.size())
                .forEach(each -> items.put(each.item().code(), Judged.of(each, size)));
    }

    private static @Nullable Enterprise firstOf(RegisterRun run) {
        return run.size() == 0 ? null : run.enterprise(0);
    }

    /** Whether it may serve: the very same items, for the same day and facts, on a register with this newest change. */
    boolean isFor(Plan plan, long registerCursor) {
        if (cursor != registerCursor
                || provenOnly != plan.isProvenOnly()
                || !asOf.equals(plan.asOf())
                || inForce.size() != plan.inForce().size()) {
            return false;
        }
        for (int i = 0; i < inForce.size(); i++) {
            if (inForce.get(i) != plan.inForce().get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a run saw the same register; one that was read anew has other objects. */
    boolean isOn(RegisterRun run) {
        return cursor == run.cursor() && size == run.size() && first == firstOf(run);
    }

    /** The items in force by code. */
    Map<String, Judged> items() {
        return items;
    }
}
