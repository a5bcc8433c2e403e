package org.fourplusone.fund.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices and the filings in them, as rows. */
@Component
class Notices {
    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Notice notice, java.time.Instant at, String person, List<String> filings) {
        jdbc.sql("INSERT INTO notice (id, published_on, working_days, ends_on, calendar, replaces, correction,"
                        + " published_at, published_by)"
                        + " VALUES (:id, :on, :days, :ends, :calendar, :replaces, :correction, :at, :person)")
                .param("id", notice.id())
                .param("on", notice.publishedOn())
                .param("days", notice.workingDays())
                .param("ends", notice.endsOn())
                .param("calendar", notice.calendar())
                .param("replaces", notice.replaces())
                .param("correction", notice.correction())
                .param("at", UtcColumn.of(at))
                .param("person", person)
                .update();
        for (String filing : filings) {
            jdbc.sql("INSERT INTO notice_filing (notice_id, filing_id, ends_on) VALUES (:notice, :filing, :ends)")
                    .param("notice", notice.id())
                    .param("filing", filing)
                    .param("ends", notice.endsOn())
                    .update();
        }
    }

    Notice get(String id) {
        return find(id, "").orElseThrow(Problem::notFound);
    }

    /** The notice with its row locked until the transaction ends: before the filings in it are locked. */
    Notice lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(Problem::notFound);
    }

    /** The notice, or the last of those that corrected it, locked: where the filings that are still open stand now. */
    Notice lockCurrent(String id) {
        Notice notice = lock(id);
        while (notice.replacedBy() != null) {
            notice = lock(notice.replacedBy());
        }
        return notice;
    }

    private Optional<Notice> find(String id, String lock) {
        return jdbc.sql("SELECT * FROM notice WHERE id = :id" + lock)
                .param("id", id)
                .query(Notices::notice)
                .optional();
    }

    List<Notice> newest(Paging paging) {
        return jdbc.sql("SELECT * FROM notice ORDER BY published_on DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Notices::notice)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM notice").query(Long.class).single();
    }

    /** The filings of a notice in the order of their ids. */
    List<Entry> entries(String notice) {
        return jdbc.sql("SELECT * FROM notice_filing WHERE notice_id = :notice ORDER BY filing_id")
                .param("notice", notice)
                .query(Notices::entry)
                .list();
    }

    /** How many awards each of these notices shows, and their sum. */
    Map<String, Total> totals(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Total> totals = new HashMap<>();
        jdbc.sql(
                        "SELECT n.notice_id, COUNT(*) AS awards, SUM(COALESCE(f.approved, f.reviewed)) AS fen FROM notice_filing n"
                                + " JOIN filing f ON f.id = n.filing_id WHERE n.notice_id IN (:ids) GROUP BY n.notice_id")
                .param("ids", ids)
                .query((row, number) -> totals.put(
                        row.getString("notice_id"), new Total(row.getInt("awards"), Money.ofFen(row.getLong("fen")))))
                .list();
        return totals;
    }

    record Total(int count, Money sum) {
        static final Total NONE = new Total(0, Money.ZERO);
    }

    Optional<Entry> entry(String notice, String filing) {
        return jdbc.sql("SELECT * FROM notice_filing WHERE notice_id = :notice AND filing_id = :filing")
                .param("notice", notice)
                .param("filing", filing)
                .query(Notices::entry)
                .optional();
    }

    void stopClock(Entry entry, int daysLeft) {
        update(entry, entry.endsOn(), daysLeft, entry.outcome());
    }

    void runClock(Entry entry, LocalDate endsOn) {
        update(entry, endsOn, null, entry.outcome());
    }

    void end(Entry entry, Entry.Outcome outcome) {
        update(entry, entry.endsOn(), null, outcome);
    }

    /** The notice, locked by the caller, is corrected by another from now on. */
    void replace(Notice notice, String correction) {
        jdbc.sql("UPDATE notice SET replaced_by = :correction WHERE id = :id")
                .param("correction", correction)
                .param("id", notice.id())
                .update();
    }

    private void update(Entry entry, LocalDate endsOn, @Nullable Integer daysLeft, Entry.Outcome outcome) {
        jdbc.sql("UPDATE notice_filing SET ends_on = :ends, days_left = :left, outcome = :outcome"
                        + " WHERE notice_id = :notice AND filing_id = :filing")
                .param("ends", endsOn)
                .param("left", daysLeft)
                .param("outcome", outcome.name())
                .param("notice", entry.notice())
                .param("filing", entry.filing())
                .update();
    }

    /** Marks the notice closed on that day if no filing is open in it any more. */
    void closeIfDone(String notice, LocalDate today) {
        jdbc.sql("UPDATE notice SET closed_on = :today WHERE id = :id AND closed_on IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM notice_filing WHERE notice_id = :id AND outcome = 'OPEN')")
                .param("today", today)
                .param("id", notice)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getObject("published_on", LocalDate.class),
                row.getInt("working_days"),
                row.getObject("ends_on", LocalDate.class),
                row.getString("calendar"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("replaces"),
                row.getString("correction"),
                row.getString("replaced_by"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("notice_id"),
                row.getString("filing_id"),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("days_left", Integer.class),
                Entry.Outcome.valueOf(row.getString("outcome")));
    }
}
