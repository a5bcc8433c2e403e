package org.fourplusone.fund.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fourplusone.fund.calendar.Calendars;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of an objection. Admitted, it stops the clock of its filing alone: the day of admission and the days until the
 * answer do not count, and what was left then runs on from the day after the answer.
 */
@Component
class HandleObjection {
    private static final String INTAKE = "INTAKE";

    private final Notices notices;
    private final Objections objections;
    private final Filings filings;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Calendars calendars;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandleObjection(
            Notices notices,
            Objections objections,
            Filings filings,
            Ledger ledger,
            AuditLog audit,
            Calendars calendars,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.filings = filings;
        this.ledger = ledger;
        this.audit = audit;
        this.calendars = calendars;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an objection to a filing whose notice runs.
     *
     * @throws Problem 400 when the filing is not in the notice; 409 {@code NOTICE_REPLACED} with {@code replacedBy}; 409
     *     {@code NOTICE_OVER} after its last day; 409 {@code OBJECTION_REPEATED} while one of the same contact to the same
     *     filing waits to be screened
     */
    @Transactional
    public Objection receive(String noticeId, String filing, String name, String contact, String text) {
        Notice notice = notices.lock(noticeId);
        Entry entry = notices.entry(notice.id(), filing)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("filing", "NOT_IN_NOTICE")));
        if (entry.outcome() == Entry.Outcome.REPLACED) {
            PublishNotice.requireOpen(notice);
        }
        LocalDate today = LocalDate.now(clock);
        if (entry.outcome() != Entry.Outcome.OPEN || entry.isOver(today)) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTICE_OVER", entry.endsOn().toString())
                    .with("endsOn", entry.endsOn());
        }
        if (objections.waits(noticeId, filing, contact)) {
            throw Problem.of(HttpStatus.CONFLICT, "OBJECTION_REPEATED");
        }
        Objection objection = new Objection(
                CaseId.next(clock),
                noticeId,
                filing,
                name,
                contact,
                text,
                Objection.State.RECEIVED,
                clock.instant(),
                workingDays.plus(today, 1),
                null,
                null,
                false,
                null,
                null,
                null);
        objections.add(objection);
        audit.record(filing, "OBJECTION_RECEIVED", null, Map.of("objection", objection.id()));
        return objection;
    }

    /**
     * Admits an objection, which locks its filing, or dismisses it with the reason.
     *
     * @param contactChecked whether the officer reached the author at the contact given
     * @throws Problem 400 when an objection is to be admitted whose contact was not checked
     */
    @Transactional
    public Objection screen(String id, boolean admit, boolean contactChecked, String reason, Caller caller) {
        if (admit && !contactChecked) {
            throw Problem.invalid(new FieldProblem("contactChecked", "CONTACT_UNCHECKED"));
        }
        Notice notice = notices.lockCurrent(objections.get(id).notice());
        Objection objection = require(id, Objection.State.RECEIVED);
        Filing filing = filings.lock(objection.filing());
        filings.note(
                filing,
                Step.NOTICE,
                admit ? "ADMIT_OBJECTION" : "SCREEN_OUT_OBJECTION",
                new Actor(caller, INTAKE),
                reason,
                Map.of("objection", id, "contactChecked", contactChecked));
        objections.screened(
                id,
                admit ? Objection.State.ADMITTED : Objection.State.DISMISSED,
                reason,
                contactChecked,
                caller.username(),
                clock.instant());
        if (admit && filing.state() != State.OBJECTED) {
            filings.move(filings.get(filing.id()), Move.OBJECT, new Actor(caller, INTAKE), null);
            Entry entry = notices.entry(notice.id(), filing.id()).orElseThrow();
            notices.stopClock(entry, daysLeft(notice, entry, LocalDate.now(clock)));
        }
        return objections.get(id);
    }

    /** Answers an admitted objection. Upheld, the award falls and its money is free again; else the notice goes on. */
    @Transactional
    public Objection answer(String id, String text, boolean upheld, Caller caller) {
        Notice notice = notices.lockCurrent(objections.get(id).notice());
        Objection objection = require(id, Objection.State.ADMITTED);
        Filing filing = filings.lock(objection.filing());
        // A filing that had ended before its notice was corrected stayed in that one.
        Entry entry = notices.entry(notice.id(), filing.id())
                .or(() -> notices.entry(objection.notice(), filing.id()))
                .orElseThrow();
        objections.answered(
                id,
                upheld ? Objection.State.UPHELD : Objection.State.NOT_UPHELD,
                text,
                caller.username(),
                clock.instant());
        if (upheld) {
            filings.move(filing, Move.UPHOLD_OBJECTION, new Actor(caller, INTAKE), text);
            if (filing.approved() != null) { // where the notice comes first nothing is reserved yet
                ledger.release(
                        filing.line(),
                        filing.id(),
                        filing.award(),
                        new Cause("UPHOLD_OBJECTION", filing.id(), caller.username()));
            }
            notices.end(entry, Entry.Outcome.REJECTED);
            notices.closeIfDone(notice.id(), LocalDate.now(clock));
        } else if (objections.open(filing.id(), Objection.State.ADMITTED) == 0) {
            filings.move(filing, Move.DISMISS_OBJECTION, new Actor(caller, INTAKE), text);
            notices.runClock(entry, newEnd(notice, entry, LocalDate.now(clock)));
        } else {
            filings.note(
                    filing, Step.NOTICE, "ANSWER_OBJECTION", new Actor(caller, INTAKE), text, Map.of("objection", id));
        }
        events.publishEvent(new ObjectionAnswered(filing, id, objection.name(), text, upheld));
        return objections.get(id);
    }

    /** The working days of a filing's notice from the day of admission on, that day included. */
    private int daysLeft(Notice notice, Entry entry, LocalDate today) {
        if (today.isAfter(entry.endsOn())) {
            return 0;
        }
        LocalDate counted = today.minusDays(1);
        LocalDate start = counted.isBefore(notice.publishedOn()) ? notice.publishedOn() : counted;
        return calendars.version(notice.calendar()).between(start, entry.endsOn());
    }

    private LocalDate newEnd(Notice notice, Entry entry, LocalDate today) {
        int left = entry.daysLeft() == null ? 0 : entry.daysLeft();
        return left == 0 ? entry.endsOn() : calendars.version(notice.calendar()).plus(today, left);
    }

    private Objection require(String id, Objection.State state) {
        Objection objection = objections.lock(id);
        if (objection.state() != state) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "OBJECTION_STATE",
                            objection.state().name(),
                            state.name())
                    .with("state", objection.state().name());
        }
        return objection;
    }
}
