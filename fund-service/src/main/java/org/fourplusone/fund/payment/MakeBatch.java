package org.fourplusone.fund.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts requested instalments into a batch: their money is in transit from then on. */
@Component
class MakeBatch {
    private final Batches batches;
    private final Instalments instalments;
    private final Filings filings;
    private final Ledger ledger;
    private final AccountVault vault;
    private final AuditLog audit;
    private final Clock clock;

    MakeBatch(
            Batches batches,
            Instalments instalments,
            Filings filings,
            Ledger ledger,
            AccountVault vault,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.instalments = instalments;
        this.filings = filings;
        this.ledger = ledger;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One refused instalment refuses the whole batch.
     *
     * @throws Problem 404; 409 {@code ILLEGAL_MOVE} with {@code instalment}, {@code SAME_PERSON} with {@code filing}
     */
    @Transactional
    public Batch make(List<String> ids, Caller caller) {
        Map<String, Filing> cases = new TreeMap<>();
        ids.stream()
                .map(id -> instalments.get(id).filing())
                .distinct()
                .sorted()
                .forEach(id -> cases.put(id, filings.lock(id)));
        List<Instalment> chosen = ids.stream().sorted().map(instalments::lock).toList();
        chosen.forEach(instalment -> Instalments.requireNext(instalment, InstalmentState.IN_BATCH));
        List<Instalment> ordered = chosen.stream()
                .sorted(Comparator.comparing(
                                (Instalment instalment) -> Objects.requireNonNull(cases.get(instalment.filing()))
                                        .line())
                        .thenComparing(Instalment::filing)
                        .thenComparing(Instalment::position))
                .toList();
        String id = CaseId.next(clock);
        Money sum = ordered.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
        Batch batch = new Batch(
                id,
                "FPO" + id,
                Batch.State.MADE,
                ordered.size(),
                sum,
                clock.instant(),
                caller.username(),
                null,
                null,
                null,
                null,
                null,
                null);
        List<Payment> payments = new ArrayList<>();
        for (Instalment instalment : ordered) {
            Filing filing = Objects.requireNonNull(cases.get(instalment.filing()));
            Payment payment = payment(batch, payments.size() + 1, instalment);
            payments.add(payment);
            filings.note(
                    filing,
                    Step.PAY,
                    "BATCH",
                    Actor.of(caller, Move.START_PAYING),
                    null,
                    Map.of("batch", id, "payment", payment.endToEndId(), "amount", payment.amount()));
            instalments.putInBatch(instalment);
            ledger.putInTransit(
                    filing.line(),
                    filing.id(),
                    instalment.amount(),
                    new Cause("PUT_IN_BATCH", payment.endToEndId(), caller.username()));
        }
        batches.add(batch, payments);
        audit.record(id, "MAKE_BATCH", null, Map.of("count", batch.count(), "sum", sum));
        return batch;
    }

    private Payment payment(Batch batch, int position, Instalment instalment) {
        int attempt = instalment.attempts() + 1;
        String endToEndId = Payment.endToEndId(instalment.id(), attempt);
        String number = vault.open(Objects.requireNonNull(instalment.numberLock()), instalment.id());
        return new Payment(
                endToEndId,
                batch.id(),
                position,
                instalment.id(),
                instalment.filing(),
                attempt,
                instalment.amount(),
                Objects.requireNonNull(instalment.holder()),
                vault.lock(number, endToEndId),
                Objects.requireNonNull(instalment.numberTail()),
                Objects.requireNonNull(instalment.bank()),
                Objects.requireNonNull(instalment.cnaps()),
                InstalmentState.IN_BATCH,
                null,
                null,
                null);
    }
}
