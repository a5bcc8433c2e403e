package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.report.Report;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Three vintages of a register of 24 enterprises, small enough to follow by hand. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "suite.sample=false")
class VintageIT extends RunningIndustry {

    private static final String ANALYST = TestTokens.bearer("analyst", Set.of("ANALYST"), Set.of());

    /** The pool's own settings go before those that all tests share. */
    @DynamicPropertySource
    static void ownSchema(DynamicPropertyRegistry registry) {
        TestDatabase own = TestDatabase.fresh("vintage");
        registry.add("spring.datasource.hikari.jdbc-url", own::url);
        registry.add("spring.datasource.hikari.username", own::username);
        registry.add("spring.datasource.hikari.password", own::password);
    }

    @Autowired
    JdbcClient database;

    @Autowired
    Reports reports;

    @Autowired
    AuditLog audit;

    @Autowired
    TransactionTemplate transaction;

    private void enterprise(int number, String cluster, String industry) {
        database.sql(
                        "INSERT INTO enterprise (credit_code, name, cluster, industry_code, size_class, above_scale, status,"
                                + " sample, version, fact_version, change_number) VALUES (?, ?, ?, ?, 'M', TRUE, 'ACTIVE', FALSE, 1,"
                                + " 0, ?)")
                .param(code(number))
                .param("企业" + number)
                .param(cluster)
                .param(industry)
                .param(number)
                .update();
    }

    private static String code(int number) {
        return "TEST%014d".formatted(number);
    }

    /** The months from 1 on, each of the same amount in every measure; the base is nine tenths of it. */
    private static List<Report> year(int number, String vintage, int year, int from, int to, long monthly) {
        List<Report> all = new ArrayList<>();
        for (int month = from; month <= to; month++) {
            long[] values = new long[Measure.values().length];
            long[] bases = new long[values.length];
            Arrays.fill(values, month * monthly);
            Arrays.fill(bases, month * monthly / 10 * 9);
            all.add(new Report(code(number), vintage, year, month, values, bases));
        }
        return all;
    }

    private void add(List<Report> all) {
        transaction.executeWithoutResult(status -> reports.addAll(all));
    }

    private static long monthly(int number) {
        return (3 + number % 5) * 1_000_00L;
    }

