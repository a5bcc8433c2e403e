package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every item's statement on a database server, over the whole sample register: the matcher's verdicts, one by one. */
class SqlVerdictsIT {

    private static final int REGISTER = 13_633;

    private final RunningSuite suite = RunningSuite.get();
    private final Person officer = suite.person("reviewer");

    @Test
    void theDatabaseJudgesTheWholeRegisterAsTheMatcherDoes() throws Exception {
        Map<String, JsonNode> statements = new LinkedHashMap<>();
        List<String> withoutApplication = new ArrayList<>();
        for (JsonNode item :
                suite.anybody().get("/api/policy/items").expect(200).json()) {
            String code = item.path("code").asString();
            statements.put(
                    code,
                    suite.anybody()
                            .get("/api/policy/items/" + code + "/sql")
                            .expect(200)
                            .json());
            if (item.path("track").asString().equals("NO_APPLICATION")) {
                withoutApplication.add(code);
            }
        }
        assertThat(statements).hasSize(51);
        FactFeed feed = new FactFeed(suite);
        List<JsonNode> register = feed.changes();
        assertThat(register).hasSize(REGISTER);
        List<JsonNode> enterprises = register.stream()
                .filter(enterprise -> enterprise.path("status").asString().equals("ACTIVE"))
                .toList();
        assertThat(enterprises).as("those that have not ended").hasSizeBetween(REGISTER - 200, REGISTER - 1);

        Map<String, Integer> declared;
        Map<String, Integer> proven;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Map<String, Integer>> onAll = threads.submit(
                    () -> compare(statements, List.copyOf(statements.keySet()), enterprises, "DECLARED"));
            Future<Map<String, Integer>> onProven =
                    threads.submit(() -> compare(statements, withoutApplication, enterprises, "PROVEN"));
            declared = onAll.get();
            proven = onProven.get();
        } finally {
            threads.shutdownNow();
        }

        assertThat(feed.changes()).as("the register stood still meanwhile").isEmpty();
        System.out.println("verdicts alike, on all facts: " + declared + "; on proven facts alone: " + proven);
        assertThat(declared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(51 * enterprises.size());
        assertThat(declared).hasSize(3);
    }

    private Map<String, Integer> compare(
            Map<String, JsonNode> statements, List<String> codes, List<JsonNode> enterprises, String basis)
            throws SQLException {
        JsonNode first = statements.values().iterator().next();
        JsonNode dictionary = suite.anybody()
                .get("/api/industry/facts/dictionary")
                .expect(200)
                .json();
        TestDatabase database = TestDatabase.fresh("facts");
        Map<String, Integer> counts = new TreeMap<>();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword())) {
            new FactTables(
                            connection,
                            first.path("tables"),
                            first.path("policyYear").asInt(),
                            dictionary,
                            basis.equals("PROVEN"))
                    .fill(enterprises);
            for (String code : codes) {
                String sql = statements.get(code).path("sql").asString();
                List<String> judged = verdicts(connection, sql);
                List<String> expected = officer.get(
                                "/api/policy/items/" + code + "/verdicts?basis=" + basis, "text/csv")
                        .expect(200)
                        .body()
                        .lines()
                        .skip(1)
                        .toList();
                assertThat(judged).as("%s, %s", code, basis).isEqualTo(expected);
                assertThat(verdicts(connection, sql.replace("WHEN 1 THEN 'UNDETERMINED'", "WHEN 1 THEN 'INELIGIBLE'")))
                        .as("unknown taken as false is caught")
                        .isNotEqualTo(expected);
                judged.forEach(line -> counts.merge(line.substring(line.indexOf(',') + 1), 1, Integer::sum));
            }
        }
        return counts;
    }

    private static List<String> verdicts(Connection connection, String sql) throws SQLException {
        List<String> verdicts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                verdicts.add(rows.getString("credit_code") + "," + rows.getString("verdict"));
            }
        }
        return verdicts;
    }
}
