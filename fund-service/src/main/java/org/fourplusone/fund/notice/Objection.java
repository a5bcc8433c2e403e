package org.fourplusone.fund.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objection in a real name. Name and contact are for the officers who handle it, never for the public.
 *
 * @param screenBy by when it is to be admitted or dismissed: one working day
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
        @Nullable String screenedBy,
        @Nullable String reason,
        @Nullable String answeredBy,
        @Nullable String answer) {

    /** RECEIVED → DISMISSED, or ADMITTED → NOT_UPHELD or UPHELD. */
    enum State {
        RECEIVED,
        DISMISSED,
        ADMITTED,
        NOT_UPHELD,
        UPHELD
    }
}
