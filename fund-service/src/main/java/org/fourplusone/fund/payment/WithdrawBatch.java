package org.fourplusone.fund.payment;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a made batch back: its money is committed again, its instalments are REQUESTED, its payments' names are never used again. */
@Component
class WithdrawBatch {
    private final Batches batches;
    private final Instalments instalments;
    private final Filings filings;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawBatch(
            Batches batches, Instalments instalments, Filings filings, Ledger ledger, AuditLog audit, Clock clock) {
        this.batches = batches;
        this.instalments = instalments;
        this.filings = filings;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * MADE → WITHDRAWN.
     *
     * @throws Problem 409 {@code NOT_THE_MAKER} for anybody else, {@code ILLEGAL_MOVE} once it is released
     */
    @Transactional
    public Batch withdraw(String id, String reason, Caller caller) {
        Batch batch = batches.lock(id);
        if (!batch.madeBy().equals(caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_THE_MAKER");
        }
        if (batch.state() != Batch.State.MADE || !batches.withdraw(id, reason, clock.instant())) {
            throw BatchSteps.illegal(batch, "withdraw");
        }
        List<Payment> payments = batches.payments(id);
        Map<String, Filing> cases = new HashMap<>();
        payments.stream().map(Payment::filing).distinct().sorted().forEach(each -> cases.put(each, filings.lock(each)));
        for (Payment payment : payments) {
            Filing filing = Objects.requireNonNull(cases.get(payment.filing()));
            instalments.takeOutOfBatch(instalments.lock(payment.instalment()));
            ledger.returnToCommitted(
                    filing.line(),
                    filing.id(),
                    payment.amount(),
                    new Cause("WITHDRAW_BATCH", payment.endToEndId(), caller.username()));
            filings.note(
                    filing,
                    Step.PAY,
                    "WITHDRAW_BATCH",
                    Actor.of(caller, Move.START_PAYING),
                    reason,
                    Map.of("batch", id, "payment", payment.endToEndId()));
        }
        audit.record(id, "WITHDRAW_BATCH", Batch.State.MADE, Map.of("state", Batch.State.WITHDRAWN, "reason", reason));
        return batches.get(id);
    }
}
