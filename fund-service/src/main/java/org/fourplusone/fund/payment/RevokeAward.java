package org.fourplusone.fund.payment;

import java.util.List;
import org.fourplusone.fund.award.Awards;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤销: an approver takes an award back before any of it was paid, as when the enterprise is excluded, ends or no longer meets
 * the conditions. Its money and what it claimed are free again. What was paid is settled by a final account and a recovery.
 */
@Component
class RevokeAward {
    private final Filings filings;
    private final Instalments instalments;
    private final Ledger ledger;
    private final Awards awards;

    RevokeAward(Filings filings, Instalments instalments, Ledger ledger, Awards awards) {
        this.filings = filings;
        this.instalments = instalments;
        this.ledger = ledger;
        this.awards = awards;
    }

    /**
     * @throws Problem 409 {@code ILLEGAL_MOVE}, {@code SAME_PERSON}, {@code PAYMENT_UNDER_WAY} while an instalment is in a
     *     batch, {@code AWARD_PAID} once some of it was paid
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing revoke(String id, String reason, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.REVOKE);
        List<Instalment> all = instalments.lockAtRest(id);
        FilingBalance held = ledger.of(id);
        if (held.paid().isPositive()) {
            throw Problem.of(HttpStatus.CONFLICT, "AWARD_PAID", held.paid()).with("paid", held.paid());
        }
        all.stream().filter(each -> !each.state().isDone()).forEach(instalments::cancelled);
        Filing revoked = filings.move(filing, Move.REVOKE, new Actor(caller, "APPROVER"), reason);
        free(revoked, held, new Cause(Move.REVOKE.name(), id, caller.username()));
        if (filing.state() != State.APPROVED) {
            awards.revoked(revoked);
        }
        return revoked;
    }

    private void free(Filing filing, FilingBalance held, Cause cause) {
        Money reserved = held.reserved();
        Money committed = held.committed();
        if (reserved.isPositive()) {
            ledger.release(filing.line(), filing.id(), reserved, cause);
        }
        if (committed.isPositive()) {
            ledger.releaseCommitted(filing.line(), filing.id(), committed, cause);
        }
    }
}
