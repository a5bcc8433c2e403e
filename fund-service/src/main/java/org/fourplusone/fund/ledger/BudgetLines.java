package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.BUDGET;
import static org.fourplusone.fund.ledger.Account.CARRIED_IN;
import static org.fourplusone.fund.ledger.Account.RECOVERED;
import static org.fourplusone.fund.ledger.Account.SURPLUS;
import static org.fourplusone.fund.ledger.Account.TREASURY;
import static org.fourplusone.fund.ledger.Ledger.positive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each line has in each budget year, 1 January to 31 December (预算法 Art. 18), and the postings that revise it.
 * Nothing is edited: a budget becomes more, less or another line's by a posting under its own document. Free money that was
 * carried over stays carried over when it is moved, and is returned as surplus when it is taken away.
 */
@Component
public class BudgetLines {
    private final Balances balances;
    private final Postings postings;
    private final Clock clock;

    BudgetLines(Balances balances, Postings postings, Clock clock) {
        this.balances = balances;
        this.postings = postings;
        this.clock = clock;
    }

    /** Every line in every year, the first year first, the lines in the order of {@link Line}. */
    public List<LineBalance> all() {
        return balances.all();
    }

    /** The lines of a year; none when the year has no budget. */
    public List<LineBalance> of(int year) {
        return balances.all().stream().filter(row -> row.budgetYear() == year).toList();
    }

    /** The budget year that counts today: the latest with a budget that has begun; the first when none has. */
    public int current() {
        int today = LocalDate.now(clock).getYear();
        List<Integer> years =
                balances.all().stream().map(LineBalance::budgetYear).distinct().toList();
        return years.stream()
                .filter(year -> year <= today)
                .reduce((first, second) -> second)
                .orElseGet(() -> years.isEmpty() ? today : years.get(0));
    }

    /** Gives a line more: budget → available. The year's row is added when it is the first money of that year. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appropriate(int year, Line line, Money amount, BudgetDocument document, Cause cause) {
        balances.open(year, line, document);
        shift(year, line, BUDGET, AVAILABLE, positive(amount), document, cause);
    }

    /** Takes free money of a line away, what was carried over first. 409 {@code LINE_EXHAUSTED} with {@code available}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAway(int year, Line line, Money amount, BudgetDocument document, Cause cause) {
        Money old = carriedInOf(year, line, amount);
        shift(year, line, AVAILABLE, SURPLUS, old, document, cause.part("carried"));
        shift(year, line, AVAILABLE, BUDGET, amount.minus(old), document, cause);
    }

    /** Moves free money to another line of the year. 409 {@code LINE_EXHAUSTED} with {@code available}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(int year, Line from, Line to, Money amount, BudgetDocument document, Cause cause) {
        Stream.of(from, to).sorted().forEach(line -> balances.open(year, line, document));
        Money old = carriedInOf(year, from, amount);
        shift(year, from, AVAILABLE, CARRIED_IN, old, document, cause.part("carried-out"));
        shift(year, from, AVAILABLE, BUDGET, amount.minus(old), document, cause.part("out"));
        shift(year, to, CARRIED_IN, AVAILABLE, old, document, cause.part("carried-in"));
        shift(year, to, BUDGET, AVAILABLE, amount.minus(old), document, cause.part("in"));
    }

    /**
     * Returns recovered money to its line: it no longer stands beside the payments of {@code paidYear} and is free in
     * {@code year}. 409 {@code RECOVERED_LESS} with {@code available}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returnRecovered(int paidYear, int year, Line line, Money amount, BudgetDocument document, Cause cause) {
        if (!balances.shift(paidYear, line, RECOVERED, TREASURY, positive(amount))) {
            Money recovered =
                    balances.find(paidYear, line).map(LineBalance::recovered).orElse(Money.ZERO);
            throw Problem.of(HttpStatus.CONFLICT, "RECOVERED_LESS", recovered).with("available", recovered);
        }
        postings.write(paidYear, line, RECOVERED, TREASURY, amount, cause.part("recovered"), document);
        appropriate(year, line, amount, document, cause);
    }

    private Money carriedInOf(int year, Line line, Money amount) {
        Optional<LineBalance> row = balances.lock(year, line);
        if (row.isEmpty() || positive(amount).isMoreThan(row.get().available())) {
            throw LineExhausted.problem(line, amount, row);
        }
        return row.get().freeCarriedIn().min(amount);
    }

    private void shift(
            int year, Line line, Account from, Account to, Money amount, BudgetDocument document, Cause cause) {
        if (amount.isZero()) {
            return;
        }
        if (!balances.shift(year, line, from, to, amount)) {
            throw LineExhausted.problem(line, amount, balances.find(year, line));
        }
        postings.write(year, line, from, to, amount, cause, document);
    }
}
