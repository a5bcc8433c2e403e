package org.fourplusone.fund.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budget revisions, as rows. */
@Component
class BudgetRevisions {
    private static final String WHERE =
            " FROM budget_revision WHERE (:year IS NULL OR budget_year = :year) AND (:state IS NULL OR state = :state)";

    private final JdbcClient jdbc;

    BudgetRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BudgetRevision revision) {
        Line toLine = revision.toLine();
        jdbc.sql(
                        "INSERT INTO budget_revision (id, budget_year, kind, line, to_line, paid_year, amount, source, document,"
                                + " dated_on, reason, state, proposed_by, proposed_at) VALUES (:id, :year, :kind, :line, :toLine,"
                                + " :paidYear, :amount, :source, :document, :datedOn, :reason, :state, :by, :at)")
                .param("id", revision.id())
                .param("year", revision.year())
                .param("kind", revision.kind().name())
                .param("line", revision.line().name())
                .param("toLine", toLine == null ? null : toLine.name())
                .param("paidYear", revision.paidYear())
                .param("amount", revision.amount().fen())
                .param("source", revision.source())
                .param("document", revision.document())
                .param("datedOn", revision.datedOn())
                .param("reason", revision.reason())
                .param("state", revision.state().name())
                .param("by", revision.proposedBy())
                .param("at", UtcColumn.of(revision.proposedAt()))
                .update();
    }

    BudgetRevision get(String id) {
        return find(id, "").orElseThrow(Problem::notFound);
    }

    BudgetRevision lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(Problem::notFound);
    }

    /** The locked revision's end. */
    void decide(String id, BudgetRevision.State state, String person, Instant at, @Nullable String decision) {
        jdbc.sql("UPDATE budget_revision SET state = :state, decided_by = :by, decided_at = :at, decision = :decision,"
                        + " version = version + 1 WHERE id = :id")
                .param("state", state.name())
                .param("by", person)
                .param("at", UtcColumn.of(at))
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    /** Newest first. */
    Page<BudgetRevision> page(@Nullable Integer year, BudgetRevision.@Nullable State state, Paging paging) {
        String stateName = state == null ? null : state.name();
        long total = jdbc.sql("SELECT COUNT(*)" + WHERE)
                .param("year", year)
                .param("state", stateName)
                .query(Long.class)
                .single();
        List<BudgetRevision> items = jdbc.sql(
                        "SELECT *" + WHERE + " ORDER BY proposed_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("year", year)
                .param("state", stateName)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(BudgetRevisions::read)
                .list();
        return Page.of(items, paging, total);
    }

    private Optional<BudgetRevision> find(String id, String lock) {
        return jdbc.sql("SELECT * FROM budget_revision WHERE id = :id" + lock)
                .param("id", id)
                .query(BudgetRevisions::read)
                .optional();
    }

    private static BudgetRevision read(ResultSet row, int number) throws SQLException {
        String toLine = row.getString("to_line");
        return new BudgetRevision(
                row.getString("id"),
                row.getInt("budget_year"),
                BudgetRevision.Kind.valueOf(row.getString("kind")),
                Line.valueOf(row.getString("line")),
                toLine == null ? null : Line.valueOf(toLine),
                row.getObject("paid_year", Integer.class),
                Money.ofFen(row.getLong("amount")),
                row.getString("source"),
                row.getString("document"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("reason"),
                BudgetRevision.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                Objects.requireNonNull(UtcColumn.read(row, "proposed_at")),
                row.getString("decided_by"),
                UtcColumn.read(row, "decided_at"),
                row.getString("decision"),
                row.getLong("version"));
    }
}
