package org.fourplusone.fund.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A filing's place in a notice: its own clock.
 *
 * @param endsOn its own last day: the notice's, or a later one after an admitted objection
 * @param daysLeft working days left when an admitted objection stopped its clock; null while the clock runs
 */
record Entry(
        String notice,
        String filing,
        LocalDate endsOn,
        @Nullable Integer daysLeft,
        Outcome outcome) {

    enum Outcome {
        OPEN,
        CONFIRMED,
        REJECTED,
        /** It went on in the corrected notice. */
        REPLACED,
        /** A correction took it off. */
        TAKEN_OFF
    }

    boolean isPaused() {
        return daysLeft != null;
    }

    /** Its clock runs and its last day has passed. */
    boolean isOver(LocalDate today) {
        return !isPaused() && today.isAfter(endsOn);
    }
}
