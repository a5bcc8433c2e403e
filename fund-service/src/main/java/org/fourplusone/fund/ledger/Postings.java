package org.fourplusone.fund.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * The append-only half of the ledger: a posting, of one line in one budget year, and its entries, whose amounts sum to
 * zero.
 */
@Component
class Postings {
    /** A posting to be made: from one account of a line, whose balance row was read, to another. */
    record Transfer(LineBalance row, Account from, Account to, String filing, Money amount, Cause cause) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Postings(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A posting of two entries, booked today under the line's own document. */
    void write(int year, Line line, Account from, Account to, @Nullable String filing, Money amount, Cause cause) {
        pair(open(year, line, filing, cause, null, LocalDate.now(clock)), line, from, to, filing, amount);
    }

    /** The same under another document. */
    void write(int year, Line line, Account from, Account to, Money amount, Cause cause, BudgetDocument document) {
        pair(open(year, line, null, cause, document, LocalDate.now(clock)), line, from, to, null, amount);
    }

    /** The same under the line's own document, booked on a day. */
    void write(int year, Line line, Account from, Account to, Money amount, Cause cause, LocalDate bookedOn) {
        pair(open(year, line, null, cause, null, bookedOn), line, from, to, null, amount);
    }

    /** A posting without entries; whoever opens it writes them in the same transaction. */
    long open(
            int year,
            Line line,
            @Nullable String filing,
            Cause cause,
            @Nullable BudgetDocument document,
            LocalDate bookedOn) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                        + " filing_id, person) SELECT :at, :on, line, budget_year, COALESCE(:source, source),"
                        + " COALESCE(:document, document), :step, :reference, :filing, :person FROM line_balance"
                        + " WHERE line = :line AND budget_year = :year")
                .param("at", UtcColumn.of(clock.instant()))
                .param("on", bookedOn)
                .param("line", line.name())
                .param("year", year)
                .param("source", document == null ? null : document.source())
                .param("document", document == null ? null : document.number())
                .param("step", cause.step())
                .param("reference", cause.reference())
                .param("filing", filing)
                .param("person", cause.person())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void pair(long posting, Line line, Account from, Account to, @Nullable String filing, Money amount) {
        jdbc.sql("INSERT INTO entry (posting_id, position, line, account, filing_id, amount) VALUES"
                        + " (:posting, 1, :line, :from, :filing, :out), (:posting, 2, :line, :to, :filing, :in)")
                .param("posting", posting)
                .param("line", line.name())
                .param("from", from.name())
                .param("to", to.name())
                .param("filing", filing)
                .param("out", -amount.fen())
                .param("in", amount.fen())
                .update();
    }

    /** A posting of two entries for each transfer, booked today under its line's own document, in their order. */
    void write(List<Transfer> transfers) {
        LocalDateTime at = UtcColumn.of(clock.instant());
        LocalDate on = LocalDate.now(clock);
        KeyHolder keys = new GeneratedKeyHolder();
        String insert =
                "INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                        + " filing_id, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        batches.batchUpdate(
                connection -> connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS),
                each(transfers, (row, each) -> {
                    row.setObject(1, at);
                    row.setObject(2, on);
                    row.setString(3, each.row.line().name());
                    row.setInt(4, each.row.budgetYear());
                    row.setString(5, each.row.source());
                    row.setString(6, each.row.document());
                    row.setString(7, each.cause.step());
                    row.setString(8, each.cause.reference());
                    row.setString(9, each.filing);
                    row.setString(10, each.cause.person());
                }),
                keys);
        List<Half> halves = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Transfer each = transfers.get(i);
            long posting =
                    ((Number) keys.getKeyList().get(i).values().iterator().next()).longValue();
            halves.add(new Half(posting, 1, each, each.from, -each.amount.fen()));
            halves.add(new Half(posting, 2, each, each.to, each.amount.fen()));
        }
        batches.batchUpdate(
                "INSERT INTO entry (posting_id, position, line, account, filing_id, amount) VALUES (?, ?, ?, ?, ?, ?)",
                halves,
                halves.size(),
                (row, each) -> {
                    row.setLong(1, each.posting);
                    row.setInt(2, each.position);
                    row.setString(3, each.of.row.line().name());
                    row.setString(4, each.account.name());
                    row.setString(5, each.of.filing);
                    row.setLong(6, each.fen);
                });
    }

    private record Half(long posting, int position, Transfer of, Account account, long fen) {}

    private static BatchPreparedStatementSetter each(
            List<Transfer> transfers, ParameterizedPreparedStatementSetter<Transfer> setter) {
        return new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement row, int index) throws SQLException {
                setter.setValues(row, transfers.get(index));
            }

            @Override
            public int getBatchSize() {
                return transfers.size();
            }
        };
    }
}
