package org.fourplusone.policy.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored match runs, the newest {@value #KEPT} of them; every instance of the service sees all. */
@Repository
class MatchRuns {

    static final int KEPT = 50;

    private static final Logger LOG = LoggerFactory.getLogger(MatchRuns.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MatchRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    void add(MatchRun run) {
        jdbc.sql("INSERT INTO match_run (id, state, done, total, started_at, beat_at, started_by, as_of, basis)"
                        + " VALUES (:id, :state, 0, :total, :at, :at, :by, :asOf, :basis)")
                .param("id", run.id())
                .param("state", run.state().name())
                .param("total", run.total())
                .param("at", utc(run.startedAt()))
                .param("by", run.startedBy())
                .param("asOf", run.asOf())
                .param("basis", run.basis().name())
                .update();
    }

    /** @param item a code, or empty for the enterprises themselves */
    void addPart(String id, String item, int part, byte[] content) {
        jdbc.sql("INSERT INTO match_run_part (run, item, part, content) VALUES (:run, :item, :part, :content)")
                .param("run", id)
                .param("item", item)
                .param("part", part)
                .param("content", content)
                .update();
    }

    Optional<byte[]> part(String id, String item, int part) {
        return jdbc.sql("SELECT content FROM match_run_part WHERE run = :run AND item = :item AND part = :part")
                .param("run", id)
                .param("item", item)
                .param("part", part)
                .query(byte[].class)
                .optional();
    }

    void beat(String id, int done, int total, Instant at) {
        jdbc.sql("UPDATE match_run SET done = :done, total = :total, beat_at = :at"
                        + " WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("at", utc(at))
                .update();
    }

    void done(String id, MatchRun.Result result, Instant at) {
        jdbc.sql("UPDATE match_run SET state = 'DONE', done = total, result = :result, beat_at = :at WHERE id = :id")
                .param("id", id)
                .param("result", json.writeValueAsString(result))
                .param("at", utc(at))
                .update();
    }

    void failed(String id, String problem) {
        jdbc.sql("UPDATE match_run SET state = 'FAILED', problem = :problem WHERE id = :id AND state = 'RUNNING'")
                .param("id", id)
                .param("problem", problem)
                .update();
    }

    Optional<MatchRun> find(String id) {
        return jdbc.sql("SELECT id, state, done, total, started_at, beat_at, started_by, as_of, basis, problem, result"
                        + " FROM match_run WHERE id = :id")
                .param("id", id)
                .query((row, n) -> run(row))
                .optional();
    }

    private MatchRun run(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new MatchRun(
                row.getString("id"),
                MatchRun.State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                instant(row, "started_at"),
                instant(row, "beat_at"),
                row.getString("started_by"),
                row.getObject("as_of", LocalDate.class),
                MatchRun.Basis.valueOf(row.getString("basis")),
                row.getString("problem"),
                result == null ? null : json.readValue(result, MatchRun.Result.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** Forgets those beyond the newest {@value #KEPT}; a failure only postpones that. */
    void prune() {
        try {
            @Nullable
            LocalDateTime age = jdbc.sql(
                            "SELECT started_at FROM match_run ORDER BY started_at DESC, id DESC LIMIT 1 OFFSET " + KEPT)
                    .query((row, n) -> row.getObject("started_at", LocalDateTime.class))
                    .optional()
                    .orElse(null);
            if (age != null) {
                jdbc.sql("DELETE FROM match_run WHERE started_at <= :age")
                        .param("age", age)
                        .update();
            }
        } catch (DataAccessException e) {
            LOG.warn("old match runs could not be pruned: {}", e.toString());
        }
    }
}
