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

/**
 * Takes a made batch back, or one payment out of it: the money is committed again, the instalments are REQUESTED, the
 * payments' names are never used again.
 */
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
        Batch batch = requireMade(id, caller);
        List<Payment> payments = batches.leaving(id);
        if (!batches.withdraw(id, reason, clock.instant())) {
            throw BatchSteps.illegal(batch, "withdraw");
        }
        Map<String, Filing> cases = new HashMap<>();
        payments.stream().map(Payment::filing).distinct().sorted().forEach(each -> cases.put(each, filings.lock(each)));
        for (Payment payment : payments) {
            giveBack(payment, Objects.requireNonNull(cases.get(payment.filing())), "WITHDRAW_BATCH", reason, caller);
        }
        audit.record(id, "WITHDRAW_BATCH", Batch.State.MADE, Map.of("state", Batch.State.WITHDRAWN, "reason", reason));
        return batches.get(id);
    }

    /**
     * Takes one payment out of a batch that is MADE: its instalment waits, the others can be released. Without its last
     * payment a batch is withdrawn.
     *
     * @throws Problem 404 when it is not in the batch; 409 {@code NOT_THE_MAKER}, {@code ILLEGAL_MOVE}
     */
    @Transactional
    public Batch takeOut(String id, String endToEndId, String reason, Caller caller) {
        Batch batch = requireMade(id, caller);
        List<Payment> payments = batches.leaving(id);
        Payment payment = payments.stream()
                .filter(each -> each.endToEndId().equals(endToEndId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (payments.size() == 1) {
            return withdraw(id, reason, caller);
        }
        Filing filing = filings.lock(payment.filing());
        if (!batches.takeOut(payment)) {
            throw BatchSteps.illegal(batch, "withdraw");
        }
        giveBack(payment, filing, "TAKE_OUT_OF_BATCH", reason, caller);
        audit.record(
                id,
                "TAKE_OUT_OF_BATCH",
                Map.of("count", batch.count(), "sum", batch.sum()),
                Map.of("payment", endToEndId, "amount", payment.amount(), "reason", reason));
        return batches.get(id);
    }

    private Batch requireMade(String id, Caller caller) {
        Batch batch = batches.lock(id);
        if (!batch.madeBy().equals(caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_THE_MAKER");
        }
        if (batch.state() != Batch.State.MADE) {
            throw BatchSteps.illegal(batch, "withdraw");
        }
        return batch;
    }

    private void giveBack(Payment payment, Filing filing, String step, String reason, Caller caller) {
        instalments.takeOutOfBatch(instalments.lock(payment.instalment()));
        ledger.returnToCommitted(
                filing.line(), filing.id(), payment.amount(), new Cause(step, payment.endToEndId(), caller.username()));
        filings.note(
                filing,
                Step.PAY,
                step,
                Actor.of(caller, Move.START_PAYING),
                reason,
                Map.of("batch", payment.batch(), "payment", payment.endToEndId()));
    }
}
