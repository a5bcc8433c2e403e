package org.fourplusone.fund.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * An objection in a real name. Name and contact are for the officers who handle it, never for the public.
 *
 * @param screenBy by when it is to be admitted or dismissed: one working day
 * @param contactChecked whether the officer who screened it reached its author at the contact given
 */
record Objection(
        String id,
        String notice,
        String filing,
        String name,
        String contact,
        String text,
        State state,
        Instant receivedAt,
        LocalDate screenBy,
        @Nullable Instant screenedAt,
        @Nullable String screenedBy,
        boolean contactChecked,
        @Nullable String reason,
        @Nullable String answeredBy,
        @Nullable String answer) {

    /** Not screened, or screened, after the day by which it was to be. */
    boolean isLate(Instant now) {
        Instant screened = screenedAt == null ? now : screenedAt;
        return screened.atZone(TimeAutoConfiguration.SHANGHAI).toLocalDate().isAfter(screenBy);
    }

    /** RECEIVED → DISMISSED, or ADMITTED → NOT_UPHELD or UPHELD. */
    enum State {
        RECEIVED,
        DISMISSED,
        ADMITTED,
        NOT_UPHELD,
        UPHELD
    }
}
