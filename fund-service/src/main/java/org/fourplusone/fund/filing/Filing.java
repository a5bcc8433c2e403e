package org.fourplusone.fund.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's filing for one item within a call, as stored.
 *
 * @param id opaque, 26 characters
 * @param number as shown, {@code LC2026-000123}
 * @param year the policy year of its call
 * @param noticeOrder which comes first, public notice or approval, as its call says
 * @param record the project, honour, loan or lease it claims, where the item is judged by such records
 * @param estimate the most the frozen assessment allows; null before submission
 * @param reviewed the reviewer's amount; null before review
 * @param approved the approved amount; null before the first approval
 * @param dueOn last day of the present state's limit
 * @param waitingFor the gate that it waits at; null while every neighbour answers
 */
public record Filing(
        String id,
        String number,
        State state,
        long version,
        int year,
        String callId,
        String itemCode,
        int itemVersion,
        Text title,
        Text department,
        Track track,
        Line line,
        NoticeOrder noticeOrder,
        String creditCode,
        String enterpriseName,
        @Nullable String record,
        @Nullable Money estimate,
        @Nullable Money reviewed,
        @Nullable Boolean recommended,
        @Nullable Money approved,
        @Nullable LocalDate dueOn,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable String contact,
        @Nullable Wait waitingFor) {

    /** The moves that lead on from its state. */
    public Set<Move> moves() {
        return state.moves(noticeOrder);
    }

    /** The number that is shown for a filing. */
    public static String number(int year, long serial) {
        return "LC%d-%06d".formatted(year, serial);
    }

    /** The amount that counts now: approved, else reviewed, else estimated. */
    public @Nullable Money amount() {
        return approved != null ? approved : reviewed != null ? reviewed : estimate;
    }

    /** The amount on public notice: the approved one, or the recommended one where the notice comes first. */
    public Money noticed() {
        return approved == null && reviewed != null ? reviewed : award();
    }

    /** The approved amount. Callers stand behind APPROVED, where it is always there. */
    public Money award() {
        if (approved == null) {
            throw new IllegalStateException("filing " + number + " has no approved amount");
        }
        return approved;
    }
}
