package org.fourplusone.fund.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
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
        List<Long> postings = Rows.insertNumbered(
                batches,
                "INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                        + " filing_id, person)",
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                transfers.stream().map(each -> posting(each, at, on)).toList());
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Transfer each = transfers.get(i);
            long fen = each.amount.fen();
            String line = each.row.line().name();
            entries.add(Rows.of(
                    postings.get(i),
                    line,
                    each.from.name(),
                    each.filing,
                    -fen,
                    postings.get(i),
                    line,
                    each.to.name(),
                    each.filing,
                    fen));
        }
        Rows.insert(
                batches,
                "INSERT INTO entry (posting_id, position, line, account, filing_id, amount)",
                "(?, 1, ?, ?, ?, ?), (?, 2, ?, ?, ?, ?)",
                entries,
                "");
    }

    private static @Nullable Object[] posting(Transfer each, LocalDateTime at, LocalDate on) {
        return Rows.of(
                at,
                on,
                each.row.line().name(),
                each.row.budgetYear(),
                each.row.source(),
                each.row.document(),
                each.cause.step(),
                each.cause.reference(),
                each.filing,
                each.cause.person());
    }
}
