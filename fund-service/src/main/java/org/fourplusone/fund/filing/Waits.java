package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.fourplusone.fund.call.Calls;
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
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Marks the filings that wait at a gate because a neighbour does not answer. The step itself is rolled back, so the mark is
 * written after it, in a transaction of its own; it goes with the next answer, whatever that says. What waits at the gate of
 * its submission was handed in when it began to wait, so that its call's end and a correction's limit no longer end it.
 */
@Component
public class Waits {
    /** @param service null when all were asked and one of them refused */
    record Stopped(Filing filing, Step step, @Nullable String service) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Calls calls;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waits(
            JdbcClient jdbc,
            Filings filings,
            Calls calls,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.calls = calls;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Passes a gate in the running transaction; what it says of the filing then no longer waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    <T> T at(Filing filing, Step step, Supplier<T> gate) {
        if (filing.waitingFor() != null) {
            end(filing);
        }
        try {
            return gate.get();
        } catch (Problem stopped) {
            boolean down = stopped.code().equals("UPSTREAM_DOWN");
            events.publishEvent(new Stopped(
                    filing, step, down ? String.valueOf(stopped.properties().get("service")) : null));
            throw stopped;
        }
    }

    /** 409 {@code HANDED_IN} when it was handed in and cannot be so anew, because its call or its correction is over. */
    public void requireChangeable(Filing filing) {
        Wait wait = filing.waitingFor();
        if (wait != null && wait.step() == Step.APPLY && isOver(filing)) {
            LocalDate handedIn = wait.since().atZone(clock.getZone()).toLocalDate();
            throw Problem.of(HttpStatus.CONFLICT, "HANDED_IN", handedIn.toString());
        }
    }

    private boolean isOver(Filing filing) {
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn = filing.dueOn();
        return filing.state() == State.DRAFT
                ? !calls.find(filing.callId()).orElseThrow().isOpenOn(today)
                : dueOn != null && dueOn.isBefore(today);
    }

    /** Something of it changes, in the running transaction: what was handed in and waited is to be handed in anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Filing filing) {
        requireChangeable(filing);
        Wait wait = filing.waitingFor();
        if (wait != null && wait.step() == Step.APPLY) {
            end(filing);
        }
    }

    private void end(Filing filing) {
        jdbc.sql("UPDATE filing SET waiting_for = NULL, waiting_step = NULL, waiting_since = NULL WHERE id = :id")
                .param("id", filing.id())
                .update();
    }

    /** The version stays: nothing of the case changed, and whoever tries again tries on what was seen. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void mark(Stopped stopped) {
        Filing filing = stopped.filing();
        String service = stopped.service();
        if (service == null) {
            if (filing.waitingFor() != null) {
                end(filing);
            }
            return;
        }
        // Another service may be the one that does not answer now: it waits at this step since the first.
        int begun = jdbc.sql("UPDATE filing SET waiting_since ="
                        + " CASE WHEN waiting_step = :step THEN waiting_since ELSE :now END,"
                        + " waiting_for = :service, waiting_step = :step WHERE id = :id AND state = :state"
                        + " AND (waiting_for IS NULL OR waiting_for <> :service OR waiting_step <> :step)")
                .param("service", service)
                .param("step", stopped.step().name())
                .param("now", UtcColumn.of(clock.instant()))
                .param("id", filing.id())
                .param("state", filing.state().name())
                .update();
        if (begun == 1) {
            filings.insertStep(filing, Step.SYSTEM, "WAIT", null, Actor.system(), service, filing.dueOn());
            audit.record(filing.id(), "WAIT", null, Map.of("service", service, "step", stopped.step()));
        }
    }
}
