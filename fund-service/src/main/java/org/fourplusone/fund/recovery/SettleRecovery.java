package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What ends a recovery: repayment to the treasury, offset, or a write-off with several signatures. Penalties are no part of it. */
@Component
public class SettleRecovery {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Recoveries recoveries;
    private final RecoverySteps steps;
    private final Offsets offsets;
    private final ClaimBack claims;
    private final Filings filings;
    private final Ledger ledger;
    private final Awards awards;
    private final BankReturns returns;
    private final RecoveryTerms terms;
    private final Clock clock;

    SettleRecovery(
            Recoveries recoveries,
            RecoverySteps steps,
            Offsets offsets,
            ClaimBack claims,
            Filings filings,
            Ledger ledger,
            Awards awards,
            BankReturns returns,
            RecoveryTerms terms,
            Clock clock) {
        this.recoveries = recoveries;
        this.steps = steps;
        this.offsets = offsets;
        this.claims = claims;
        this.filings = filings;
        this.ledger = ledger;
        this.awards = awards;
        this.returns = returns;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Books money that came back to the treasury; paid stays gross, recovered grows beside it.
     *
     * @param reference the bank's, booked once for ever, whatever recovery it was for
     * @throws Problem 400 {@code INVALID} when more came in than is open or the day lies ahead; 409 {@code REFERENCE_USED},
     *     also where it is the bank's reference of a payment that came back
     */
    @Transactional
    public Recovery repay(String id, Money amount, String reference, LocalDate receivedOn, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.REPAY, caller);
        LocalDate today = LocalDate.now(clock);
        if (receivedOn.isAfter(today) || receivedOn.isBefore(FIRST)) {
            throw Problem.invalid(new FieldProblem("receivedOn", "RANGE", FIRST, today));
        }
        if (returns.isReturn(reference)) {
            throw Problem.of(HttpStatus.CONFLICT, "REFERENCE_USED", reference);
        }
        return receive(
                recovery,
                RecoveryMove.REPAY,
                new RecoverySteps.Receipt("REPAID", amount, reference, receivedOn, caller.username()),
                caller);
    }

    /**
     * Says that a later instalment of the enterprise is to pay, in the caller's transaction; said anew, it takes the place of
     * what was said before.
     *
     * @throws Problem 400 {@code INVALID} above what is open; 409 {@code OFFSET_OFF} unless it is switched on
     */
    @Transactional
    public Recovery proposeOffset(String id, Money amount, String instalment, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.PROPOSE_OFFSET, caller);
        requireOffset();
        ClaimBack.requireWithin(amount, recovery.open());
        offsets.propose(id, instalment, amount, caller.username(), clock.instant());
        recoveries.touch(recovery);
        return claims.noted(recovery, RecoveryMove.PROPOSE_OFFSET, "PROPOSE_OFFSET", amount.toString(), caller);
    }

    /** The offset that waits for its second person; 404 when there is none. */
    public Offset waiting(String id) {
        return offsets.waiting(id).orElseThrow(Problem::notFound);
    }

    /** Locks the enterprise's recoveries: after the filings, and before any line of the fund is changed. */
    @Transactional
    public void lock(String id) {
        recoveries.lock(id);
    }

    /**
     * Books what a later instalment of the enterprise pays in its place, in the caller's transaction; who cuts the instalment
     * has locked its filing and this recovery's, in the order of their ids.
     *
     * @param part the instalment that is paid by it
     * @throws Problem 409 {@code OFFSET_OFF} unless it is switched on, {@code SAME_PERSON} for who proposed it
     */
    @Transactional
    public Recovery offset(String id, Offset offset, String part, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.OFFSET, caller);
        requireOffset();
        offsets.confirm(offset, caller.username(), clock.instant());
        return receive(
                recovery,
                RecoveryMove.OFFSET,
                new RecoverySteps.Receipt("OFFSET", offset.amount(), part, LocalDate.now(clock), caller.username()),
                caller);
    }

    /** 409 {@code OFFSET_OFF} unless {@code fund.recovery.offset} is on. */
    public void requireOffset() {
        terms.requireOffset();
    }

    public Recovery get(String id) {
        return recoveries.get(id);
    }

    private Recovery receive(Recovery recovery, RecoveryMove move, RecoverySteps.Receipt receipt, Caller caller) {
        ClaimBack.requireWithin(receipt.amount(), recovery.open());
        boolean settles = receipt.amount().equals(recovery.open());
        try {
            recoveries.receive(recovery, receipt, settles, LocalDate.now(clock), clock.instant());
        } catch (DuplicateKeyException booked) {
            throw Problem.of(HttpStatus.CONFLICT, "REFERENCE_USED", receipt.reference());
        }
        Filing filing = filings.get(recovery.filing());
        ledger.recover(
                filing.line(),
                filing.id(),
                receipt.amount(),
                new Cause(move.name() + "_RECOVERY", receipt.reference(), caller.username()));
        Recovery after = claims.noted(
                recovery, move, move.name() + "_RECOVERY", receipt.amount().toString(), caller);
        if (settles) {
            claims.tell(after);
            awards.recovered(filing, ledger.of(filing.id()).recovered());
        }
        return after;
    }

    /**
     * Signs the write-off of what is open; the last signature that is needed writes it off.
     *
     * @throws Problem 409 {@code ALREADY_SIGNED}
     */
    @Transactional
    public Recovery writeOff(String id, String reason, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.WRITE_OFF, caller);
        try {
            recoveries.sign(recovery, caller.username(), reason, clock.instant());
        } catch (DuplicateKeyException signed) {
            throw Problem.of(HttpStatus.CONFLICT, "ALREADY_SIGNED");
        }
        Recovery after = claims.noted(recovery, RecoveryMove.WRITE_OFF, "SIGN_WRITE_OFF", reason, caller);
        if (steps.signatures(id).size() < terms.signatures()) {
            return after;
        }
        recoveries.writeOff(after, LocalDate.now(clock));
        Recovery written = claims.noted(after, RecoveryMove.WRITE_OFF, "WRITE_OFF", reason, caller);
        claims.tell(written);
        return written;
    }
}
