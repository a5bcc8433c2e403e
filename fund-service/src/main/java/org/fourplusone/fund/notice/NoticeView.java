package org.fourplusone.fund.notice;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A notice as everybody may see it: enterprise, item and amount; never a person, a telephone, an account.
 *
 * @param daysLeft working days from tomorrow to the last day, 0 on the last day and after it
 * @param timeLeft the same in words
 * @param replaces the notice that this one corrects, {@code correction} says why
 * @param replacedBy the notice that corrects this one
 * @param filings absent in lists
 */
record NoticeView(
        String id,
        LocalDate publishedOn,
        LocalDate endsOn,
        int workingDays,
        String calendar,
        Notice.State state,
        int daysLeft,
        Text timeLeft,
        @Nullable LocalDate closedOn,
        @Nullable String replaces,
        @Nullable String correction,
        @Nullable String replacedBy,
        int count,
        Money total,
        String currency,
        @Nullable List<Row> filings) {

    /**
     * One award in the notice.
     *
     * @param state OPEN, PAUSED while an admitted objection is handled, CONFIRMED, REJECTED or REPLACED
     */
    record Row(
            String filing,
            String number,
            String enterpriseName,
            String creditCode,
            String itemCode,
            Text title,
            Line line,
            Money amount,
            LocalDate endsOn,
            String state) {

        static Row of(Entry entry, Filing filing) {
            return new Row(
                    filing.id(),
                    filing.number(),
                    filing.enterpriseName(),
                    filing.creditCode(),
                    filing.itemCode(),
                    filing.title(),
                    filing.line(),
                    filing.noticed(),
                    entry.endsOn(),
                    entry.isPaused() ? "PAUSED" : entry.outcome().name());
        }
    }

    static NoticeView of(
            Notice notice, Notices.Total total, @Nullable List<Row> rows, WorkingDays calendar, LocalDate today) {
        Notice.State state = notice.state(today);
        int left = state == Notice.State.RUNNING ? calendar.between(today, notice.endsOn()) : 0;
        return new NoticeView(
                notice.id(),
                notice.publishedOn(),
                notice.endsOn(),
                notice.workingDays(),
                notice.calendar(),
                state,
                left,
                words(state, left),
                notice.closedOn(),
                notice.replaces(),
                notice.correction(),
                notice.replacedBy(),
                total.count(),
                total.sum(),
                "CNY",
                rows);
    }

    private static Text words(Notice.State state, int left) {
        return switch (state) {
            case REPLACED -> Text.of("已由更正后的公示取代", "Replaced by a corrected notice");
            case CLOSED -> Text.of("公示已结束", "The notice is closed");
            case OVER -> Text.of("公示期已满，待办结", "The notice period is over; it waits to be closed");
            case RUNNING ->
                left == 0
                        ? Text.of("今天是公示最后一天", "Today is the last day")
                        : Text.of(
                                "还剩 " + left + " 个工作日",
                                left == 1 ? "1 working day left after today" : left + " working days left after today");
        };
    }
}
