package org.fourplusone.fund.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objection as the officers see it.
 *
 * @param notice the notice that it was made to; when that was corrected, its filing stands in a later one
 * @param late not screened, or screened, after {@code screenBy}
 */
record ObjectionView(
        String id,
        String notice,
        String filing,
        String name,
        String contact,
        String text,
        Objection.State state,
        Instant receivedAt,
        LocalDate screenBy,
        boolean late,
        @Nullable Instant screenedAt,
        @Nullable String screenedBy,
        boolean contactChecked,
        @Nullable String reason,
        @Nullable String answeredBy,
        @Nullable String answer) {

    static ObjectionView of(Objection objection, Instant now) {
        return new ObjectionView(
                objection.id(),
                objection.notice(),
                objection.filing(),
                objection.name(),
                objection.contact(),
                objection.text(),
                objection.state(),
                objection.receivedAt(),
                objection.screenBy(),
                objection.isLate(now),
                objection.screenedAt(),
                objection.screenedBy(),
                objection.contactChecked(),
                objection.reason(),
                objection.answeredBy(),
                objection.answer());
    }
}
