package org.fourplusone.fund.ledger;

import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.sql.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The balance rows: one for each line in each budget year, one for each filing in each year its money stands in. Columns
 * are named after the accounts.
 */
@Component
class Balances {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Balances(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Moves an amount between two accounts of a line; false when the first has less (the outside may go below zero). */
    boolean shift(int year, Line line, Account from, Account to, Money amount) {
        String condition = from.isOutside() ? "" : " AND " + from.column() + " >= :amount";
        return jdbc.sql("UPDATE line_balance SET %1$s = %1$s - :amount, %2$s = %2$s + :amount, version = version + 1"
                                        .formatted(from.column(), to.column())
                                + " WHERE line = :line AND budget_year = :year" + condition)
                        .param("amount", amount.fen())
                        .param("line", line.name())
                        .param("year", year)
                        .update()
                == 1;
    }

    /** Gives money to a filing in a year, whether or not it had some. */
    void addToFiling(int year, Line line, String filing, Account to, Money amount) {
        jdbc.sql(
                        "INSERT INTO filing_balance (filing_id, budget_year, line, %1$s) VALUES (:filing, :year, :line, :amount)"
                                        .formatted(to.column())
                                + " ON DUPLICATE KEY UPDATE %1$s = %1$s + :amount".formatted(to.column()))
                .param("filing", filing)
                .param("year", year)
                .param("line", line.name())
                .param("amount", amount.fen())
                .update();
    }

    /** The same for each of these transfers. */
    void addToFilings(List<Postings.Transfer> transfers) {
        String to = transfers.get(0).to().column();
        Rows.insert(
                batches,
                "INSERT INTO filing_balance (filing_id, budget_year, line, %s)".formatted(to),
                "(?, ?, ?, ?)",
                transfers.stream()
                        .map(each -> Rows.of(
                                each.filing(),
                                each.row().budgetYear(),
                                each.row().line().name(),
                                each.amount().fen()))
                        .toList(),
                "ON DUPLICATE KEY UPDATE %1$s = %1$s + VALUES(%1$s)".formatted(to));
    }

    boolean takeFromFiling(int year, String filing, Account from, Money amount) {
        return jdbc.sql("UPDATE filing_balance SET %1$s = %1$s - :amount".formatted(from.column())
                                + " WHERE filing_id = :filing AND budget_year = :year AND %1$s >= :amount"
                                        .formatted(from.column()))
                        .param("amount", amount.fen())
                        .param("filing", filing)
                        .param("year", year)
                        .update()
                == 1;
    }

    boolean shiftFiling(int year, String filing, Account from, Account to, Money amount) {
        String condition = from.isOutside() ? "" : " AND " + from.column() + " >= :amount";
        return jdbc.sql("UPDATE filing_balance SET %1$s = %1$s - :amount, %2$s = %2$s + :amount"
                                        .formatted(from.column(), to.column())
                                + " WHERE filing_id = :filing AND budget_year = :year" + condition)
                        .param("amount", amount.fen())
                        .param("filing", filing)
                        .param("year", year)
                        .update()
                == 1;
    }

    /**
     * The year in which a filing holds that much in an account, its row locked. What is reserved, committed or in transit
     * stands in one year, for the year end carries it over whole; of what was paid, what was not recovered counts and the
     * latest year is taken.
     */
    Optional<Integer> yearOf(String filing, Account account, Money amount) {
        String held = account == Account.PAID ? "paid - recovered" : account.column();
        return jdbc.sql("SELECT budget_year FROM filing_balance WHERE filing_id = :filing AND " + held
                        + " >= :amount ORDER BY budget_year" + (account == Account.PAID ? " DESC" : "")
                        + " LIMIT 1 FOR UPDATE")
                .param("filing", filing)
                .param("amount", amount.fen())
                .query(Integer.class)
                .optional();
    }

    record Paid(int year, Money notRecovered) {}

    /** What a filing was paid and has not paid back, by year, the latest first; the rows are locked. */
    List<Paid> paid(String filing) {
        return jdbc.sql("SELECT budget_year, paid - recovered FROM filing_balance WHERE filing_id = :filing"
                        + " AND paid > recovered ORDER BY budget_year DESC FOR UPDATE")
                .param("filing", filing)
                .query((row, number) -> new Paid(row.getInt(1), Money.ofFen(row.getLong(2))))
                .list();
    }

    /** The first year from this one on that is not closed, where its money stands now; the year itself if there is none. */
    int openFrom(int year, Line line) {
        return jdbc.sql("SELECT COALESCE(MIN(budget_year), :year) FROM line_balance WHERE line = :line"
                        + " AND budget_year >= :year AND closed_on IS NULL")
                .param("line", line.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** Adds the row of a line in a year unless it is there. */
    void open(int year, Line line, BudgetDocument document) {
        jdbc.sql("INSERT INTO line_balance (line, position, budget_year, source, document)"
                        + " VALUES (:line, :position, :year, :source, :document) ON DUPLICATE KEY UPDATE line = line")
                .param("line", line.name())
                .param("position", line.ordinal() + 1)
                .param("year", year)
                .param("source", document.source())
                .param("document", document.number())
                .update();
    }

    Optional<LineBalance> find(int year, Line line) {
        return row(year, line, "");
    }

    Optional<LineBalance> lock(int year, Line line) {
        return row(year, line, " FOR UPDATE");
    }

    private Optional<LineBalance> row(int year, Line line, String lock) {
        return jdbc.sql("SELECT * FROM line_balance WHERE line = :line AND budget_year = :year" + lock)
                .param("line", line.name())
                .param("year", year)
                .query(LineBalance::of)
                .optional();
    }

    /** Every line in every year, the first year first. */
    List<LineBalance> all() {
        return jdbc.sql("SELECT * FROM line_balance ORDER BY budget_year, position")
                .query(LineBalance::of)
                .list();
    }

    FilingBalance ofFiling(String filing) {
        return jdbc.sql("SELECT COALESCE(SUM(reserved), 0), COALESCE(SUM(committed), 0), COALESCE(SUM(in_transit), 0),"
                        + " COALESCE(SUM(paid), 0), COALESCE(SUM(recovered), 0) FROM filing_balance"
                        + " WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> new FilingBalance(
                        Money.ofFen(row.getLong(1)),
                        Money.ofFen(row.getLong(2)),
                        Money.ofFen(row.getLong(3)),
                        Money.ofFen(row.getLong(4)),
                        Money.ofFen(row.getLong(5))))
                .single();
    }
}
