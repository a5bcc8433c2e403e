package org.fourplusone.fund.call;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An opening for filings of one item (申报通知).
 *
 * @param year the policy year
 * @param closed whether it was closed early
 * @param item the item as it was when the call was opened
 * @param department who is responsible; the item's department unless the call says otherwise
 * @param jointReview the offices that the review asks; empty where there is no joint review
 * @param instalmentNote what the call says of instalments; null where it says nothing
 */
public record Call(
        String id,
        long version,
        int year,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean closed,
        boolean illustrative,
        Item item,
        Text department,
        Allocation allocation,
        NoticeOrder noticeOrder,
        List<Office> jointReview,
        @Nullable Text instalmentNote) {

    /** Where a call stands on a day. */
    enum State {
        COMING,
        OPEN,
        /** Closed, or its last day has passed. */
        OVER
    }

    /** A call that says nothing of its own: first come, notice after approval, no joint review. */
    static Call plain(String id, int year, LocalDate opensOn, LocalDate closesOn, Item item) {
        return new Call(
                id,
                1,
                year,
                opensOn,
                closesOn,
                false,
                item.illustrative(),
                item,
                item.department(),
                Allocation.FIRST_COME,
                NoticeOrder.AFTER_APPROVAL,
                List.of(),
                null);
    }

    public boolean isOpenOn(LocalDate day) {
        return stateOn(day) == State.OPEN;
    }

    State stateOn(LocalDate day) {
        if (closed || day.isAfter(closesOn)) {
            return State.OVER;
        }
        return day.isBefore(opensOn) ? State.COMING : State.OPEN;
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !closed && !closesOn.isBefore(from) && !opensOn.isAfter(to);
    }
}
