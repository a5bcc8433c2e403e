package org.fourplusone.fund.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The objections, as rows. */
@Component
class Objections {
    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Objection objection) {
        jdbc.sql("INSERT INTO objection (id, notice_id, filing_id, name, contact, text, state, received_at, screen_by)"
                        + " VALUES (:id, :notice, :filing, :name, :contact, :text, :state, :at, :by)")
                .param("id", objection.id())
                .param("notice", objection.notice())
                .param("filing", objection.filing())
                .param("name", objection.name())
                .param("contact", objection.contact())
                .param("text", objection.text())
                .param("state", objection.state().name())
                .param("at", UtcColumn.of(objection.receivedAt()))
                .param("by", objection.screenBy())
                .update();
    }

    Objection get(String id) {
        return find(id, "").orElseThrow(Problem::notFound);
    }

    Objection lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(Problem::notFound);
    }

    private Optional<Objection> find(String id, String lock) {
        return jdbc.sql("SELECT * FROM objection WHERE id = :id" + lock)
                .param("id", id)
                .query(Objections::objection)
                .optional();
    }

    List<Objection> list(Objection.@Nullable State state, Paging paging) {
        return jdbc.sql("SELECT * FROM objection WHERE (:state IS NULL OR state = :state)"
                        + " ORDER BY received_at, id LIMIT :size OFFSET :offset")
                .param("state", state == null ? null : state.name())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Objections::objection)
                .list();
    }

    long count(Objection.@Nullable State state) {
        return jdbc.sql("SELECT COUNT(*) FROM objection WHERE (:state IS NULL OR state = :state)")
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
    }

    /** How many objections to a filing are not yet dismissed or answered. */
    int open(String filing) {
        return open(filing, Objection.State.RECEIVED) + open(filing, Objection.State.ADMITTED);
    }

    int open(String filing, Objection.State state) {
        return jdbc.sql("SELECT COUNT(*) FROM objection WHERE filing_id = :filing AND state = :state")
                .param("filing", filing)
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** Whether an objection with the same contact to the same filing is not screened yet. */
    boolean waits(String notice, String filing, String contact) {
        return jdbc.sql("SELECT COUNT(*) FROM objection WHERE notice_id = :notice AND contact = :contact"
                                + " AND state = 'RECEIVED' AND filing_id = :filing")
                        .param("notice", notice)
                        .param("contact", contact)
                        .param("filing", filing)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void screened(String id, Objection.State state, String reason, boolean contactChecked, String person, Instant at) {
        jdbc.sql("UPDATE objection SET state = :state, reason = :reason, contact_checked = :checked,"
                        + " screened_by = :person, screened_at = :at WHERE id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("checked", contactChecked)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .param("id", id)
                .update();
    }

    void answered(String id, Objection.State state, String answer, String person, Instant at) {
        jdbc.sql("UPDATE objection SET state = :state, answer = :answer, answered_by = :person, answered_at = :at"
                        + " WHERE id = :id")
                .param("state", state.name())
                .param("answer", answer)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .param("id", id)
                .update();
    }

    private static Objection objection(ResultSet row, int number) throws SQLException {
        return new Objection(
                row.getString("id"),
                row.getString("notice_id"),
                row.getString("filing_id"),
                row.getString("name"),
                row.getString("contact"),
                row.getString("text"),
                Objection.State.valueOf(row.getString("state")),
                Objects.requireNonNull(UtcColumn.read(row, "received_at")),
                row.getObject("screen_by", LocalDate.class),
                UtcColumn.read(row, "screened_at"),
                row.getString("screened_by"),
                row.getBoolean("contact_checked"),
                row.getString("reason"),
                row.getString("answered_by"),
                row.getString("answer"));
    }
}
