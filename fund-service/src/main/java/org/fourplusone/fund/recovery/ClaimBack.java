package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Demands money back, hears the enterprise, orders or drops, and duns: each a person's step on the filing's case. */
@Component
public class ClaimBack {
    private final Recoveries recoveries;
    private final Filings filings;
    private final Separation separation;
    private final Ledger ledger;
    private final Awards awards;
    private final WorkingDays workingDays;
    private final RecoveryTerms terms;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimBack(
            Recoveries recoveries,
            Filings filings,
            Separation separation,
            Ledger ledger,
            Awards awards,
            WorkingDays workingDays,
            RecoveryTerms terms,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recoveries = recoveries;
        this.filings = filings;
        this.separation = separation;
        this.ledger = ledger;
        this.awards = awards;
        this.workingDays = workingDays;
        this.terms = terms;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Demands money back; the enterprise is heard first.
     *
     * @param demandedBy who found it: the caller, or who proposed the final account
     * @param step the caller's step on the case
     * @throws Problem 400 {@code INVALID} when more is demanded than was paid and not yet claimed back; 409 {@code
     *     NOTHING_PAID}, {@code SAME_PERSON}
     */
    @Transactional
    public Recovery demand(
            String filingId,
            Money amount,
            Recovery.Ground ground,
            String reason,
            String demandedBy,
            Step step,
            Actor actor) {
        Filing filing = filings.lock(filingId);
        Money most = claimable(filing);
        if (filing.state() != State.PAYING && filing.state() != State.CLOSED || !most.isPositive()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTHING_PAID");
        }
        requireWithin(amount, most);
        LocalDate today = LocalDate.now(clock);
        Recovery recovery = new Recovery(
                CaseId.next(clock),
                "",
                filing.id(),
                filing.creditCode(),
                Recovery.State.DEMANDED,
                1,
                ground,
                reason,
                amount,
                amount,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                today,
                demandedBy,
                workingDays.plus(today, terms.heardDays()),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        recoveries.add(recovery, workingDays.version());
        Map<String, Object> detail = Map.of("recovery", recovery.id(), "amount", amount, "ground", ground);
        filings.note(filing, step, "DEMAND_RECOVERY", actor, reason, detail);
        audit.record(recovery.id(), "DEMAND_RECOVERY", null, detail);
        return told(RecoveryTold.Act.DEMANDED, recoveries.get(recovery.id()));
    }

    /** What was paid of a filing and neither came back nor is claimed back already. */
    public Money claimable(Filing filing) {
        FilingBalance held = ledger.of(filing.id());
        Money open = recoveries.ofFiling(filing.id()).stream()
                .filter(Recovery::isOpen)
                .map(Recovery::open)
                .reduce(Money.ZERO, Money::plus);
        return held.paid().minus(held.recovered()).minus(open);
    }

    /** The enterprise's statement; it may be given anew until the decision. */
    @Transactional
    public Recovery state(String id, String statement, Caller caller) {
        Recovery recovery = locked(id, RecoveryMove.STATE, caller);
        recoveries.state(recovery, statement, LocalDate.now(clock), caller.username());
        return noted(recovery, RecoveryMove.STATE, "RECOVERY_STATEMENT", statement, caller);
    }

    /**
     * DEMANDED → ORDERED after the enterprise was heard: its statement is there, or its days are over.
     *
     * @param amount at most what is demanded and the enterprise still has; null for all that is demanded
     * @throws Problem 400 {@code INVALID} above that; 409 {@code HEARING_RUNNING} with {@code until}, {@code NOTHING_PAID}
     */
    @Transactional
    public Recovery order(String id, @Nullable Money amount, String reason, Caller caller) {
        Recovery recovery = locked(id, RecoveryMove.ORDER, caller);
        requireHeard(recovery);
        Money most =
                recovery.amount().min(claimable(filings.get(recovery.filing())).plus(recovery.open()));
        if (!most.isPositive()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTHING_PAID");
        }
        Money ordered = amount == null ? recovery.amount() : amount;
        requireWithin(ordered, most);
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn = workingDays.plus(today, terms.payDays());
        recoveries.decide(recovery, Recovery.State.ORDERED, ordered, reason, today, caller.username(), dueOn);
        Recovery done = noted(recovery, RecoveryMove.ORDER, "ORDER_RECOVERY", reason, caller);
        tell(done);
        return told(RecoveryTold.Act.ORDERED, done);
    }

    /** DEMANDED → DROPPED: after the hearing nothing is claimed. */
    @Transactional
    public Recovery drop(String id, String reason, Caller caller) {
        Recovery recovery = locked(id, RecoveryMove.DROP, caller);
        LocalDate today = LocalDate.now(clock);
        recoveries.decide(recovery, Recovery.State.DROPPED, recovery.amount(), reason, today, caller.username(), null);
        return told(RecoveryTold.Act.DROPPED, noted(recovery, RecoveryMove.DROP, "DROP_RECOVERY", reason, caller));
    }

    /**
     * Duns once the due date has passed, and sets the next one.
     *
     * @throws Problem 409 {@code NOT_OVERDUE} with {@code dueOn}
     */
    @Transactional
    public Recovery dun(String id, Caller caller) {
        Recovery recovery = locked(id, RecoveryMove.DUN, caller);
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn = recovery.dueOn();
        if (dueOn == null || !today.isAfter(dueOn)) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_OVERDUE", String.valueOf(dueOn))
                    .with("dueOn", dueOn);
        }
        recoveries.dun(recovery, today, workingDays.plus(today, terms.dunDays()), caller.username());
        return told(RecoveryTold.Act.DUNNED, noted(recovery, RecoveryMove.DUN, "DUN_RECOVERY", null, caller));
    }

    private void requireHeard(Recovery recovery) {
        boolean over = LocalDate.now(clock).isAfter(recovery.heardUntil());
        if (recovery.statement() == null && !over) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "HEARING_RUNNING",
                            recovery.heardUntil().toString())
                    .with("until", recovery.heardUntil());
        }
    }

    /** The filing first, then the enterprise's recoveries; the caller may do this step of the case. */
    Recovery locked(String id, RecoveryMove move, Caller caller) {
        Filing filing = filings.lock(recoveries.get(id).filing());
        Recovery recovery = recoveries.lock(id);
        move.requireFrom(recovery);
        separation.require(filing, move.step(), caller);
        return recovery;
    }

    Recovery noted(Recovery before, RecoveryMove move, String action, @Nullable String note, Caller caller) {
        return noted(before, move.step(), action, note, new Actor(caller, move.role()));
    }

    Recovery noted(Recovery before, Step step, String action, @Nullable String note, Actor actor) {
        Recovery after = recoveries.get(before.id());
        Map<String, Object> detail = Map.of("recovery", after.id(), "state", after.state(), "open", after.open());
        filings.note(filings.get(after.filing()), step, action, actor, note, detail);
        audit.record(after.id(), action, Trail.of(before), Trail.of(after));
        return after;
    }

    Recovery told(RecoveryTold.Act act, Recovery recovery) {
        events.publishEvent(new RecoveryTold(act, recovery, filings.get(recovery.filing())));
        return recovery;
    }

    /** Tells industry-service whether the enterprise owes the fund anything; all its recoveries are locked. */
    void tell(Recovery recovery) {
        boolean open = recoveries.openOf(recovery.creditCode()).isPresent();
        awards.recoveryOpen(recovery.creditCode(), open);
    }

    static void requireWithin(Money amount, Money most) {
        if (!amount.isPositive() || amount.isMoreThan(most)) {
            throw Problem.invalid(new FieldProblem("amount", "AT_MOST", most));
        }
    }

    /** What the audit chain keeps of a recovery before and after a move. */
    private record Trail(Recovery.State state, long version, Money amount, Money open) {

        static Trail of(Recovery recovery) {
            return new Trail(recovery.state(), recovery.version(), recovery.amount(), recovery.open());
        }
    }
}
