package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.CARRIED_IN;
import static org.fourplusone.fund.ledger.Account.CARRIED_OUT;
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
 * The money of filings, one balanced posting for each business step. Every method runs inside the caller's transaction and
 * changes three things together: the append-only entries, the line's balance row and the filing's balance row. Both rows
 * are changed by a condition in the UPDATE itself, under CHECK constraints, so that no concurrency can overspend a line or
 * spend one filing's money for another.
 *
 * <p>A filing's money is drawn from its policy year, or, once that year is closed, from the year its money was carried over
 * to. What a filing holds moves on with each {@link YearEnd}; what it was paid stays in the year of the payment.
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

    /**
     * Approval: available → reserved. 409 {@code LINE_EXHAUSTED} with {@code available} when the line has less.
     *
     * @param policyYear the year whose budget the filing draws from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(int policyYear, Line line, String filing, Money amount, Cause cause) {
        int year = policyYear;
        if (!balances.shift(year, line, AVAILABLE, RESERVED, positive(amount))) {
            year = balances.openFrom(policyYear, line);
            if (year == policyYear || !balances.shift(year, line, AVAILABLE, RESERVED, amount)) {
                throw LineExhausted.problem(line, amount, balances.find(year, line));
            }
        }
        balances.addToFiling(year, line, filing, RESERVED, amount);
        postings.write(year, line, AVAILABLE, RESERVED, filing, amount, cause);
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

    /**
     * A late return (退票) after it was booked as paid: paid → committed. Out of a closed year it is carried over at once,
     * by a second posting.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Line line, String filing, Money amount, Cause cause) {
        int year = yearOf(filing, PAID, amount);
        int open = balances.openFrom(year, line);
        if (open == year) {
            move(year, line, filing, PAID, COMMITTED, amount, cause);
            return;
        }
        take(year, line, filing, PAID, CARRIED_OUT, amount, cause);
        require(balances.shift(open, line, CARRIED_IN, COMMITTED, amount), COMMITTED);
        balances.addToFiling(open, line, filing, COMMITTED, amount);
        postings.write(open, line, CARRIED_IN, COMMITTED, filing, amount, cause.part(open));
    }

    /** An approval that ends without payment: reserved → available. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Line line, String filing, Money amount, Cause cause) {
        take(yearOf(filing, RESERVED, amount), line, filing, RESERVED, AVAILABLE, amount, cause);
    }

    /** A commitment that will not be paid (final account lower, award revoked): committed → available. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseCommitted(Line line, String filing, Money amount, Cause cause) {
        take(yearOf(filing, COMMITTED, amount), line, filing, COMMITTED, AVAILABLE, amount, cause);
    }

    /**
     * Money came back to the treasury: recovered grows beside paid, in the years of the payments, the latest first. 409
     * {@code MONEY_NOT_HELD} beyond what was paid and not recovered.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recover(Line line, String filing, Money amount, Cause cause) {
        Money left = positive(amount);
        for (Balances.Paid paid : balances.paid(filing)) {
            Money part = left.min(paid.notRecovered());
            if (part.isPositive()) {
                Cause each = left.equals(amount) ? cause : cause.part(paid.year());
                move(paid.year(), line, filing, TREASURY, RECOVERED, part, each);
                left = left.minus(part);
            }
        }
        require(left.isZero(), PAID);
    }

    /** What a filing holds now in each account, over all years; all zero when nothing was ever reserved for it. */
    public FilingBalance of(String filing) {
        return balances.ofFiling(filing);
    }

    private void move(Line line, String filing, Account from, Account to, Money amount, Cause cause) {
        move(yearOf(filing, from, amount), line, filing, from, to, amount, cause);
    }

    private void move(int year, Line line, String filing, Account from, Account to, Money amount, Cause cause) {
        require(balances.shiftFiling(year, filing, from, to, amount), from);
        require(balances.shift(year, line, from, to, amount), from);
        postings.write(year, line, from, to, filing, amount, cause);
    }

    /** Takes money out of a filing into an account that no filing has. */
    private void take(int year, Line line, String filing, Account from, Account to, Money amount, Cause cause) {
        require(balances.takeFromFiling(year, filing, from, amount), from);
        require(balances.shift(year, line, from, to, amount), from);
        postings.write(year, line, from, to, filing, amount, cause);
    }

    private int yearOf(String filing, Account from, Money amount) {
        return balances.yearOf(filing, from, positive(amount)).orElseThrow(() -> notHeld(from));
    }

    private static void require(boolean held, Account from) {
        if (!held) {
            throw notHeld(from);
        }
    }

    private static Problem notHeld(Account from) {
        return Problem.of(HttpStatus.CONFLICT, "MONEY_NOT_HELD", from.name());
    }

    static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount that moves is positive, not " + amount);
        }
        return amount;
    }
}
