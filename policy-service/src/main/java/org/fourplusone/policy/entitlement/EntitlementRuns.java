package org.fourplusone.policy.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.policy.item.Item;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored lists. */
@Repository
class EntitlementRuns {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ListedRows rows;

    EntitlementRuns(JdbcClient jdbc, JdbcTemplate batches, ListedRows rows) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
    }

    /** @param excluded how many are left out, by reason; @param sum of the included, in fen */
    record Counts(int included, Map<Exclusion, Integer> excluded, Money sum) {}

    void add(EntitlementRun run, List<Listed> listed) {
        jdbc.sql("INSERT INTO entitlement_run (id, item, item_version, title_zh, title_en, line, illustrative,"
                        + " policy_year, as_of, register_cursor, register_as_of, stale, judged, unfit, unknown, state,"
                        + " version, created_by, created_at) VALUES (:id, :item, :itemVersion, :zh, :en, :line,"
                        + " :illustrative, :year, :asOf, :cursor, :registerAsOf, :stale, :judged, :unfit, :unknown,"
                        + " :state, :version, :by, :at)")
                .param("id", run.id())
                .param("item", run.item())
                .param("itemVersion", run.itemVersion())
                .param("zh", run.title().zh())
                .param("en", run.title().en())
                .param("line", run.line().name())
                .param("illustrative", run.illustrative())
                .param("year", run.policyYear())
                .param("asOf", run.asOf())
                .param("cursor", run.cursor())
                .param("registerAsOf", utc(run.registerAsOf()))
                .param("stale", run.stale())
                .param("judged", run.judged())
                .param("unfit", run.unfit())
                .param("unknown", run.unknown())
                .param("state", run.state().name())
                .param("version", run.version())
                .param("by", run.createdBy())
                .param("at", utc(run.createdAt()))
                .update();
        batches.batchUpdate(
                "INSERT INTO entitlement_row (run_id, credit_code, name, record, amount, exclusion, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                listed,
                500,
                (statement, each) -> {
                    Money amount = each.amount();
                    Exclusion exclusion = each.exclusion();
                    statement.setString(1, run.id());
                    statement.setString(2, each.creditCode());
                    statement.setString(3, each.name());
                    statement.setString(4, each.record());
                    statement.setObject(5, amount == null ? null : amount.fen());
                    statement.setString(6, exclusion == null ? null : exclusion.name());
                    statement.setString(7, rows.write(each.named()));
                });
    }

    Optional<EntitlementRun> find(String id) {
        return jdbc.sql("SELECT * FROM entitlement_run WHERE id = :id")
                .param("id", id)
                .query(EntitlementRuns::read)
                .optional();
    }

    Page<EntitlementRun> newest(@Nullable String item, EntitlementRun.@Nullable State state, Paging paging) {
        String where = " WHERE (:item IS NULL OR item = :item) AND (:state IS NULL OR state = :state)";
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("item", item);
        asked.put("state", state == null ? null : state.name());
        long total = jdbc.sql("SELECT COUNT(*) FROM entitlement_run" + where)
                .params(asked)
                .query(Long.class)
                .single();
        List<EntitlementRun> runs = jdbc.sql("SELECT * FROM entitlement_run" + where
                        + " ORDER BY created_at DESC, id DESC LIMIT :size OFFSET :offset")
                .params(asked)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(EntitlementRuns::read)
                .list();
        return Page.of(runs, paging, total);
    }

    /** The counts of some lists, by their ids, with one question to the database. */
    Map<String, Counts> counts(List<String> ids) {
        Map<String, Counts> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, new Counts(0, new EnumMap<>(Exclusion.class), Money.ZERO)));
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT run_id, exclusion, COUNT(*) AS number, COALESCE(SUM(amount), 0) AS fen"
                            + " FROM entitlement_row WHERE run_id IN (:ids) GROUP BY run_id, exclusion")
                    .param("ids", ids)
                    .query((row, n) ->
                            counts.computeIfPresent(row.getString("run_id"), (id, before) -> add(before, row)))
                    .list();
        }
        return counts;
    }

    private static Counts add(Counts before, ResultSet row) {
        try {
            String exclusion = row.getString("exclusion");
            if (exclusion == null) {
                return new Counts(row.getInt("number"), before.excluded, Money.ofFen(row.getLong("fen")));
            }
            before.excluded.put(Exclusion.valueOf(exclusion), row.getInt("number"));
            return before;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts the version up if the list is still a dry run of this version; false if somebody else was faster. */
    boolean touch(EntitlementRun seen) {
        return jdbc.sql("UPDATE entitlement_run SET version = version + 1"
                                + " WHERE id = :id AND version = :version AND state = 'DRY_RUN'")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** As {@link #touch}, and ends the dry run. */
    boolean decide(EntitlementRun seen, EntitlementRun.State to, String by, Instant at) {
        return jdbc.sql("UPDATE entitlement_run SET version = version + 1, state = :to, decided_by = :by,"
                                + " decided_at = :at WHERE id = :id AND version = :version AND state = 'DRY_RUN'")
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", utc(at))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static EntitlementRun read(ResultSet row, int number) throws SQLException {
        return new EntitlementRun(
                row.getString("id"),
                row.getString("item"),
                row.getInt("item_version"),
                Text.of(row.getString("title_zh"), row.getString("title_en")),
                Item.ProgrammeLine.valueOf(row.getString("line")),
                row.getBoolean("illustrative"),
                row.getInt("policy_year"),
                row.getObject("as_of", LocalDate.class),
                row.getLong("register_cursor"),
                instant(row, "register_as_of"),
                row.getBoolean("stale"),
                row.getInt("judged"),
                row.getInt("unfit"),
                row.getInt("unknown"),
                EntitlementRun.State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("decided_by"),
                row.getString("decided_by") == null ? null : instant(row, "decided_at"));
    }
}
