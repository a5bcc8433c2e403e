package org.fourplusone.fund.payment;

import java.time.LocalDate;
import java.util.Map;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.recovery.FitRecoveries;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what became of a payment: payment, instalment, ledger, award and case together, in the running transaction. The
 * caller has locked the payment's filing.
 */
@Component
class BookPayment {
    private final Batches batches;
    private final Instalments instalments;
    private final Filings filings;
    private final Ledger ledger;
    private final Awards awards;
    private final FitRecoveries recoveries;
    private final FinalAccounts finalAccounts;
    private final CutInstalments cutting;

    BookPayment(
            Batches batches,
            Instalments instalments,
            Filings filings,
            Ledger ledger,
            Awards awards,
            FitRecoveries recoveries,
            FinalAccounts finalAccounts,
            CutInstalments cutting) {
        this.batches = batches;
        this.instalments = instalments;
        this.filings = filings;
        this.ledger = ledger;
        this.awards = awards;
        this.recoveries = recoveries;
        this.finalAccounts = finalAccounts;
        this.cutting = cutting;
    }

    /** SENT → PAID: in transit → paid. The last payment closes the filing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Payment payment, String bankStatus, LocalDate on, Caller caller) {
        Filing filing = filings.get(payment.filing());
        require(batches.settle(payment.endToEndId(), InstalmentState.PAID, bankStatus, null, on));
        instalments.paid(instalments.lock(payment.instalment()), on);
        ledger.pay(filing.line(), filing.id(), payment.amount(), cause("BANK_PAID", payment, caller));
        note(filing, "PAID", payment, null, caller);
        boolean last = closeIfDone(filing, Actor.of(caller, Move.CLOSE));
        awards.paid(filing, payment.amount(), last);
    }

    /** Closes a filing that is being paid once nothing of it is left to pay. */
    boolean closeIfDone(Filing filing, Actor actor) {
        boolean done = instalments.of(filing.id()).stream()
                .allMatch(instalment -> instalment.state().isDone());
        if (done) {
            filings.move(filings.get(filing.id()), Move.CLOSE, actor, null);
        }
        return done;
    }

    /** SENT → FAILED: in transit → committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(Payment payment, String bankStatus, String reason, LocalDate on, Caller caller) {
        Filing filing = filings.get(payment.filing());
        require(batches.settle(payment.endToEndId(), InstalmentState.FAILED, bankStatus, reason, on));
        instalments.failed(instalments.lock(payment.instalment()), reason);
        ledger.returnToCommitted(filing.line(), filing.id(), payment.amount(), cause("BANK_REFUSED", payment, caller));
        note(filing, "PAYMENT_FAILED", payment, reason, caller);
    }

    /** PAID → RECONCILED: the bank's statement has it, to the fen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reconciled(Payment payment, Caller caller) {
        require(batches.reconcile(payment.endToEndId()));
        instalments.reconciled(instalments.lock(payment.instalment()));
        note(filings.get(payment.filing()), "RECONCILED", payment, null, caller);
    }

    /**
     * A late return (退票), PAID or RECONCILED → FAILED: paid → committed, a closed case is open again, and no more is claimed
     * back than the enterprise still has.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(Payment payment, String reason, LocalDate on, Caller caller) {
        Filing filing = filings.get(payment.filing());
        recoveries.lock(filing);
        require(batches.giveBack(payment.endToEndId(), reason, on));
        instalments.failed(instalments.lock(payment.instalment()), reason);
        ledger.takeBack(filing.line(), filing.id(), payment.amount(), cause("BANK_RETURNED", payment, caller));
        note(filing, "PAYMENT_RETURNED", payment, reason, caller);
        awards.returned(filing, payment.amount());
        recoveries.fit(filing, payment.endToEndId(), Actor.of(caller, Move.CLOSE));
        if (filing.state() == State.CLOSED) {
            filings.move(filings.get(filing.id()), Move.REOPEN, Actor.of(caller, Move.REOPEN), reason);
        }
        finalAccounts
                .of(filing.id())
                .filter(FinalAccount::isConfirmed)
                .ifPresent(account -> cut(filing, account.amount(), payment, caller));
    }

    /** What is paid anew is no more than the final account came to; where it came to nothing more, the case is closed again. */
    private void cut(Filing filing, Money settled, Payment payment, Caller caller) {
        Money cut = cutting.to(filing, settled, payment.endToEndId(), caller);
        if (cut.isPositive()) {
            Map<String, Object> detail = Map.of("payment", payment.endToEndId(), "cut", cut);
            filings.note(filing, Step.RELEASE, "CUT_INSTALMENT", Actor.of(caller, Move.CLOSE), cut.toString(), detail);
            if (closeIfDone(filing, Actor.system())) {
                awards.settled(filing, settled, true, ledger.of(filing.id()).recovered());
            }
        }
    }

    /** Whether more was paid on the case, beside what was recovered already, than comes back now. */
    boolean mayTakeBack(Payment payment) {
        FilingBalance held = ledger.of(payment.filing());
        return !payment.amount().isMoreThan(held.paid().minus(held.recovered()));
    }

    private static Cause cause(String step, Payment payment, Caller caller) {
        return new Cause(step, payment.endToEndId(), caller.username());
    }

    private void note(Filing filing, String action, Payment payment, @Nullable String note, Caller caller) {
        filings.note(
                filing,
                Step.RELEASE,
                action,
                Actor.of(caller, Move.CLOSE),
                note,
                Map.of("payment", payment.endToEndId(), "amount", payment.amount()));
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
    }
}
