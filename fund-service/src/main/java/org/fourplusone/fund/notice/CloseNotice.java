package org.fourplusone.fund.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.ConfirmFiling;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a notice: filings whose days have passed without an open objection are confirmed and their money is committed; where
 * the notice comes first they are free to be approved.
 */
@Component
class CloseNotice {
    private final Notices notices;
    private final Objections objections;
    private final Filings filings;
    private final ConfirmFiling confirming;
    private final Clock clock;

    CloseNotice(Notices notices, Objections objections, Filings filings, ConfirmFiling confirming, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.filings = filings;
        this.confirming = confirming;
        this.clock = clock;
    }

    /** What became of one filing of the notice. */
    enum Result {
        CONFIRMED,
        /** An objection is not dismissed or answered yet. */
        OBJECTION_OPEN,
        /** Its clock was stopped for a while and its own last day has not passed. */
        STILL_RUNNING
    }

    record Outcome(String filing, Result result, LocalDate endsOn) {}

    /**
     * Confirms what can be confirmed. A notice some of whose filings stay can be closed again later.
     *
     * @throws Problem 409 {@code NOTICE_STILL_RUNNING} with {@code endsOn} before the last day has passed; 409
     *     {@code NOTICE_CLOSED} or {@code NOTICE_REPLACED}; 409 {@code OBJECTION_OPEN} with {@code filings} when no filing can be confirmed
     */
    @Transactional
    public List<Outcome> close(String id, Caller caller) {
        Notice notice = notices.lock(id);
        LocalDate today = LocalDate.now(clock);
        PublishNotice.requireOpen(notice);
        if (notice.state(today) == Notice.State.RUNNING) {
            throw stillRunning(notice.endsOn());
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<Filing> passed = new ArrayList<>();
        for (Entry entry : notices.entries(id)) {
            if (entry.outcome() != Entry.Outcome.OPEN) {
                continue;
            }
            Result result = result(entry, today);
            outcomes.add(new Outcome(entry.filing(), result, entry.endsOn()));
            if (result == Result.CONFIRMED) {
                passed.add(filings.lock(entry.filing()));
                notices.end(entry, Entry.Outcome.CONFIRMED);
            }
        }
        if (passed.isEmpty()) {
            throw nothingPassed(outcomes);
        }
        passed.sort(java.util.Comparator.comparing(Filing::line).thenComparing(Filing::id));
        Actor actor = Actor.of(caller, Move.CONFIRM);
        for (Filing filing : passed) {
            if (filing.noticeOrder() == NoticeOrder.BEFORE_APPROVAL) {
                filings.move(filing, Move.PASS_NOTICE, actor, null);
            } else {
                confirming.confirm(filing, actor, "CLOSE_NOTICE", caller.username());
            }
        }
        notices.closeIfDone(id, today);
        return outcomes;
    }

    private Result result(Entry entry, LocalDate today) {
        if (objections.open(entry.filing()) > 0) {
            return Result.OBJECTION_OPEN;
        }
        return entry.isOver(today) ? Result.CONFIRMED : Result.STILL_RUNNING;
    }

    private static Problem nothingPassed(List<Outcome> outcomes) {
        List<String> objected = outcomes.stream()
                .filter(outcome -> outcome.result() == Result.OBJECTION_OPEN)
                .map(Outcome::filing)
                .toList();
        if (objected.isEmpty()) {
            return stillRunning(outcomes.stream()
                    .map(Outcome::endsOn)
                    .min(LocalDate::compareTo)
                    .orElseThrow());
        }
        return Problem.of(HttpStatus.CONFLICT, "OBJECTION_OPEN", objected.size())
                .with("filings", objected);
    }

    private static Problem stillRunning(LocalDate endsOn) {
        return Problem.of(HttpStatus.CONFLICT, "NOTICE_STILL_RUNNING", endsOn.toString())
                .with("endsOn", endsOn);
    }
}
