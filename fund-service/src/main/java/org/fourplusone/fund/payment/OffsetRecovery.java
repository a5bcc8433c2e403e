package org.fourplusone.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.recovery.Offset;
import org.fourplusone.fund.recovery.Recovery;
import org.fourplusone.fund.recovery.SettleRecovery;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a recovery from a later instalment of the same enterprise, where that is switched on: the payer proposes it, a releaser
 * confirms it, and that part of an instalment that is due is booked as paid without leaving, and as recovered on the filing that
 * owes it.
 */
@Component
class OffsetRecovery {
    private final Instalments instalments;
    private final Filings filings;
    private final SettleRecovery recoveries;
    private final RequestPayment requests;
    private final BookPayment booking;
    private final Ledger ledger;
    private final Awards awards;
    private final Clock clock;

    OffsetRecovery(
            Instalments instalments,
            Filings filings,
            SettleRecovery recoveries,
            RequestPayment requests,
            BookPayment booking,
            Ledger ledger,
            Awards awards,
            Clock clock) {
        this.instalments = instalments;
        this.filings = filings;
        this.recoveries = recoveries;
        this.requests = requests;
        this.booking = booking;
        this.ledger = ledger;
        this.awards = awards;
        this.clock = clock;
    }

    /**
     * The payer says which instalment is to pay; nothing is booked before another person confirms.
     *
     * @throws Problem 404; 400 {@code INVALID} for another enterprise's instalment or more than it holds or is owed; 409 {@code
     *     OFFSET_OFF}, {@code ILLEGAL_MOVE} unless the instalment is PLANNED or FAILED, {@code TRIGGER_NOT_MET}, {@code
     *     NOT_PAYABLE}, {@code SAME_PERSON}
     */
    @Transactional
    public Recovery propose(String recoveryId, String instalmentId, Money amount, Caller caller) {
        recoveries.requireOffset();
        Recovery recovery = recoveries.get(recoveryId);
        Filing filing = lock(recovery, instalments.get(instalmentId));
        Instalment instalment = requirePayable(recovery, filing, instalmentId, amount);
        filings.note(
                filing,
                Step.PAY,
                "PROPOSE_OFFSET",
                Actor.of(caller, Move.START_PAYING),
                recovery.number(),
                Map.of("recovery", recoveryId, "instalment", instalment.id(), "amount", amount));
        return recoveries.proposeOffset(recoveryId, amount, instalmentId, caller);
    }

    /**
     * Confirms it as the second person: all is asked again, and booked.
     *
     * @throws Problem 404 when none is proposed; the rest as when it was proposed
     */
    @Transactional
    public Recovery confirm(String recoveryId, Caller caller) {
        recoveries.requireOffset();
        Recovery recovery = recoveries.get(recoveryId);
        Offset offset = recoveries.waiting(recoveryId);
        Filing filing = lock(recovery, instalments.get(offset.instalment()));
        recoveries.lock(recoveryId);
        if (!recoveries.waiting(recoveryId).equals(offset)) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
        Money amount = offset.amount();
        Instalment part = setApart(requirePayable(recovery, filing, offset.instalment(), amount), amount, recovery);
        filings.note(
                filing,
                Step.RELEASE,
                "OFFSET_INSTALMENT",
                Actor.of(caller, Move.CLOSE),
                recovery.number(),
                Map.of("recovery", recoveryId, "instalment", part.id(), "amount", amount));
        if (filing.state() == State.CONFIRMED) {
            filings.move(filings.get(filing.id()), Move.START_PAYING, Actor.system(), recovery.number());
        }
        post(recovery, filing, part, offset, caller);
        boolean last = booking.closeIfDone(filing, Actor.system());
        awards.paid(filing, amount, last);
        return recoveries.get(recoveryId);
    }

    /** Both filings in the order of their ids; the one that pays. */
    private Filing lock(Recovery recovery, Instalment instalment) {
        return Stream.of(recovery.filing(), instalment.filing())
                .distinct()
                .sorted()
                .map(filings::lock)
                .filter(each -> each.id().equals(instalment.filing()))
                .toList()
                .get(0);
    }

    private Instalment requirePayable(Recovery recovery, Filing filing, String instalmentId, Money amount) {
        if (!filing.creditCode().equals(recovery.creditCode()) || filing.id().equals(recovery.filing())) {
            throw Problem.invalid(new FieldProblem("instalment", "LATER_INSTALMENT"));
        }
        if (filing.state() != State.CONFIRMED && filing.state() != State.PAYING) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_PAYABLE");
        }
        Instalment instalment = instalments.lock(instalmentId);
        boolean free = instalment.state() == InstalmentState.PLANNED || instalment.state() == InstalmentState.FAILED;
        if (!free) {
            Instalments.requireNext(instalment, InstalmentState.PAID);
        }
        if (!amount.isPositive() || amount.isMoreThan(instalment.amount())) {
            throw Problem.invalid(new FieldProblem("amount", "AT_MOST", instalment.amount()));
        }
        requests.requireDue(filing, instalment);
        return instalment;
    }

    /** The lines in the order in which every transaction takes them; the recoveries are locked. */
    private void post(Recovery recovery, Filing filing, Instalment part, Offset offset, Caller caller) {
        boolean owedFirst = filings.get(recovery.filing()).line().compareTo(filing.line()) < 0;
        if (owedFirst) {
            recoveries.offset(recovery.id(), offset, part.id(), caller);
        }
        Money amount = offset.amount();
        ledger.putInTransit(
                filing.line(), filing.id(), amount, new Cause("OFFSET_SET_APART", part.id(), caller.username()));
        ledger.pay(filing.line(), filing.id(), amount, new Cause("OFFSET_PAID", part.id(), caller.username()));
        if (!owedFirst) {
            recoveries.offset(recovery.id(), offset, part.id(), caller);
        }
    }

    /** The part that pays the recovery, as an instalment of its own that is paid. */
    private Instalment setApart(Instalment instalment, Money amount, Recovery recovery) {
        if (amount.equals(instalment.amount())) {
            instalments.cancelled(instalment);
        } else {
            instalments.cutTo(instalment, instalment.amount().minus(amount));
        }
        int position = instalments.of(instalment.filing()).size() + 1;
        Instalment part = Instalment.planned(
                CaseId.next(clock),
                instalment.filing(),
                position,
                amount,
                instalment.trigger(),
                instalment.fact(),
                instalment.papers());
        instalments.add(part);
        instalments.setOff(part, LocalDate.now(clock), recovery.number());
        return part;
    }
}
