package org.fourplusone.fund.call;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A call as everybody may see it.
 *
 * @param open whether filings are taken today
 * @param itemVersion the item's version when the call was opened; a filing is judged by the one in force when it is submitted
 */
record CallView(
        String id,
        String itemCode,
        int itemVersion,
        Text title,
        Text department,
        String line,
        String track,
        int year,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean open,
        Call.State state,
        boolean illustrative,
        Allocation allocation,
        NoticeOrder noticeOrder,
        List<Asked> jointReview,
        @Nullable Text instalmentNote,
        long version,
        List<Item.Document> documents,
        List<Item.LineKind> claimLines) {

    /** An office of the joint review. */
    record Asked(Office office, Text name) {}

    static CallView of(Call call, LocalDate today) {
        Item item = call.item();
        return new CallView(
                call.id(),
                item.code(),
                item.version(),
                item.title(),
                call.department(),
                item.line(),
                item.track(),
                call.year(),
                call.opensOn(),
                call.closesOn(),
                call.isOpenOn(today),
                call.stateOn(today),
                call.illustrative(),
                call.allocation(),
                call.noticeOrder(),
                call.jointReview().stream()
                        .map(office -> new Asked(office, office.title()))
                        .toList(),
                call.instalmentNote(),
                call.version(),
                item.papers(),
                item.lineKinds());
    }
}
