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
import org.fourplusone.industry.enterprise.MultiRowInsert;
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
        MultiRowInsert.insert(
                batches,
                "fact (credit_code, change_number, ordinal, " + COLUMNS + ")",
                12,
                rows,
                (statement, first, row) -> {
                    Fact fact = row.fact();
                    RecordRef record = fact.record();
                    statement.setString(first, row.creditCode());
                    statement.setLong(first + 1, row.changeNumber());
                    statement.setInt(first + 2, row.ordinal());
                    statement.setString(first + 3, record == null ? "" : record.kind());
                    statement.setString(first + 4, record == null ? "" : record.ref());
                    statement.setString(first + 5, fact.key());
                    statement.setString(first + 6, fact.period() == null ? "" : fact.period());
                    statement.setString(first + 7, fact.value());
                    statement.setString(first + 8, fact.source());
                    statement.setBoolean(first + 9, fact.verified());
                    statement.setObject(first + 10, utc(fact.recordedAt()));
                    statement.setString(first + 11, fact.recordedBy());
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
