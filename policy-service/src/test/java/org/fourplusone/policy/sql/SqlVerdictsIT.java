package org.fourplusone.policy.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.policy.RunningPolicy;
import org.fourplusone.policy.item.ChangedItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.match.Verdicts;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.RandomFacts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The statements of all items against the matcher, and how they are asked for. */
class SqlVerdictsIT extends RunningPolicy {

    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final int ENTERPRISES = 2_500;
    private static final LocalDate DAY = LocalDate.of(RandomFacts.YEAR, 6, 1);

    @Autowired
    private Items items;

    @Test
    void everyItemsStatementGivesTheMatchersVerdictOnEveryEnterprise() throws Exception {
        System.out.println("seed " + SEED);
        List<Item> inForce = items.inForce(DAY);
        assertThat(inForce).hasSize(51);
        List<Item> judged = new ArrayList<>(inForce);
        judged.addAll(ChangedItems.with(item -> stacking(item, "TOP_UP_DIFFERENCE", "G-PROJECT", "ENTERPRISE")));
        judged.addAll(ChangedItems.with(item -> stacking(item, "ONCE_PER_LIFETIME", "G-LADDER", "ENTERPRISE")));
        judged.addAll(ChangedItems.with(item -> stacking(item, "HIGHEST_IN_GROUP", "G-GREEN", "ENTERPRISE_YEAR")));
        judged.addAll(ChangedItems.with(item -> stacking(
                item, "STACKABLE", null, item.path("record").asString("").equals("HONOUR") ? "OBJECT" : "PROJECT")));
        judged.addAll(ChangedItems.with(item -> stacking(item, "HIGHEST_IN_GROUP", "G-LOAN", "INVOICE")));
        List<Enterprise.View> views = new ArrayList<>();
        RandomEnterprises drawing = new RandomEnterprises(items.dictionary(), inForce, SEED);
        for (int i = 0; i < ENTERPRISES; i++) {
            views.add(drawing.next().view(RandomFacts.YEAR, false, items.dictionary()));
        }
        TestDatabase database = TestDatabase.fresh("verdicts");
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword())) {
            try (FactRows rows = new FactRows(connection, items.dictionary())) {
                for (Enterprise.View view : views) {
                    rows.add(view);
                }
                rows.flush();
            }
            int[] seen = new int[Verdict.values().length];
            int caught = 0;
            for (Item item : judged) {
                int[] ofItem = new int[Verdict.values().length];
                String sql = statement(item);
                Map<String, String> verdicts = verdicts(connection, sql);
                Map<String, String> expected = new TreeMap<>();
                for (Enterprise.View view : views) {
                    Verdict verdict = Verdicts.of(items, view, item);
                    expected.put(view.enterprise().creditCode(), verdict.name());
                    ofItem[verdict.ordinal()]++;
                    seen[verdict.ordinal()]++;
                }
                assertThat(verdicts)
                        .as("%s of seed %s%n%s", item.code(), SEED, sql)
                        .isEqualTo(expected);
                if (inForce.contains(item)) {
                    assertThat(ofItem).as(item.code()).doesNotContain(0);
                }
                if (!verdicts(connection, sql.replace("WHEN 1 THEN 'UNDETERMINED'", "WHEN 1 THEN 'INELIGIBLE'"))
                        .equals(expected)) {
                    caught++;
                }
            }
            System.out.println("verdicts alike (eligible, undetermined, ineligible): " + Arrays.toString(seen));
            assertThat(caught).isEqualTo(judged.size());
        }
    }

    private static void stacking(ObjectNode item, String rule, String group, String key) {
        ObjectNode stacking = (ObjectNode) item.get("stacking");
        stacking.put("rule", rule).put("key", key).remove("group");
        if (group != null) {
            stacking.put("group", group);
        }
    }

    private String statement(Item item) {
        String group = item.stacking().group();
        return ItemSql.of(item, RandomFacts.YEAR, group == null ? List.of(item.code()) : items.inGroup(group));
    }

    private static Map<String, String> verdicts(Connection connection, String sql) throws SQLException {
        Map<String, String> verdicts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                verdicts.put(rows.getString("credit_code"), rows.getString("verdict"));
            }
        }
        return verdicts;
    }

    @Test
    void anybodyMayReadAStatementAndItsTables() throws Exception {
        JsonNode answer = ok(to("/items/A01-03/sql?asOf=2026-06-01"));
        assertThat(answer.get("code").asString()).isEqualTo("A01-03");
        assertThat(answer.get("version").asInt()).isEqualTo(1);
        assertThat(answer.get("policyYear").asInt()).isEqualTo(2026);
        assertThat(answer.get("tables").findValuesAsString("ddl"))
                .hasSize(7)
                .allMatch(ddl -> ddl.startsWith("CREATE TABLE"));
        assertThat(answer.at("/tables/0/columns/1/fact").asString()).isEqualTo("ent.cluster");
        HttpResponse<String> text = send(to("/items/A01-03/sql?asOf=2026-06-01").header("Accept", "text/plain"));
        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(text.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(text.body()).isEqualTo(answer.get("sql").asString());
        assertThat(send(to("/items/A01-03/sql").header("Accept", "*/*")).body()).startsWith("{");
    }

    @Test
    void whatCannotBeAskedForIsRefused() throws Exception {
        HttpResponse<String> noDate = send(to("/items/A01-03/sql?asOf=soon"));
        assertThat(noDate.statusCode()).isEqualTo(400);
        assertThat(noDate.body()).contains("asOf");
        assertThat(send(to("/items/A99-03/sql")).statusCode()).isEqualTo(404);
        assertThat(send(to("/items/A01-03/sql?asOf=2018-12-31")).statusCode()).isEqualTo(404);
        assertThat(send(to("/items/A01-03/sql?asOf=2018-12-31").header("Accept", "text/plain"))
                        .body())
                .contains("NOT_FOUND");
        assertThat(send(to("/items/A01-03/sql?asOf=soon").header("Accept", "text/plain"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(to("/items/A01-03/sql").header("Accept", "text/csv")).statusCode())
                .isEqualTo(406);
        assertThat(send(to("/items/A01-03/sql").header("Accept", "what;q=you, like"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(send(as(CLERK, "/items/A01-03/verdicts")).statusCode()).isEqualTo(403);
        assertThat(send(to("/items/A01-03/verdicts")).statusCode()).isEqualTo(401);
        assertThat(send(as(REVIEWER, "/items/A99-03/verdicts")).statusCode()).isEqualTo(404);
        assertThat(send(as(REVIEWER, "/items/A01-03/verdicts?basis=HOPE")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void officersReadTheMatchersVerdictsAsCsv() throws Exception {
        HttpResponse<String> csv = send(as(REVIEWER, "/items/A01-03/verdicts"));
        assertThat(csv.statusCode()).isEqualTo(200);
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("creditCode,verdict");
        assertThat(lines.subList(1, lines.size())).isSorted().allMatch(line -> line.matches("[0-9A-Z]{18},[A-Z]+"));
        assertThat(lines).anyMatch(line -> line.startsWith(PIPE_MAKER));
    }
}
