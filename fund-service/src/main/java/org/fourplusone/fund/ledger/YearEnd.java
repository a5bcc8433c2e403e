package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.CARRIED_IN;
import static org.fourplusone.fund.ledger.Account.CARRIED_OUT;
import static org.fourplusone.fund.ledger.Account.SURPLUS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The year end (年终结转). What filings hold goes on with them into the next year, and so does free money, once: 预算法
 * Art. 42 lets money that was not used by the end of its year be used in the next, for the same purpose; what is unused for
 * two years running (连续两年未用完) becomes surplus (结余) and goes back to the treasury. Two years are read as the year of
 * the appropriation and the one after it, and the oldest money counts as used first, so that at a year's end the surplus of
 * a line is its free money beyond what the year itself was given. Money that a filing holds counts as used.
 *
 * <p>Each line gets at most three postings: the surplus and what leaves the year, booked on 31 December, and what enters
 * the next, booked on 1 January. They, the rows of the lines and those of the filings change in one transaction, so that a
 * crash leaves all or nothing, and each posting exists once for a year and line by the database's own constraint.
 */
@Component
public class YearEnd {
    /** What filings hold of a line in a year. */
    private static final String HELD = "SELECT COALESCE(SUM(reserved), 0), COALESCE(SUM(committed), 0),"
            + " COALESCE(SUM(in_transit), 0), COUNT(CASE WHEN reserved + committed + in_transit > 0 THEN 1 END)"
            + " FROM filing_balance WHERE budget_year = :year AND line = :line";

    private static final String ENTRIES = """
            INSERT INTO entry (posting_id, position, line, account, filing_id, amount)
            SELECT :posting, 2 + ROW_NUMBER() OVER (ORDER BY h.filing_id, h.place), :line, h.account, h.filing_id,
              :sign * h.amount
            FROM (
              SELECT filing_id, 1 AS place, 'RESERVED' AS account, reserved AS amount FROM filing_balance
              WHERE budget_year = :year AND line = :line AND reserved > 0
              UNION ALL SELECT filing_id, 2, 'COMMITTED', committed FROM filing_balance
              WHERE budget_year = :year AND line = :line AND committed > 0
              UNION ALL SELECT filing_id, 3, 'IN_TRANSIT', in_transit FROM filing_balance
              WHERE budget_year = :year AND line = :line AND in_transit > 0) h""";

    /**
     * What the year end does with one line.
     *
     * @param free free money carried over to the next year
     * @param surplus free money unused for two years, returned to the treasury
     * @param filings how many filings take money along
     * @param total free + reserved + committed + inTransit, what is carried over
     */
    public record Carry(
            Line line,
            Text lineName,
            Money free,
            Money surplus,
            Money reserved,
            Money committed,
            Money inTransit,
            long filings,
            Money total) {}

    private final JdbcClient jdbc;
    private final Balances balances;
    private final Postings postings;
    private final Clock clock;