    private HttpResponse<String> publish(String vintage, String key) throws Exception {
        return send(as(ANALYST, "/statistics/vintages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"vintage\":\"" + vintage + "\"}")));
    }

    private void publishWhole(String vintage) throws Exception {
        HttpResponse<String> begun = publish(vintage, UUID.randomUUID().toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        String path = location.substring(location.indexOf("/statistics"));
        for (int wait = 0; wait < 200; wait++) {
            JsonNode view = read(send(to(path)));
            if (!view.get("state").asString().equals("RUNNING")) {
                assertThat(view.get("state").asString()).isEqualTo("DONE");
                assertThat(view.get("done")).isEqualTo(view.get("total"));
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(vintage + " was not published in time");
    }

    private JsonNode rows(String vintage, String by, int year) throws Exception {
        return read(send(to("/statistics?measure=output&growth=yoy&by=" + by + "&from=" + year + "&to=" + year
                        + "&vintage=" + vintage)))
                .get("rows");
    }

    private JsonNode row(String vintage, String by, int year, String name, String code) throws Exception {
        for (JsonNode row : rows(vintage, by, year)) {
            if (row.path(name).asString("").equals(code)) {
                return row;
            }
        }
        throw new AssertionError(code + " is not in " + by);
    }

    @Test
    void freezesEachRoundAndGivesNobodyAwayBetweenThem() throws Exception {
        for (int i = 1; i <= 30; i++) {
            boolean vehicle = i <= 12 || i == 25;
            String industry = vehicle ? i <= 8 || i == 25 ? "3670" : "3812" : i <= 20 || i > 25 ? "3130" : "5164";
            enterprise(i, vehicle ? "NEV" : "STEELPIPE", industry);
        }
        for (int i = 1; i <= 24; i++) {
            add(year(i, "2026-03", 2025, 1, 12, monthly(i)));
            add(year(i, "2026-03", 2026, 1, 3, monthly(i)));
        }
        assertThat(read(publish("2026-05", "none-yet")).get("code").asString()).isEqualTo("NOTHING_REPORTED");
        publishWhole("2026-03");
        long vehicles = 0;
        for (int i = 1; i <= 12; i++) {
            vehicles += monthly(i) * 12;
        }
        JsonNode first = rows("2026-03", "cluster,year", 2025);
        assertThat(row("2026-03", "cluster,year", 2025, "cluster", "NEV")
                        .get("value")
                        .asString())
                .isEqualTo(vehicles / 100 + ".00");
        assertThat(row("2026-03", "cluster,year", 2025, "cluster", "NEV")
                        .get("growth")
                        .asString())
                .isEqualTo("11.11");
        assertThat(publish("2026-03", UUID.randomUUID().toString()).statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> add(year(25, "2026-03", 2025, 1, 12, 5_000_00)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("VINTAGE_CLOSED"));
        assertThat(audit.of("vintage-2026-03")).hasSize(1).allMatch(record -> record.actor()
                .equals("analyst"));

        // April: all go on, one comes late with everything it did, and one corrects itself by three in a hundred.
        for (int i = 1; i <= 24; i++) {
            add(year(i, "2026-04", 2026, 4, 4, monthly(i)));
        }
        add(year(25, "2026-04", 2025, 1, 12, 5_000_00));
        add(year(25, "2026-04", 2026, 1, 4, 5_000_00));
        add(year(13, "2026-04", 2025, 1, 12, monthly(13) / 100 * 103));
        publishWhole("2026-04");
        assertThat(rows("2026-03", "cluster,year", 2025)).isEqualTo(first);
        assertThat(row("2026-04", "cluster,year", 2025, "cluster", "NEV")
                        .get("suppressed")
                        .asBoolean())
                .as("the only one who came would be the difference between the vintages")
                .isTrue();
        assertThat(row("2026-04", "segment,year", 2025, "segment", "PARTS")
                        .get("suppressed")
                        .asBoolean())
                .isTrue();
        assertThat(row("2026-04", "industry,year", 2025, "industry", "3670")
                        .get("suppressed")
                        .asBoolean())
                .isTrue();
        assertThat(read(send(to("/statistics?measure=output&by=cluster,year&from=2025&to=2025&vintage=2026-04")))
                        .get("totals")
                        .get(0)
                        .get("suppressed")
                        .asBoolean())
                .isTrue();
        JsonNode corrected = row("2026-04", "cluster,year", 2025, "cluster", "STEELPIPE");
        JsonNode before = row("2026-03", "cluster,year", 2025, "cluster", "STEELPIPE");
        assertThat(corrected.get("value").asDouble() - before.get("value").asDouble())
                .as("a small correction tells only itself")
                .isEqualTo(monthly(13) * 12 * 0.03 / 100);
        JsonNode next = row("2026-04", "cluster,quarter", 2026, "cluster", "STEELPIPE");
        assertThat(next.get("basePublished")).as("as it was first").isNotNull();
        JsonNode was = row("2026-03", "cluster,quarter", 2025, "cluster", "STEELPIPE");
        assertThat(next.get("basePublished")).isEqualTo(was.get("value"));

        // May: five come late together; the difference tells of none of them.
        for (int i = 26; i <= 30; i++) {
            add(year(i, "2026-05", 2025, 1, 12, monthly(i)));
        }
        publishWhole("2026-05");
        JsonNode five = row("2026-05", "cluster,year", 2025, "cluster", "STEELPIPE");
        assertThat(five.get("value").asDouble())
                .isGreaterThan(corrected.get("value").asDouble() + 1);
        assertThat(row("2026-05", "cluster,year", 2025, "cluster", "NEV")
                        .get("suppressed")
                        .asBoolean())
                .as("what was hidden once stays hidden")
                .isTrue();
        List<String> listed = new ArrayList<>();
        read(send(to("/statistics/vintages")))
                .forEach(view -> listed.add(view.get("vintage").asString()));
        assertThat(listed).containsExactly("2026-05", "2026-04", "2026-03");
        assertThat(read(publish("2026-02", UUID.randomUUID().toString()))
                        .get("code")
                        .asString())
                .isEqualTo("VINTAGE_CLOSED");
        assertThat(publish("spring", UUID.randomUUID().toString()).statusCode()).isEqualTo(400);
    }
}
