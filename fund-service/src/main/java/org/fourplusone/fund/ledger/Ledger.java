package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.BUDGET;
import static org.fourplusone.fund.ledger.Account.COMMITTED;
import static org.fourplusone.fund.ledger.Account.IN_TRANSIT;
import static org.fourplusone.fund.ledger.Account.PAID;
import static org.fourplusone.fund.ledger.Account.RECOVERED;
import static org.fourplusone.fund.ledger.Account.RESERVED;
import static org.fourplusone.fund.ledger.Account.TREASURY;

import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fund's money, one balanced posting for each business step. Every method runs inside the caller's transaction and
 * changes three things together: the append-only entries, the line's balance row and the filing's balance row. Both rows
 * are changed by a condition in the UPDATE itself, under CHECK constraints, so that no concurrency can overspend a line or
 * spend one filing's money for another.
 *
 * <p>Amounts are positive. Callers change at most one line in a transaction, or lines in the order of {@link Line}.
 */
@Component
public class Ledger {
    private final Balances balances;
    private final Postings postings;

    Ledger(Balances balances, Postings postings) {
        this.balances = balances;
        this.postings = postings;
    }

    /** Approval: available → reserved. 409 {@code LINE_EXHAUSTED} with {@code available} when the line has less. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(Line line, String filing, Money amount, Cause cause) {
        if (!balances.shift(line, AVAILABLE, RESERVED, positive(amount))) {
            throw LineExhausted.problem(line, amount, balances.available(line));
        }
        balances.open(line, filing);
        balances.addToFiling(filing, RESERVED, amount);
        postings.write(line, AVAILABLE, RESERVED, filing, amount, cause);
    }

    /** Notice passed: reserved → committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void commit(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, RESERVED, COMMITTED, amount, cause);
    }

    /** Payment sent in a batch: committed → in transit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putInTransit(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, COMMITTED, IN_TRANSIT, amount, cause);
    }

    /** The bank paid: in transit → paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pay(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, IN_TRANSIT, PAID, amount, cause);
    }

    /** The bank refused or sent it back before it was booked as paid: in transit → committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returnToCommitted(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, IN_TRANSIT, COMMITTED, amount, cause);
    }

    /** A late return (退票) after it was booked as paid: paid → committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, PAID, COMMITTED, amount, cause);
    }

    /** An approval that ends without payment: reserved → available. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Line line, String filing, Money amount, Cause cause) {
        free(line, filing, RESERVED, amount, cause);
    }

    /** A commitment that will not be paid (final account lower, award revoked): committed → available. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseCommitted(Line line, String filing, Money amount, Cause cause) {
        free(line, filing, COMMITTED, amount, cause);
    }

    /** Money came back to the treasury: recovered grows beside paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recover(Line line, String filing, Money amount, Cause cause) {
        move(line, filing, TREASURY, RECOVERED, amount, cause);
    }

    /** What a filing holds now in each account; all zero when nothing was ever reserved for it. */
    public FilingBalance of(String filing) {
        return balances.ofFiling(filing);
    }

    /** Every line as it stands now, in the order of {@link Line}. */
    public java.util.List<LineBalance> lines() {
        return balances.all();
    }

    /** First appropriation or a revision upward: budget → available. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appropriate(Line line, Money amount, Cause cause) {
        if (!balances.shift(line, BUDGET, AVAILABLE, positive(amount))) {
            throw new IllegalStateException("no balance row for line " + line);
        }
        postings.write(line, BUDGET, AVAILABLE, null, amount, cause);
    }

    private void move(Line line, String filing, Account from, Account to, Money amount, Cause cause) {
        boolean held = balances.shiftFiling(filing, from, to, positive(amount));
        if (!held || !balances.shift(line, from, to, amount)) {
            throw notHeld(from);
        }
        postings.write(line, from, to, filing, amount, cause);
    }

    private void free(Line line, String filing, Account from, Money amount, Cause cause) {
        boolean held = balances.takeFromFiling(filing, from, positive(amount));
        if (!held || !balances.shift(line, from, AVAILABLE, amount)) {
            throw notHeld(from);
        }
        postings.write(line, from, AVAILABLE, filing, amount, cause);
    }

    private static Problem notHeld(Account from) {
        return Problem.of(HttpStatus.CONFLICT, "MONEY_NOT_HELD", from.name());
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount that moves is positive, not " + amount);
        }
        return amount;
    }
}
