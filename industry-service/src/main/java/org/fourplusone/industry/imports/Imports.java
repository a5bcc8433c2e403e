package org.fourplusone.industry.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourplusone.industry.imports.Import.State;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The imports; every instance of the service sees all. Each move names the state that it leaves, so that only one wins. */
@Repository
class Imports {

    private static final String COLUMNS = "id, kind, file_name, file_size, sha256, state, done, total, started_at,"
            + " started_by, beat_at, seen_cursor, recomputed, row_count, added_count, changed_count, same_count,"
            + " error_count, problem, problem_with, finished_at, finished_by";

    private final JdbcClient database;
    private final JsonMapper json;

    Imports(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(Import each) {
        database.sql("INSERT INTO register_import (" + COLUMNS
                        + ") VALUES (:id, :kind, :name, :size, :sha, :state, 0, 0,"
                        + " :startedAt, :startedBy, :beat, 0, FALSE, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL)")
                .param("id", each.id())
                .param("kind", each.kind().name())
                .param("name", each.fileName())
                .param("size", each.fileSize())
                .param("sha", each.sha256())
                .param("state", each.state().name())
                .param("startedAt", utc(each.startedAt()))
                .param("startedBy", each.startedBy())
                .param("beat", utc(each.beatAt()))
                .update();
    }

    Optional<Import> find(String id) {
        return database.sql("SELECT " + COLUMNS + " FROM register_import WHERE id = ?")
                .param(id)
                .query((row, number) -> of(row))
                .optional();
    }

    Page<Import> page(List<ImportKind> kinds, Paging paging) {
        List<String> names = kinds.stream().map(Enum::name).toList();
        long total = database.sql("SELECT COUNT(*) FROM register_import WHERE kind IN (:kinds)")
                .param("kinds", names)
                .query(Long.class)
                .single();
        List<Import> rows = database.sql("SELECT " + COLUMNS + " FROM register_import WHERE kind IN (:kinds)"
                        + " ORDER BY started_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("kinds", names)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> of(row))
                .list();
        return Page.of(rows, paging, total);
    }

    /** Says how far the work is, and that somebody is at it. */
    void beat(String id, int done, int total, Instant now) {
        database.sql("UPDATE register_import SET done = ?, total = ?, beat_at = ?"
                        + " WHERE id = ? AND state IN ('CHECKING', 'APPLYING')")
                .param(Math.min(done, total))
                .param(total)
                .param(utc(now))
                .param(id)
                .update();
    }

    /** The check is done: ready to be applied, or refused for its errors. */
    boolean checked(String id, ImportParts.Counts counts, long cursor) {
        return database.sql("UPDATE register_import SET state = :state, done = :rows, total = :rows, row_count = :rows,"
                                + " added_count = :added, changed_count = :changed, same_count = :same,"
                                + " error_count = :errors, seen_cursor = :cursor WHERE id = :id AND state = 'CHECKING'")
                        .param("state", (counts.errors() == 0 ? State.READY : State.REFUSED).name())
                        .param("rows", counts.rows())
                        .param("added", counts.added())
                        .param("changed", counts.changed())
                        .param("same", counts.unchanged())
                        .param("errors", counts.errors())
                        .param("cursor", cursor)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Stops it for good with a problem: REFUSED for the file's own sake, FAILED for the work's. */
    boolean stopped(String id, State state, String problem, List<Object> with) {
        String arguments =
                json.writeValueAsString(with.stream().map(String::valueOf).toList());
        return database.sql("UPDATE register_import SET state = ?, problem = ?, problem_with = ?"
                                + " WHERE id = ? AND state IN ('CHECKING', 'APPLYING')")
                        .param(state.name())
                        .param(problem)
                        .param(arguments.length() > 1000 ? "[]" : arguments)
                        .param(id)
                        .update()
                == 1;
    }

    /** Marks what nobody has worked on since a moment; gives what it marked. */
    List<String> cutOff(Instant before) {
        List<String> lost = database.sql(
                        "SELECT id FROM register_import WHERE state IN ('CHECKING', 'APPLYING')" + " AND beat_at < ?")
                .param(utc(before))
                .query(String.class)
                .list();
        return lost.stream()
                .filter(id -> stopped(id, State.FAILED, "IMPORT_CUT_OFF", List.of()))
                .toList();
    }

    /** Those that were shown before a moment and that nobody has decided on. */
    List<String> undecided(Instant before) {
        return database.sql("SELECT id FROM register_import WHERE state = 'READY' AND started_at < ?")
                .param(utc(before))
                .query(String.class)
                .list();
    }

    /** READY → APPLYING. */
    boolean begin(String id, Instant now) {
        return database.sql("UPDATE register_import SET state = 'APPLYING', done = 0, beat_at = ?"
                                + " WHERE id = ? AND state = 'READY'")
                        .param(utc(now))
                        .param(id)
                        .update()
                == 1;
    }

    /** APPLYING → CHECKING: the register has changed since the check. */
    boolean again(String id) {
        return database.sql("UPDATE register_import SET state = 'CHECKING', recomputed = TRUE"
                                + " WHERE id = ? AND state = 'APPLYING'")
                        .param(id)
                        .update()
                == 1;
    }

    /** APPLYING → APPLIED or READY → DISCARDED. */
    boolean finished(String id, State from, State to, String by, Instant at) {
        return database.sql("UPDATE register_import SET state = ?, done = total, finished_by = ?, finished_at = ?"
                                + " WHERE id = ? AND state = ?")
                        .param(to.name())
                        .param(by)
                        .param(utc(at))
                        .param(id)
                        .param(from.name())
                        .update()
                == 1;
    }

    private Import of(ResultSet row) throws SQLException {
        String with = row.getString("problem_with");
        return new Import(
                row.getString("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                instant(row, "started_at"),
                row.getString("started_by"),
                instant(row, "beat_at"),
                row.getLong("seen_cursor"),
                row.getBoolean("recomputed"),
                new ImportParts.Counts(
                        row.getInt("row_count"),
                        row.getInt("added_count"),
                        row.getInt("changed_count"),
                        row.getInt("same_count"),
                        row.getInt("error_count")),
                row.getString("problem"),
                with == null ? List.of() : Arrays.asList(json.readValue(with, String[].class)),
                optional(row, "finished_at"),
                row.getString("finished_by"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
