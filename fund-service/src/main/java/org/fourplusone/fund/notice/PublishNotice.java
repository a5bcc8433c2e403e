package org.fourplusone.fund.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts approved filings on public notice, and corrects a notice that has gone out. */
@Component
class PublishNotice {
    private final Notices notices;
    private final Objections objections;
    private final Filings filings;
    private final WorkingDays workingDays;
    private final Clock clock;

    PublishNotice(Notices notices, Objections objections, Filings filings, WorkingDays workingDays, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.filings = filings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Every filing has to be APPROVED, or recommended where the notice comes first; one that is not refuses the whole notice.
     * The end is counted once, and kept with the
     * version of the calendar it was counted by.
     */
    @Transactional
    public Notice publish(List<String> ids, int days, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        Notice notice = draft(today, days, null, null);
        List<String> sorted = ids.stream().sorted().toList();
        List<Filing> approved = sorted.stream().map(filings::lock).toList();
        approved.forEach(PublishNotice::requirePublishable);
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

    /**
     * Corrects a notice: a new one names it, shows what is still open in it, and counts its days from today. An admitted
     * objection stays admitted, and its filing gets the new notice's days in full once it is answered.
     *
     * @param days null for as many as the notice had
     * @param drop filings that the new notice leaves out: each goes back to where it was before the notice, with what is
     *     reserved for it
     * @throws Problem 400 {@code INVALID} for one that is not open in the notice or under an objection, or when none would be left;
     *     409 {@code NOTICE_REPLACED} with {@code replacedBy}; 409 {@code NOTICE_CLOSED}
     */
    @Transactional
    public Notice correct(String id, String reason, @Nullable Integer days, Set<String> drop, Caller caller) {
        Notice wrong = notices.lock(id);
        requireOpen(wrong);
        List<Entry> open = notices.entries(id).stream()
                .filter(entry -> entry.outcome() == Entry.Outcome.OPEN)
                .toList();
        List<String> kept = open.stream()
                .map(Entry::filing)
                .filter(filing -> !drop.contains(filing))
                .toList();
        if (kept.size() + drop.size() != open.size()) {
            throw Problem.invalid(new FieldProblem("drop", "NOT_ON_NOTICE"));
        }
        if (kept.isEmpty() && !drop.isEmpty()) {
            throw Problem.invalid(new FieldProblem("drop", "LEAVE_ONE"));
        }
        int length = days == null ? wrong.workingDays() : days;
        Notice corrected = draft(LocalDate.now(clock), length, id, reason);
        notices.add(corrected, clock.instant(), caller.username(), kept);
        notices.replace(wrong, corrected.id());
        for (Entry entry : open) {
            Filing filing = filings.lock(entry.filing());
            if (drop.contains(filing.id())) {
                takeOff(entry, filing, reason, caller);
                continue;
            }
            notices.end(entry, Entry.Outcome.REPLACED);
            if (entry.isPaused()) {
                notices.stopClock(notices.entry(corrected.id(), filing.id()).orElseThrow(), length);
            }
            filings.note(
                    filing,
                    Step.NOTICE,
                    "CORRECT_NOTICE",
                    new Actor(caller, Move.PUBLISH.role()),
                    reason,
                    Map.of("notice", corrected.id(), "replaces", id));
        }
        return corrected;
    }

    private void takeOff(Entry entry, Filing filing, String reason, Caller caller) {
        Move move = filing.noticeOrder() == NoticeOrder.BEFORE_APPROVAL ? Move.TAKE_OFF_FIRST : Move.TAKE_OFF;
        if (objections.open(filing.id()) > 0) {
            throw Problem.invalid(new FieldProblem("drop", "UNDER_OBJECTION", filing.number()));
        }
        Filings.requireLegal(filing, move);
        notices.end(entry, Entry.Outcome.TAKEN_OFF);
        filings.move(filing, move, Actor.of(caller, move), reason);
    }

    /** What is open in it may still be changed. */
    static void requireOpen(Notice notice) {
        if (notice.replacedBy() != null) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTICE_REPLACED").with("replacedBy", notice.replacedBy());
        }
        if (notice.closedOn() != null) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTICE_CLOSED").with("closedOn", notice.closedOn());
        }
    }

    private Notice draft(LocalDate today, int days, @Nullable String replaces, @Nullable String correction) {
        return new Notice(
                CaseId.next(clock),
                today,
                days,
                workingDays.plus(today, days),
                workingDays.version(),
                null,
                replaces,
                correction,
                null);
    }

    private static void requirePublishable(Filing filing) {
        Filings.requireLegal(filing, Move.PUBLISH);
        if (filing.approved() == null && !Boolean.TRUE.equals(filing.recommended())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_RECOMMENDED").with("filing", filing.id());
        }
    }
}
