package org.fourplusone.policy.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.policy.match.Finding;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The enterprises of the stored lists, by credit code. */
@Repository
class ListedRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param included null for all; @param search part of the name, or of the credit code */
    record Filter(
            @Nullable Boolean included,
            @Nullable Exclusion reason,
            @Nullable String search) {}

    Page<Listed> page(String run, Filter filter, Paging paging) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        String where = where(run, filter, asked);
        long total = jdbc.sql("SELECT COUNT(*) FROM entitlement_row" + where)
                .params(asked)
                .query(Long.class)
                .single();
        List<Listed> listed = jdbc.sql(
                        "SELECT * FROM entitlement_row" + where + " ORDER BY credit_code LIMIT :size OFFSET :offset")
                .params(asked)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::read)
                .list();
        return Page.of(listed, paging, total);
    }

    List<Listed> all(String run, Filter filter) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        return jdbc.sql("SELECT * FROM entitlement_row" + where(run, filter, asked) + " ORDER BY credit_code")
                .params(asked)
                .query(this::read)
                .list();
    }

    Optional<Listed> find(String run, String creditCode) {
        return jdbc.sql("SELECT * FROM entitlement_row WHERE run_id = :run AND credit_code = :code")
                .param("run", run)
                .param("code", creditCode)
                .query(this::read)
                .optional();
    }

    /** Takes an included enterprise out; false if it was not included. */
    boolean takeOut(String run, String creditCode, Caller officer, String why, Instant at) {
        return jdbc.sql("UPDATE entitlement_row SET exclusion = 'OFFICER', officer = :officer, officer_name = :name,"
                                + " officer_why = :why, officer_at = :at"
                                + " WHERE run_id = :run AND credit_code = :code AND exclusion IS NULL")
                        .param("officer", officer.username())
                        .param("name", officer.name())
                        .param("why", why)
                        .param("at", EntitlementRuns.utc(at))
                        .param("run", run)
                        .param("code", creditCode)
                        .update()
                == 1;
    }

    /** Takes back in what an officer took out; false if no officer took it out. */
    boolean takeIn(String run, String creditCode) {
        return jdbc.sql("UPDATE entitlement_row SET exclusion = NULL, officer = NULL, officer_name = NULL,"
                                + " officer_why = NULL, officer_at = NULL"
                                + " WHERE run_id = :run AND credit_code = :code AND exclusion = 'OFFICER'")
                        .param("run", run)
                        .param("code", creditCode)
                        .update()
                == 1;
    }

    private static String where(String run, Filter filter, Map<String, @Nullable Object> asked) {
        String where = " WHERE run_id = :run";
        asked.put("run", run);
        if (filter.included != null) {
            where += filter.included ? " AND exclusion IS NULL" : " AND exclusion IS NOT NULL";
        }
        if (filter.reason != null) {
            where += " AND exclusion = :reason";
            asked.put("reason", filter.reason.name());
        }
        if (filter.search != null && !filter.search.isBlank()) {
            where += " AND (name LIKE :part ESCAPE '!' OR credit_code LIKE :part ESCAPE '!')";
            asked.put(
                    "part",
                    "%"
                            + filter.search
                                    .strip()
                                    .replace("!", "!!")
                                    .replace("%", "!%")
                                    .replace("_", "!_") + "%");
        }
        return where;
    }

    private Listed read(ResultSet row, int number) throws SQLException {
        long fen = row.getLong("amount");
        Money amount = row.wasNull() ? null : Money.ofFen(fen);
        String exclusion = row.getString("exclusion");
        String officer = row.getString("officer");
        return new Listed(
                row.getString("credit_code"),
                row.getString("name"),
                row.getString("record"),
                amount,
                exclusion == null ? null : Exclusion.valueOf(exclusion),
                named(row.getString("detail")),
                officer == null
                        ? null
                        : new Listed.Taken(
                                officer,
                                row.getString("officer_name"),
                                row.getString("officer_why"),
                                EntitlementRuns.instant(row, "officer_at")));
    }

    /** Both languages, whoever asks. */
    @Nullable
    String write(List<Finding.Named> named) {
        if (named.isEmpty()) {
            return null;
        }
        ArrayNode list = json.createArrayNode();
        named.forEach(each -> list.addObject()
                .put("key", each.key())
                .put("zh", each.name().zh())
                .put("en", each.name().en()));
        return list.toString();
    }

    private List<Finding.Named> named(@Nullable String detail) {
        List<Finding.Named> named = new ArrayList<>();
        if (detail != null) {
            for (JsonNode each : json.readTree(detail)) {
                named.add(new Finding.Named(
                        each.path("key").asString(),
                        Text.of(each.path("zh").asString(), each.path("en").asString())));
            }
        }
        return named;
    }
}
