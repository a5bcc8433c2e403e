package org.fourplusone.fund.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts approved filings on public notice. */
@Component
class PublishNotice {
    private final Notices notices;
    private final Filings filings;
    private final WorkingDays workingDays;
    private final Clock clock;

    PublishNotice(Notices notices, Filings filings, WorkingDays workingDays, Clock clock) {
        this.notices = notices;
        this.filings = filings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Every filing has to be APPROVED; one that is not refuses the whole notice. The end is counted once, and kept with the
     * version of the calendar it was counted by.
     */
    @Transactional
    public Notice publish(List<String> ids, int days, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        Notice notice =
                new Notice(CaseId.next(clock), today, days, workingDays.plus(today, days), workingDays.version(), null);
        List<String> sorted = ids.stream().sorted().toList();
        List<Filing> approved = sorted.stream().map(filings::lock).toList();
        approved.forEach(filing -> Filings.requireLegal(filing, Move.PUBLISH));
        notices.add(notice, clock.instant(), caller.username(), sorted);
        for (Filing filing : approved) {
            filings.move(
                    filing,
                    Move.PUBLISH,
                    Actor.of(caller, Move.PUBLISH),
                    notice.publishedOn() + " – " + notice.endsOn());
        }
        return notice;
    }
}
