package org.fourplusone.industry.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fourplusone.industry.statistics.Vintage.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of publication. */
@Repository
class Vintages {

    private static final String COLUMNS =
            "SELECT vintage, state, done, total, started_at, started_by, published_at, problem FROM statistic_vintage";

    private final JdbcClient database;

    Vintages(JdbcClient database) {
        this.database = database;
    }

    Optional<Vintage> find(String vintage) {
        return database.sql(COLUMNS + " WHERE vintage = ?")
                .param(vintage)
                .query((row, number) -> vintage(row))
                .optional();
    }

    /** Locks a round for who publishes it; empty if it is not there or somebody else has the lock. */
    Optional<Vintage> take(String vintage) {
        return database.sql(COLUMNS + " WHERE vintage = ? FOR UPDATE SKIP LOCKED")
                .param(vintage)
                .query((row, number) -> vintage(row))
                .optional();
    }

    /** Newest first. */
    List<Vintage> all() {
        return database.sql(COLUMNS + " ORDER BY vintage DESC")
                .query((row, number) -> vintage(row))
                .list();
    }

    Optional<String> newest() {
        return published().stream().reduce((older, newer) -> newer);
    }

    /** The published ones, oldest first. */
    List<String> published() {
        return database.sql("SELECT vintage FROM statistic_vintage WHERE state = 'DONE' ORDER BY vintage")
                .query(String.class)
                .list();
    }

    /** Begins a round, or begins it again if it did not come to its end. */
    void begin(String vintage, int total, Instant at, String by) {
        database.sql("INSERT INTO statistic_vintage (vintage, state, done, total, started_at, started_by)"
                        + " VALUES (?, 'RUNNING', 0, ?, ?, ?) ON DUPLICATE KEY UPDATE started_at ="
                        + " IF(state = 'DONE', started_at, VALUES(started_at)), problem = NULL,"
                        + " state = IF(state = 'DONE', 'DONE', 'RUNNING')")
                .param(vintage)
                .param(total)
                .param(utc(at))
                .param(by)
                .update();
    }

    void done(String vintage, Instant at) {
        int changed = database.sql("UPDATE statistic_vintage SET state = 'DONE', done = total, published_at = ?"
                        + " WHERE vintage = ? AND state = 'RUNNING'")
                .param(utc(at))
                .param(vintage)
                .update();
        if (changed != 1) {
            throw new IllegalStateException(vintage + " is not being published");
        }
    }

    void failed(String vintage, String problem) {
        database.sql(
                        "UPDATE statistic_vintage SET state = 'FAILED', problem = ? WHERE vintage = ? AND state = 'RUNNING'")
                .param(problem)
                .param(vintage)
                .update();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Vintage vintage(ResultSet row) throws SQLException {
        return new Vintage(
                row.getString(1),
                State.valueOf(row.getString(2)),
                row.getInt(3),
                row.getInt(4),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(6),
                instant(row.getObject(7, LocalDateTime.class)),
                row.getString(8));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
