package org.fourplusone.fund.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A public notice as stored.
 *
 * @param publishedOn the day it appeared, which does not count
 * @param endsOn its last day, which counts to its end
 * @param calendar the calendar version it was counted by, kept for good
 */
record Notice(
        String id,
        LocalDate publishedOn,
        int workingDays,
        LocalDate endsOn,
        String calendar,
        @Nullable LocalDate closedOn) {

    /** RUNNING to the end of its last day, OVER until it is closed, CLOSED when no filing is open in it. */
    enum State {
        RUNNING,
        OVER,
        CLOSED
    }

    State state(LocalDate today) {
        if (closedOn != null) {
            return State.CLOSED;
        }
        return today.isAfter(endsOn) ? State.OVER : State.RUNNING;
    }
}