    YearEnd(JdbcClient jdbc, Balances balances, Postings postings, Clock clock) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.postings = postings;
        this.clock = clock;
    }

    /** What closing the year would do now, line by line; changes nothing. */
    public List<Carry> plan(int year) {
        return balances.all().stream()
                .filter(row -> row.budgetYear() == year)
                .map(this::carry)
                .toList();
    }

    /** Counts the changes of a year's rows: the plan of a year stands as long as it does. */
    public long version(int year) {
        return sum(balances.all().stream().filter(row -> row.budgetYear() == year));
    }

    /** The same with the rows locked to the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock(int year) {
        return sum(Stream.of(Line.values()).flatMap(line -> balances.lock(year, line).stream()));
    }

    private static long sum(Stream<LineBalance> rows) {
        return rows.mapToLong(LineBalance::version).sum();
    }

    /**
     * Closes the year and carries over. The caller has made sure that the year is over and not closed. 409 {@code
     * LEDGER_DIFFERS} when a line and its filings do not agree: then nothing is carried.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Carry> close(int year, @Nullable String person) {
        return Stream.of(Line.values())
                .flatMap(line -> balances.lock(year, line).stream())
                .map(row -> close(row, person))
                .toList();
    }

    private Carry close(LineBalance row, @Nullable String person) {
        Carry carry = carry(row);
        int year = row.budgetYear();
        Line line = row.line();
        String reference = year + "-" + line.name();
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        balances.open(year + 1, line, new BudgetDocument(row.source(), row.document()));
        if (carry.surplus().isPositive() && balances.shift(year, line, AVAILABLE, SURPLUS, carry.surplus())) {
            Cause cause = new Cause("YEAR_END_SURPLUS", reference, person);
            postings.write(year, line, AVAILABLE, SURPLUS, carry.surplus(), cause, lastDay);
        }
        if (carry.total().isPositive()) {
            long out = postings.open(year, line, null, new Cause("CARRY_OUT", reference, person), null, lastDay);
            enter(out, year, -1, carry, CARRIED_OUT);
            long in = postings.open(
                    year + 1, line, null, new Cause("CARRY_IN", reference, person), null, lastDay.plusDays(1));
            enter(in, year, 1, carry, CARRIED_IN);
            carryFilings(year, line);
        }
        carryLine(year, carry);
        return carry;
    }

    private Carry carry(LineBalance row) {
        Money surplus = row.freeCarriedIn();
        Money free = row.available().minus(surplus);
        return jdbc.sql(HELD)
                .param("year", row.budgetYear())
                .param("line", row.line().name())
                .query((held, number) -> {
                    Money reserved = Money.ofFen(held.getLong(1));
                    Money committed = Money.ofFen(held.getLong(2));
                    Money inTransit = Money.ofFen(held.getLong(3));
                    return new Carry(
                            row.line(),
                            row.line().title(),
                            free,
                            surplus,
                            reserved,
                            committed,
                            inTransit,
                            held.getLong(4),
                            free.plus(reserved).plus(committed).plus(inTransit));
                })
                .single();
    }

    /** The entries of one side: the sum against the other year, the free money, then each filing's. */
    private void enter(long posting, int year, int sign, Carry carry, Account other) {
        String line = carry.line().name();
        jdbc.sql("INSERT INTO entry (posting_id, position, line, account, amount) SELECT :posting, 1, :line, :other,"
                        + " :total UNION ALL SELECT :posting, 2, :line, 'AVAILABLE', :free WHERE :free <> 0")
                .param("posting", posting)
                .param("line", line)
                .param("other", other.name())
                .param("total", -sign * carry.total().fen())
                .param("free", sign * carry.free().fen())
                .update();
        jdbc.sql(ENTRIES)
                .param("posting", posting)
                .param("line", line)
                .param("year", year)
                .param("sign", sign)
                .update();
    }

    private void carryFilings(int year, Line line) {
        String held = "budget_year = :year AND line = :line AND reserved + committed + in_transit > 0";
        jdbc.sql("INSERT INTO filing_balance (filing_id, budget_year, line, reserved, committed, in_transit)"
                        + " SELECT filing_id, :next, line, reserved, committed, in_transit FROM filing_balance h"
                        + " WHERE " + held
                        + " ON DUPLICATE KEY UPDATE reserved = filing_balance.reserved + VALUES(reserved),"
                        + " committed = filing_balance.committed + VALUES(committed),"
                        + " in_transit = filing_balance.in_transit + VALUES(in_transit)")
                .param("next", year + 1)
                .param("year", year)
                .param("line", line.name())
                .update();
        jdbc.sql("UPDATE filing_balance SET reserved = 0, committed = 0, in_transit = 0 WHERE " + held)
                .param("year", year)
                .param("line", line.name())
                .update();
    }

    private void carryLine(int year, Carry carry) {
        boolean emptied = change(
                                "UPDATE line_balance SET available = 0, reserved = 0, committed = 0, in_transit = 0, carried_out ="
                                        + " carried_out + :total, closed_on = :today, version = version + 1 WHERE line = :line AND"
                                        + " budget_year = :year AND closed_on IS NULL AND available = :free AND reserved = :reserved"
                                        + " AND committed = :committed AND in_transit = :inTransit",
                                year,
                                carry)
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
        boolean filled = change(
                                "UPDATE line_balance SET carried_in = carried_in - :total, available = available + :free, reserved ="
                                        + " reserved + :reserved, committed = committed + :committed, in_transit = in_transit +"
                                        + " :inTransit, version = version + 1 WHERE line = :line AND budget_year = :year",
                                year + 1,
                                carry)
                        .update()
                == 1;
        if (!emptied || !filled) {
            throw Problem.of(HttpStatus.CONFLICT, "LEDGER_DIFFERS", carry.lineName())
                    .with("line", carry.line().name());
        }
    }

    private JdbcClient.StatementSpec change(String sql, int year, Carry carry) {
        return jdbc.sql(sql)
                .param("total", carry.total().fen())
                .param("free", carry.free().fen())
                .param("reserved", carry.reserved().fen())
                .param("committed", carry.committed().fen())
                .param("inTransit", carry.inTransit().fen())
                .param("line", carry.line().name())
                .param("year", year);
    }
}
