package org.fourplusone.fund.payment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.recovery.ClaimBack;
import org.fourplusone.fund.recovery.Recovery;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 清算, 多退少补: a reviewer says what it came to, an approver confirms; the rest is cut, or the surplus claimed back. */
@Component
class SettleFinalAccount {
    private static final Set<State> POSSIBLE = EnumSet.of(State.CONFIRMED, State.PAYING, State.CLOSED);

    private final FinalAccounts accounts;
    private final Instalments instalments;
    private final Filings filings;
    private final Separation separation;
    private final CutInstalments cutting;
    private final BookPayment booking;
    private final Ledger ledger;
    private final Awards awards;
    private final ClaimBack claims;
    private final Clock clock;

    SettleFinalAccount(
            FinalAccounts accounts,
            Instalments instalments,
            Filings filings,
            Separation separation,
            CutInstalments cutting,
            BookPayment booking,
            Ledger ledger,
            Awards awards,
            ClaimBack claims,
            Clock clock) {
        this.accounts = accounts;
        this.instalments = instalments;
        this.filings = filings;
        this.separation = separation;
        this.cutting = cutting;
        this.booking = booking;
        this.ledger = ledger;
        this.awards = awards;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * @throws Problem 400 {@code INVALID} above the award; 409 {@code FINAL_ACCOUNT_CONFIRMED}, {@code NOT_PAYABLE}, {@code
     *     SAME_PERSON}
     */
    @Transactional
    public FinalAccount propose(String filingId, Money amount, String basis, Caller caller) {
        Filing filing = lock(filingId, Step.REVIEW, caller);
        if (amount.isNegative() || amount.isMoreThan(filing.award())) {
            throw Problem.invalid(new FieldProblem("amount", "AT_MOST_AWARD", filing.award()));
        }
        accounts.propose(filingId, amount, basis, caller.username(), clock.instant());
        filings.note(
                filing,
                Step.REVIEW,
                "PROPOSE_FINAL_ACCOUNT",
                new Actor(caller, "REVIEWER"),
                basis,
                Map.of("amount", amount));
        return accounts.of(filingId).orElseThrow();
    }

    /**
     * Confirms it as the second person. Less than was paid: nothing more is paid, and a recovery begins of what the enterprise
     * has beyond it, less what came back and what is claimed back already; more: the last instalments are cut until they make
     * the rest, and what is not owed is free again. The award is what it came to from then on.
     *
     * @throws Problem 404 when none is proposed; 409 {@code FINAL_ACCOUNT_CONFIRMED}, {@code PAYMENT_UNDER_WAY} while an
     *     instalment is in a batch, {@code NOT_PAYABLE}, {@code SAME_PERSON}
     */
    @Transactional
    public FinalAccount confirm(String filingId, Caller caller) {
        Filing filing = lock(filingId, Step.ORDER, caller);
        FinalAccount account = accounts.of(filingId).orElseThrow(Problem::notFound);
        List<Instalment> all = instalments.lockAtRest(filingId);
        Money paid = CutInstalments.sum(
                all.stream().filter(each -> each.state().isPaid()).toList());
        Money rest = account.amount().minus(paid).max(Money.ZERO);
        if (filing.state() == State.CONFIRMED && rest.isZero()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_PAYABLE");
        }
        if (!accounts.confirm(filingId, caller.username(), clock.instant())) {
            throw Problem.of(HttpStatus.CONFLICT, "FINAL_ACCOUNT_CONFIRMED");
        }
        Money cut = cutting.to(filing, account.amount(), filingId, caller);
        Actor approver = new Actor(caller, "APPROVER");
        filings.note(
                filing,
                Step.ORDER,
                "CONFIRM_FINAL_ACCOUNT",
                approver,
                account.basis(),
                Map.of("amount", account.amount(), "paid", paid, "cut", cut));
        Money surplus = claims.claimable(filing).minus(account.amount());
        if (surplus.isPositive()) {
            claims.demand(
                    filingId,
                    surplus,
                    Recovery.Ground.FINAL_ACCOUNT,
                    account.basis(),
                    account.proposedBy(),
                    Step.ORDER,
                    approver);
        }
        boolean closed = filing.state() == State.CLOSED
                || filing.state() == State.PAYING && booking.closeIfDone(filing, Actor.system());
        awards.settled(filing, account.amount(), closed, ledger.of(filingId).recovered());
        return accounts.of(filingId).orElseThrow();
    }

    private Filing lock(String filingId, Step step, Caller caller) {
        Filing filing = filings.lock(filingId);
        separation.require(filing, step, caller);
        if (!POSSIBLE.contains(filing.state())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_PAYABLE");
        }
        if (accounts.of(filingId).filter(FinalAccount::isConfirmed).isPresent()) {
            throw Problem.of(HttpStatus.CONFLICT, "FINAL_ACCOUNT_CONFIRMED");
        }
        return filing;
    }
}
