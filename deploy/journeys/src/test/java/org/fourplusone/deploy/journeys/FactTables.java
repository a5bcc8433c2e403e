package org.fourplusone.deploy.journeys;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The tables that an item's statement reads, as the item's answer documents them, filled from the change feed. */
final class FactTables {

    private static final int BATCH = 500;

    private final Connection connection;
    private final JsonNode tables;
    private final int policyYear;
    private final Set<String> annual = new HashSet<>();
    private final boolean provenOnly;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();

    /**
     * Creates the tables.
     *
     * @param tables name, DDL and columns of each
     * @param dictionary which facts belong to a year
     * @param provenOnly leaves out what enterprises declare of themselves
     */
    FactTables(Connection connection, JsonNode tables, int policyYear, JsonNode dictionary, boolean provenOnly)
            throws SQLException {
        this.connection = connection;
        this.tables = tables;
        this.policyYear = policyYear;
        this.provenOnly = provenOnly;
        for (JsonNode fact : dictionary.path("facts")) {
            if (fact.path("period").asString("").equals("ANNUAL")) {
                annual.add(fact.path("key").asString());
            }
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (JsonNode table : tables) {
                statement.execute(table.path("ddl").asString());
                String marks = Stream.generate(() -> "?")
                        .limit(table.path("columns").size())
                        .collect(Collectors.joining(", ", " VALUES (", ")"));
                String name = table.path("name").asString();
                inserts.put(name, connection.prepareStatement("INSERT INTO " + name + marks));
            }
        }
    }

    void fill(List<JsonNode> enterprises) throws SQLException {
        int waiting = 0;
        for (JsonNode enterprise : enterprises) {
            add(enterprise);
            if (++waiting % BATCH == 0) {
                flush();
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
    }

    private void add(JsonNode enterprise) throws SQLException {
        String creditCode = enterprise.path("creditCode").asString();
        Map<String, Object> own = new HashMap<>(Map.of("credit_code", creditCode));
        for (String kind : List.of("project", "honour", "loan", "lease")) {
            own.put("knows_" + kind, false);
        }
        enterprise
                .path("knownEmpty")
                .forEach(kind -> own.put("knows_" + kind.asString().toLowerCase(Locale.ROOT), true));
        for (JsonNode each : enterprise.path("records")) {
            String kind = each.path("kind").asString().toLowerCase(Locale.ROOT);
            own.put("knows_" + kind, true);
            insert(
                    "facts_" + kind,
                    Map.of("credit_code", creditCode, "ref", each.path("ref").asString()),
                    known(each.path("facts")));
        }
        Map<String, JsonNode> facts = known(enterprise.path("facts"));
        own.put("ent_cluster", enterprise.path("cluster").asString("NONE"));
        insert("facts_enterprise", own, facts);
        for (JsonNode award : enterprise.path("awards")) {
            String filing = award.path("filing").asString();
            insert(
                    "facts_award",
                    Map.of(
                            "credit_code",
                            creditCode,
                            "filing",
                            filing,
                            "item",
                            award.path("item").asString(),
                            "policy_year",
                            award.path("year").asInt(),
                            "amount",
                            new BigDecimal(award.path("amount").asString()),
                            "counts",
                            !award.path("state").asString().equals("RECOVERED")),
                    Map.of());
            for (JsonNode claim : award.path("claims")) {
                insert(
                        "facts_award_claim",
                        Map.of("credit_code", creditCode, "filing", filing, "claim", claim.asString()),
                        Map.of());
            }
        }
    }

    /** The facts of the policy year and those without a year. */
    private Map<String, JsonNode> known(JsonNode facts) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode fact : facts) {
            String key = fact.path("key").asString();
            String period = fact.path("period").asString("");
            boolean isOfYear = period.startsWith(String.valueOf(policyYear));
            if (!(provenOnly && !fact.path("verified").asBoolean(false))
                    && (annual.contains(key) ? isOfYear : period.isEmpty())) {
                known.put(key, fact.path("value"));
            }
        }
        return known;
    }

    private void insert(String table, Map<String, Object> fixed, Map<String, JsonNode> facts) throws SQLException {
        PreparedStatement insert = inserts.get(table);
        int at = 0;
        for (JsonNode column : columns(table)) {
            Object value = fixed.get(column.path("name").asString());
            JsonNode fact = facts.get(column.path("fact").asString(""));
            insert.setObject(++at, value != null || fact == null ? value : value(column, fact));
        }
        insert.addBatch();
    }

    private JsonNode columns(String name) {
        for (JsonNode table : tables) {
            if (table.path("name").asString().equals(name)) {
                return table.path("columns");
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    private static Object value(JsonNode column, JsonNode fact) {
        if (column.hasNonNull("code")) {
            String code = column.path("code").asString();
            for (JsonNode each : fact) {
                if (each.asString().equals(code)) {
                    return true;
                }
            }
            return false;
        }
        String type = column.path("type").asString();
        return type.startsWith("BOOLEAN")
                ? (Object) fact.asBoolean()
                : type.startsWith("DECIMAL") ? new BigDecimal(fact.asString()) : fact.asString();
    }
}
