package org.fourplusone.fund.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A public notice as stored.
 *
 * @param publishedOn the day it appeared, which does not count
 * @param endsOn its last day, which counts to its end
 * @param calendar the calendar version it was counted by, kept for good
 * @param replaces the notice that it corrects
 * @param correction why it does; null when it corrects none
 * @param replacedBy the notice that corrects it
 */
record Notice(
        String id,
        LocalDate publishedOn,
        int workingDays,
        LocalDate endsOn,
        String calendar,
        @Nullable LocalDate closedOn,
        @Nullable String replaces,
        @Nullable String correction,
        @Nullable String replacedBy) {

    /**
     * RUNNING to the end of its last day, OVER until it is closed, CLOSED when no filing is open in it; REPLACED when its
     * open filings went on in a corrected notice.
     */
    enum State {
        RUNNING,
        OVER,
        CLOSED,
        REPLACED
    }

    State state(LocalDate today) {
        if (replacedBy != null) {
            return State.REPLACED;
        }
        if (closedOn != null) {
            return State.CLOSED;
        }
        return today.isAfter(endsOn) ? State.OVER : State.RUNNING;
    }
}
