package org.fourplusone.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.fund.recovery.BankReturns;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bank's statements and their lines, as rows: added and read; of a line in CONFLICT only what it did changes, once. */
@Component
class Statements implements BankReturns {
    /** What a line did to our books. */
    enum Effect {
        /** Ours, to the fen: PAID and confirmed. */
        RECONCILED,
        /** Ours came back: the instalment is open again. */
        RETURNED,
        /** The same movement stood in an earlier statement. */
        REPEATED,
        /** None of our payments has this name: kept for a person to look at. */
        UNMATCHED,
        /** Ours by its name, but another amount or currency. */
        DIFFERENT,
        /** Ours, but the books say otherwise: for a person to look at, and to match again once they agree. */
        CONFLICT
    }

    /** @param account masked */
    record Loaded(
            String id,
            String statement,
            String account,
            @Nullable Money opening,
            @Nullable Money closing,
            int count,
            int pending,
            Instant loadedAt,
            String loadedBy) {}

    record Line(
            @Nullable String endToEndId,
            @Nullable String reference,
            boolean incoming,
            Money amount,
            String currency,
            LocalDate bookedOn,
            @Nullable String reason,
            @Nullable String text,
            Effect effect) {

        /** What the account of paid money gains by it: what went out. */
        Money paid() {
            return incoming ? amount.negated() : amount;
        }
    }

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Known(Loaded statement, String sha256) {}

    Optional<Known> named(String statementId) {
        return jdbc.sql("SELECT * FROM bank_statement WHERE statement_id = :id")
                .param("id", statementId)
                .query((row, number) -> new Known(loaded(row, number), row.getString("sha256")))
                .optional();
    }

    Optional<Loaded> find(String id) {
        return jdbc.sql("SELECT * FROM bank_statement WHERE id = :id")
                .param("id", id)
                .query(Statements::loaded)
                .optional();
    }

    List<Loaded> newest(Paging paging) {
        return jdbc.sql("SELECT * FROM bank_statement ORDER BY loaded_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Statements::loaded)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM bank_statement").query(Long.class).single();
    }

    String add(BankStatement statement, String sha256, Instant at, String person, java.time.Clock clock) {
        String id = CaseId.next(clock);
        String number = statement.account();
        jdbc.sql("INSERT INTO bank_statement (id, statement_id, account_tail, sha256, opening, closing, count, pending,"
                        + " loaded_at, loaded_by) VALUES (:id, :statement, :tail, :sha256, :opening, :closing, :count,"
                        + " :pending, :at, :person)")
                .param("id", id)
                .param("statement", statement.id())
                .param("tail", number.substring(Math.max(0, number.length() - 4)))
                .param("sha256", sha256)
                .param(
                        "opening",
                        statement.opening() == null ? null : statement.opening().fen())
                .param(
                        "closing",
                        statement.closing() == null ? null : statement.closing().fen())
                .param("count", statement.lines().size())
                .param("pending", statement.pending())
                .param("at", UtcColumn.of(at))
                .param("person", person)
                .update();
        return id;
    }

    void add(String statement, int position, BankStatement.Line line, Effect effect) {
        jdbc.sql("INSERT INTO bank_line (statement, position, end_to_end_id, reference, incoming, amount, currency,"
                        + " booked_on, reason, text, effect) VALUES (:statement, :position, :id, :reference, :incoming,"
                        + " :amount, :currency, :on, :reason, :text, :effect)")
                .param("statement", statement)
                .param("position", position)
                .param("id", line.endToEndId())
                .param("reference", line.reference())
                .param("incoming", line.in())
                .param("amount", line.amount().fen())
                .param("currency", line.currency())
                .param("on", line.bookedOn())
                .param("reason", line.reason())
                .param("text", line.text())
                .param("effect", effect.name())
                .update();
    }

    /** Whether an earlier statement has the same movement by the bank's own reference. */
    boolean has(BankStatement.Line line, String statement) {
        return line.reference() != null
                && jdbc.sql("SELECT COUNT(*) FROM bank_line WHERE reference = :reference AND incoming = :incoming"
                                        + " AND amount = :amount AND booked_on = :on AND statement <> :statement")
                                .param("reference", line.reference())
                                .param("incoming", line.in())
                                .param("amount", line.amount().fen())
                                .param("on", line.bookedOn())
                                .param("statement", statement)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    List<Line> lines(String statement) {
        return jdbc.sql("SELECT * FROM bank_line WHERE statement = :statement ORDER BY position")
                .param("statement", statement)
                .query(Statements::line)
                .list();
    }

    /** A line that waits for the books to agree. */
    record Open(int position, BankStatement.Line line) {}

    /** In the statement's order. */
    List<Open> inConflict(String statement) {
        return jdbc.sql(
                        "SELECT * FROM bank_line WHERE statement = :statement AND effect = 'CONFLICT' ORDER BY position")
                .param("statement", statement)
                .query((row, number) -> {
                    Line line = line(row, number);
                    return new Open(
                            row.getInt("position"),
                            new BankStatement.Line(
                                    line.endToEndId(),
                                    line.reference(),
                                    line.incoming(),
                                    line.amount(),
                                    line.currency(),
                                    line.bookedOn(),
                                    line.reason(),
                                    line.text()));
                })
                .list();
    }

    /** 409 {@code CASE_CHANGED} when the line is not in CONFLICT any more. */
    void matched(String statement, int position, Effect effect) {
        int changed = jdbc.sql("UPDATE bank_line SET effect = :effect"
                        + " WHERE statement = :statement AND position = :position AND effect = 'CONFLICT'")
                .param("effect", effect.name())
                .param("statement", statement)
                .param("position", position)
                .update();
        if (changed != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
    }

    /** What the bank booked on a day, each movement once. */
    List<Line> on(LocalDate day) {
        return jdbc.sql("SELECT * FROM bank_line WHERE booked_on = :day AND effect <> 'REPEATED'"
                        + " ORDER BY statement, position")
                .param("day", day)
                .query(Statements::line)
                .list();
    }

    /** All that the bank booked under these names, each movement once. */
    List<Line> of(Collection<String> endToEndIds) {
        return endToEndIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM bank_line WHERE end_to_end_id IN (:ids) AND effect <> 'REPEATED'")
                        .param("ids", endToEndIds)
                        .query(Statements::line)
                        .list();
    }

    /** Those of the bank's own references under which money came in. */
    List<Line> incoming(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM bank_line WHERE reference IN (:references) AND incoming = TRUE"
                                + " AND effect <> 'REPEATED'")
                        .param("references", references)
                        .query(Statements::line)
                        .list();
    }

    @Override
    public boolean isReturn(String reference) {
        return jdbc.sql("SELECT COUNT(*) FROM bank_line WHERE reference = :reference AND effect = 'RETURNED'")
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Loaded loaded(ResultSet row, int number) throws SQLException {
        return new Loaded(
                row.getString("id"),
                row.getString("statement_id"),
                "****" + row.getString("account_tail"),
                money(row, "opening"),
                money(row, "closing"),
                row.getInt("count"),
                row.getInt("pending"),
                Objects.requireNonNull(UtcColumn.read(row, "loaded_at")),
                row.getString("loaded_by"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("end_to_end_id"),
                row.getString("reference"),
                row.getBoolean("incoming"),
                Money.ofFen(row.getLong("amount")),
                row.getString("currency"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("reason"),
                row.getString("text"),
                Effect.valueOf(row.getString("effect")));
    }
}
