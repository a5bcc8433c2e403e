package org.fourplusone.fund.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Documents;
import org.fourplusone.fund.filing.Exclusions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.GateBeforePayment;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for an instalment to be paid to an account of the enterprise. */
@Component
class RequestPayment {
    private final Instalments instalments;
    private final Filings filings;
    private final Separation separation;
    private final Documents documents;
    private final EnterpriseFacts facts;
    private final ConfirmedAccounts confirmed;
    private final AccountVault vault;
    private final Repairs repairs;
    private final Exclusions exclusions;
    private final GateBeforePayment gate;
    private final FinalAccounts finalAccounts;
    private final Clock clock;

    RequestPayment(
            Instalments instalments,
            Filings filings,
            Separation separation,
            Documents documents,
            EnterpriseFacts facts,
            ConfirmedAccounts confirmed,
            AccountVault vault,
            Repairs repairs,
            Exclusions exclusions,
            GateBeforePayment gate,
            FinalAccounts finalAccounts,
            Clock clock) {
        this.instalments = instalments;
        this.filings = filings;
        this.separation = separation;
        this.documents = documents;
        this.facts = facts;
        this.confirmed = confirmed;
        this.vault = vault;
        this.repairs = repairs;
        this.exclusions = exclusions;
        this.gate = gate;
        this.finalAccounts = finalAccounts;
        this.clock = clock;
    }

    /**
     * PLANNED or FAILED → REQUESTED; the first request moves the filing to PAYING. Asked again after a return or a withdrawn
     * batch, it corrects the account: the trail keeps both, and the release is the second person's check.
     *
     * @param given null for the account that the enterprise confirmed
     * @throws Problem 400 {@code INVALID}; 409 {@code ACCOUNT_NOT_OWN}, {@code TRIGGER_NOT_MET}, {@code EXCLUDED},
     *     {@code BANNED}, {@code RECOVERY_OPEN}, {@code SAME_PERSON}, {@code ILLEGAL_MOVE} and what {@link
     *     GateBeforePayment} refuses; 503 {@code UPSTREAM_DOWN} when the facts or the verdict cannot be had: nothing moves,
     *     and the filing says that it waits
     */
    @Transactional
    public Instalment request(String id, @Nullable BankAccount given, Caller caller) {
        Filing filing = filings.lock(instalments.get(id).filing());
        BankAccount account = given != null
                ? given
                : confirmed
                        .whole(filing.id())
                        .orElseThrow(() -> Problem.invalid(new FieldProblem("account", "REQUIRED")));
        Instalment instalment = instalments.lock(id);
        Instalments.requireNext(instalment, InstalmentState.REQUESTED);
        if (filing.state() != State.PAYING) {
            Filings.requireLegal(filing, Move.START_PAYING);
        }
        separation.require(filing, Step.PAY, caller);
        exclusions.require(filing.creditCode());
        ConfirmedAccounts.require(filing, account);
        gate.require(
                filing,
                settled(filing)
                        .map(settled -> settled.amount().min(filing.award()))
                        .orElse(filing.award()));
        String basis = requireDue(filing, instalment);
        repair(instalment, account, caller);
        instalments.request(
                instalment,
                account,
                vault.lock(account.number(), instalment.id()),
                basis,
                caller.username(),
                clock.instant());
        Map<String, Object> detail = Map.of(
                "instalment",
                id,
                "amount",
                instalment.amount(),
                "account",
                account.masked(),
                "bank",
                account.bank(),
                "basis",
                basis);
        filings.note(filing, Step.PAY, "REQUEST_INSTALMENT", Actor.of(caller, Move.START_PAYING), null, detail);
        if (filing.state() != State.PAYING) {
            filings.move(filings.get(filing.id()), Move.START_PAYING, Actor.of(caller, Move.START_PAYING), null);
        }
        return instalments.get(id);
    }

    /** Its final account, once that is confirmed. */
    private Optional<FinalAccount> settled(Filing filing) {
        return finalAccounts.of(filing.id()).filter(FinalAccount::isConfirmed);
    }

    /** What shows that its trigger is met now; 409 {@code TRIGGER_NOT_MET}, 503 {@code UPSTREAM_DOWN}. */
    String requireDue(Filing filing, Instalment instalment) {
        return new TriggerGate(facts.of(filing.creditCode())).requireMet(instalment, moment(filing));
    }

    private TriggerGate.Moment moment(Filing filing) {
        int year = filing.year() + 1;
        Instant begins = LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toInstant();
        return new TriggerGate.Moment(
                filing.record(),
                documents.codesOf(filing.id()),
                documents.codesSince(filing.id(), begins),
                new TriggerGate.NextYear(year, begins, !clock.instant().isBefore(begins)),
                settled(filing).isPresent());
    }

    private void repair(Instalment instalment, BankAccount account, Caller caller) {
        byte[] lock = instalment.numberLock();
        if (lock != null) {
            boolean same = vault.open(lock, instalment.id()).equals(account.number());
            repairs.note(instalment, account, same, caller.username());
        }
    }
}
