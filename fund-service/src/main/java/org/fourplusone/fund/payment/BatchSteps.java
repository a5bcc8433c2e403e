package org.fourplusone.fund.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases a batch, sends it once, and writes its message. Release is the second person's check of every account. */
@Component
class BatchSteps {
    private static final String RELEASER = "RELEASER";

    private final Batches batches;
    private final Instalments instalments;
    private final Filings filings;
    private final AccountVault vault;
    private final PayerAccount payer;
    private final AuditLog audit;
    private final Clock clock;

    BatchSteps(
            Batches batches,
            Instalments instalments,
            Filings filings,
            AccountVault vault,
            PayerAccount payer,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.instalments = instalments;
        this.filings = filings;
        this.vault = vault;
        this.payer = payer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * MADE → RELEASED by somebody who did nothing incompatible on any of its cases.
     *
     * @throws Problem 409 {@code SAME_PERSON} with {@code filing}, {@code ILLEGAL_MOVE}, {@code ACCOUNT_NOT_OWN}
     */
    @Transactional
    public Batch release(String id, Caller caller) {
        Batch batch = require(id, Batch.State.MADE, "release");
        noteOnCases(batch, "RELEASE", caller);
        for (Payment payment : batches.payments(id)) {
            Filing filing = filings.get(payment.filing());
            if (!AccountHolder.isSame(payment.holder(), filing.enterpriseName())) {
                throw Problem.of(HttpStatus.CONFLICT, "ACCOUNT_NOT_OWN", payment.holder(), filing.enterpriseName())
                        .with("registeredName", filing.enterpriseName());
            }
        }
        if (!batches.release(id, caller.username(), clock.instant())) {
            throw illegal(batches.get(id), "release");
        }
        audit.record(id, "RELEASE_BATCH", batch.state(), Batch.State.RELEASED);
        return batches.get(id);
    }

    /**
     * RELEASED → SENT, once for ever.
     *
     * @throws Problem 409 {@code ILLEGAL_MOVE} when it is not released or has left already; {@code SAME_PERSON}
     */
    @Transactional
    public Batch send(String id, Caller caller) {
        Batch batch = require(id, Batch.State.RELEASED, "send");
        payer.account();
        noteOnCases(batch, "SEND", caller);
        if (!batches.send(id, caller.username(), clock.instant())) {
            throw illegal(batches.get(id), "send");
        }
        for (Payment payment : batches.payments(id)) {
            instalments.sent(instalments.lock(payment.instalment()));
        }
        audit.record(id, "SEND_BATCH", batch.state(), Batch.State.SENT);
        return batches.get(id);
    }

    /**
     * The message for the bank, with whole account numbers: reading it is recorded. It can be had once the batch is
     * released and is the same every time.
     */
    @Transactional
    public String message(String id, Caller caller) {
        Batch batch = batches.get(id);
        Instant released = batch.releasedAt();
        if (released == null) {
            throw illegal(batch, "pain.001");
        }
        List<CreditTransferFile.Transfer> transfers =
                batches.payments(id).stream().map(this::transfer).toList();
        audit.record(id, "READ_MESSAGE", null, Map.of("by", caller.username()));
        return CreditTransferFile.write(
                batch.messageId(),
                released,
                LocalDate.ofInstant(released, clock.getZone()),
                payer.account(),
                transfers);
    }

    private CreditTransferFile.Transfer transfer(Payment payment) {
        Filing filing = filings.get(payment.filing());
        return new CreditTransferFile.Transfer(
                payment.endToEndId(),
                payment.amount(),
                new BankAccount(
                        payment.holder(),
                        vault.open(payment.numberLock(), payment.endToEndId()),
                        payment.bank(),
                        payment.cnaps()),
                filing.number() + " " + filing.itemCode() + " " + filing.title().zh());
    }

    private void noteOnCases(Batch batch, String action, Caller caller) {
        TreeSet<String> cases = new TreeSet<>();
        batches.payments(batch.id()).forEach(payment -> cases.add(payment.filing()));
        List<Filing> locked = cases.stream().map(filings::lock).toList();
        for (Filing filing : locked) {
            filings.note(
                    filing,
                    Step.RELEASE,
                    action,
                    new Actor(caller, RELEASER),
                    null,
                    Map.of("batch", batch.id(), "message", batch.messageId()));
        }
    }

    private Batch require(String id, Batch.State state, String move) {
        Batch batch = batches.lock(id);
        if (batch.state() != state) {
            throw illegal(batch, move);
        }
        return batch;
    }

    private static Problem illegal(Batch batch, String move) {
        return Problem.of(
                        HttpStatus.CONFLICT, "ILLEGAL_MOVE", move, batch.state().name())
                .with("state", batch.state().name())
                .with("allowed", batch.state().actions());
    }
}
