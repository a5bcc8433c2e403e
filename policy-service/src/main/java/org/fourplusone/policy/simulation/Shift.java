package org.fourplusone.policy.simulation;

import org.fourplusone.policy.match.Verdict;
import org.jspecify.annotations.Nullable;

/** What a change does to one enterprise; each enterprise has at most one for each item. */
enum Shift {
    /** Eligible now, and not before. */
    NEWLY_IN,
    /** Eligible before, and ineligible now. */
    NEWLY_OUT,
    /** Undetermined now, and not before. */
    NEWLY_UNDETERMINED,
    /** Undetermined before, and ineligible now. */
    RULED_OUT,
    /** The same verdict with another least or greatest amount. */
    CHANGED_AMOUNT;

    static @Nullable Shift of(Standpoint before, Standpoint after) {
        if (before.verdict() == after.verdict()) {
            return before.equals(after) ? null : CHANGED_AMOUNT;
        }
        return switch (after.verdict()) {
            case ELIGIBLE -> NEWLY_IN;
            case UNDETERMINED -> NEWLY_UNDETERMINED;
            case INELIGIBLE -> before.verdict() == Verdict.ELIGIBLE ? NEWLY_OUT : RULED_OUT;
        };
    }
}
