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
        return !closed && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    /** Whether filings may have been begun: from then on most of it stays as it is. */
    boolean hasOpenedBy(LocalDate day) {
        return !day.isBefore(opensOn);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !closed && !closesOn.isBefore(from) && !opensOn.isAfter(to);
    }
}
