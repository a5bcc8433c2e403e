package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The filings: reading, locking, and the one way in which a filing changes its state. */
@Component
public class Filings {
    private final JdbcClient jdbc;
    private final Separation separation;
    private final WorkingDays workingDays;
    private final StepDays stepDays;
    private final Fingerprints fingerprints;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Filings(
            JdbcClient jdbc,
            Separation separation,
            WorkingDays workingDays,
            StepDays stepDays,
            Fingerprints fingerprints,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.separation = separation;
        this.workingDays = workingDays;
        this.stepDays = stepDays;
        this.fingerprints = fingerprints;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Filing> find(String id) {
        return jdbc.sql(FilingRow.SELECT + " WHERE id = :id")
                .param("id", id)
                .query(FilingRow::of)
                .optional();
    }

    /** 404 when there is none. Whose it is, the caller checks. */
    public Filing get(String id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    /** Those filings by their ids, read at once; what there is none of is left out. */
    public Map<String, Filing> all(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(FilingRow.SELECT + " WHERE id IN (:ids)").param("ids", ids).query(FilingRow::of).list().stream()
                .collect(Collectors.toMap(Filing::id, Function.identity()));
    }

    /** The same, with the row locked until the transaction ends. Several at once: in the order of their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing lock(String id) {
        return jdbc.sql(FilingRow.SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(FilingRow::of)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * Makes a move in the running transaction: the table is asked, the actor's other steps on the case are checked, the
     * state changes on the condition that nobody changed it since, the version counts up, the history gets its line and
     * the audit chain its record.
     *
     * @param note what the history shows with it, already in the words of the person who wrote it; null for none
     * @return the filing after the move
     * @throws Problem 409 {@code ILLEGAL_MOVE} with {@code allowed}, 409 {@code SAME_PERSON}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing move(Filing filing, Move move, Actor actor, @Nullable String note) {
        requireLegal(filing, move);
        separation.require(filing, move.step(), actor);
        LocalDate dueOn = dueOn(filing, move);
        int changed = jdbc.sql("UPDATE filing SET state = :to, version = version + 1, due_on = :due, moved_at = :now"
                        + " WHERE id = :id AND state = :from AND version = :version")
                .param("to", move.to().name())
                .param("due", dueOn)
                .param("now", UtcColumn.of(clock.instant()))
                .param("id", filing.id())
                .param("from", filing.state().name())
                .param("version", filing.version())
                .update();
        if (changed != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
        if (move.to().isWithoutMoney()) {
            fingerprints.release(filing.id());
        }
        write(filing, move.step(), move, actor, note, dueOn);
        Filing moved = get(filing.id());
        audit.record(filing.id(), move.name(), Trail.of(filing), Trail.of(moved, note, actor.onBehalfOf()));
        events.publishEvent(new FilingMoved(moved, move, note));
        return moved;
    }

    /** A state that is entered again after a correction goes on with the days that it had left, and has one at least. */
    private @Nullable LocalDate dueOn(Filing filing, Move move) {
        if (move.workingDays() == 0) {
            return null;
        }
        int used = filing.state() == State.CORRECTION ? stepDays.usedIn(move.to(), history(filing.id())) : 0;
        return workingDays.plus(LocalDate.now(clock), Math.max(1, move.workingDays() - used));
    }

    /** 409 {@code ILLEGAL_MOVE} with {@code allowed}, the verbs that are legal from the filing's state. */
    public static void requireLegal(Filing filing, Move move) {
        if (!move.leavesFrom(filing.state(), filing.noticeOrder())) {
            List<String> allowed =
                    filing.moves().stream().map(Move::action).distinct().toList();
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "ILLEGAL_MOVE",
                            move.action(),
                            filing.state().name())
                    .with("state", filing.state().name())
                    .with("allowed", allowed);
        }
    }

    /**
     * Records a step that changes no state (a score, a first approval, a batch): separation is checked and the history and
     * the audit chain get it. {@code action} names it, at most 40 characters.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(
            Filing filing, Step step, String action, Actor actor, @Nullable String note, @Nullable Object detail) {
        separation.require(filing, step, actor);
        jdbc.sql("UPDATE filing SET version = version + 1 WHERE id = :id")
                .param("id", filing.id())
                .update();
        insertStep(filing, step, action, null, actor, note, filing.dueOn());
        audit.record(filing.id(), action, null, detail == null ? Map.of("step", step.name()) : detail);
    }

    /** What happened so far, oldest first. */
    public List<FilingStep> history(String id) {
        return jdbc.sql("SELECT * FROM filing_step WHERE filing_id = :id ORDER BY position")
                .param("id", id)
                .query(FilingStep::of)
                .list();
    }

    private void write(
            Filing filing, Step step, Move move, Actor actor, @Nullable String note, @Nullable LocalDate dueOn) {
        insertStep(filing, step, move.name(), move.to(), actor, note, dueOn);
    }

    /** A line of the history, in the running transaction. */
    void insertStep(
            Filing filing,
            Step step,
            String action,
            @Nullable State to,
            Actor actor,
            @Nullable String note,
            @Nullable LocalDate dueOn) {
        Instant now = clock.instant();
        jdbc.sql(
                        "INSERT INTO filing_step (filing_id, at, step, action, from_state, to_state, person, on_behalf_of, role,"
                                + " note, due_on) VALUES (:filing, :at, :step, :action, :from, :to, :person, :for, :role, :note,"
                                + " :due)")
                .param("filing", filing.id())
                .param("at", UtcColumn.of(now))
                .param("step", step.name())
                .param("action", action)
                .param("from", filing.state().name())
                .param("to", to == null ? null : to.name())
                .param("person", actor.person())
                .param("for", actor.onBehalfOf())
                .param("role", actor.role())
                .param("note", note)
                .param("due", dueOn)
                .update();
    }
}
