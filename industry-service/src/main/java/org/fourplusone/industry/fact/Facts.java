package org.fourplusone.industry.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version of every fact; rows are added and never changed. */
@Repository
public class Facts {

    private static final String COLUMNS =
            "record_kind, record_ref, fact_key, period, value, source, verified, recorded_at, recorded_by";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Facts(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** A new version, with its place: the change that wrote it and its number within that change. */
    public record Row(String creditCode, long changeNumber, int ordinal, Fact fact) {}

    /** All versions of one enterprise's facts that were recorded before a moment, oldest first. */
    List<Fact> history(String creditCode, Instant before) {
        return database.sql("SELECT " + COLUMNS + " FROM fact WHERE credit_code = ? AND recorded_at < ?"
                        + " ORDER BY change_number, ordinal")
                .param(creditCode)
                .param(LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                .query((row, number) -> fact(row))
                .list();
    }

    /** All versions of several enterprises' facts, oldest first, without who recorded them and when. */
    Map<String, List<Fact>> histories(Collection<String> creditCodes) {
        Map<String, List<Fact>> histories = new HashMap<>();
        database.sql("SELECT credit_code, record_kind, record_ref, fact_key, period, value, source, verified FROM fact"
                        + " WHERE credit_code IN (:codes) ORDER BY credit_code, change_number, ordinal")
                .param("codes", creditCodes)
                .query((RowCallbackHandler) row -> {
                    String kind = row.getString(2);
                    String period = row.getString(5);
                    histories
                            .computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                            .add(new Fact(
                                    row.getString(4),
                                    kind.isEmpty() ? null : new RecordRef(kind, row.getString(3)),
                                    period.isEmpty() ? null : period,
                                    row.getString(6),
                                    row.getString(7),
                                    row.getBoolean(8),
                                    null,
                                    ""));
                });
        return histories;
    }

    /** Adds versions, within the running transaction. */
    public void addAll(List<Row> rows) {
        batches.batchUpdate(
                "INSERT INTO fact (credit_code, change_number, ordinal, " + COLUMNS + ")"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                5000,
                (statement, row) -> {
                    Fact fact = row.fact();
                    RecordRef record = fact.record();
                    statement.setString(1, row.creditCode());
                    statement.setLong(2, row.changeNumber());
                    statement.setInt(3, row.ordinal());
                    statement.setString(4, record == null ? "" : record.kind());
                    statement.setString(5, record == null ? "" : record.ref());
                    statement.setString(6, fact.key());
                    statement.setString(7, fact.period() == null ? "" : fact.period());
                    statement.setString(8, fact.value());
                    statement.setString(9, fact.source());
                    statement.setBoolean(10, fact.verified());
                    statement.setObject(11, utc(fact.recordedAt()));
                    statement.setString(12, fact.recordedBy());
                });
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String kind = row.getString("record_kind");
        String period = row.getString("period");
        return new Fact(
                row.getString("fact_key"),
                kind.isEmpty() ? null : new RecordRef(kind, row.getString("record_ref")),
                period.isEmpty() ? null : period,
                row.getString("value"),
                row.getString("source"),
                row.getBoolean("verified"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("recorded_by"));
    }
}
