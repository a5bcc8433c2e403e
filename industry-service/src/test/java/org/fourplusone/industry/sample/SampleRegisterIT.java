package org.fourplusone.industry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.enterprise.CreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class SampleRegisterIT extends RunningIndustry {

    @Autowired
    JdbcClient database;

    @Autowired
    LoadSample loadSample;

    @Autowired
    TransactionTemplate transaction;

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void isLoadedOnceAndWhole() throws Exception {
        long facts = count("SELECT COUNT(*) FROM fact WHERE recorded_by = 'sample'");
        assertThat(count("SELECT COUNT(*) FROM enterprise WHERE sample")).isEqualTo(13_633);
        assertThat(count("SELECT COUNT(*) FROM enterprise WHERE above_scale AND sample"))
                .isEqualTo(523);
        assertThat(count("SELECT COUNT(DISTINCT name) FROM enterprise WHERE sample"))
                .isEqualTo(13_633);
        assertThat(count("SELECT COUNT(*) FROM enterprise WHERE name NOT LIKE '%示例%' AND sample"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM project WHERE sample")).isEqualTo(105);
        assertThat(count("SELECT COUNT(*) FROM project_month m JOIN project p ON p.code = m.project WHERE p.sample"))
                .isEqualTo(105 * 12);
        assertThat(count("SELECT COUNT(*) FROM project p WHERE sample AND year_plan <>"
                        + " (SELECT SUM(m.plan) FROM project_month m WHERE m.project = p.code)"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM former_name WHERE recorded_by = 'sample'"))
                .isGreaterThan(50);
        assertThat(count("SELECT COUNT(*) FROM enterprise e WHERE sample AND status = 'CLOSED' AND NOT EXISTS"
                        + " (SELECT 1 FROM closure c WHERE c.credit_code = e.credit_code)"))
                .isZero();
        assertThat(count("SELECT COUNT(DISTINCT credit_code) FROM report")).isEqualTo(523);
        assertThat(count("SELECT COUNT(DISTINCT year) FROM report WHERE month = 12"))
                .isGreaterThanOrEqualTo(8);
        assertThat(facts).isBetween(240_000L, 360_000L);
        loadSample.run(new DefaultApplicationArguments());
        assertThat(count("SELECT COUNT(*) FROM fact WHERE recorded_by = 'sample'"))
                .isEqualTo(facts);
    }

    @Test
    void waitsForAnotherInstanceThatIsLoading() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            database.sql("SELECT name FROM first_load WHERE name = 'sample' FOR UPDATE")
                    .query(String.class)
                    .single();
            new Thread(() -> {
                        try {
                            loadSample.run(new DefaultApplicationArguments());
                            second.complete(null);
                        } catch (InterruptedException e) {
                            second.completeExceptionally(e);
                        }
                    })
                    .start();
            assertThat(second.copy()
                            .completeOnTimeout(null, 1500, TimeUnit.MILLISECONDS)
                            .join())
                    .isNull();
            assertThat(second).isNotDone();
        });
        second.get(30, TimeUnit.SECONDS);
    }

    @Test
    void hasOnlyValidCodes() {
        List<String> codes = database.sql("SELECT credit_code FROM enterprise WHERE sample")
                .query(String.class)
                .list();
        assertThat(codes).allMatch(CreditCode::isValid);
        assertThat(codes).contains(BUS_MAKER, FOOD_MAKER, PIPE_MAKER);
    }

    @Test
    void isFedWholeInSeconds() throws Exception {
        long start = System.nanoTime();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> factsOf = new HashMap<>();
        long cursor = 0;
        String newest = "";
        for (int call = 0; call < 10; call++) {
            HttpResponse<String> response = send(as(SERVICE, "/facts/feed?limit=5000&after=" + cursor));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
            newest = response.headers().firstValue("X-Feed-Cursor").orElseThrow();
            if (response.body().isEmpty()) {
                break;
            }
            for (String line : response.body().split("\n")) {
                int from = line.indexOf("\"creditCode\":\"") + 14;
                String code = line.substring(from, from + 18);
                seen.add(code);
                factsOf.put(code, line.split("\"key\":").length);
                int end = line.indexOf(',');
                long at = Long.parseLong(line.substring(line.indexOf(':') + 1, end));
                assertThat(at).isGreaterThan(cursor);
                cursor = at;
            }
        }
        System.out.println("feed: " + seen.size() + " documents in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(seen).hasSizeGreaterThanOrEqualTo(13_633);
        assertThat(String.valueOf(cursor)).isEqualTo(newest);
        assertThat(factsOf.get(BUS_MAKER)).isGreaterThan(60);
    }

    @Test
    void namesTheClustersWithTheirEnterprises() throws Exception {
        JsonNode clusters = read(send(to("/clusters")));
        assertThat(clusters.size()).isEqualTo(5);
        assertThat(clusters.get(4).get("code").asString()).isEqualTo("STEELPIPE");
        assertThat(clusters.get(4).get("enterprises").asInt()).isGreaterThan(5_000);
        for (JsonNode cluster : clusters) {
            assertThat(cluster.get("aboveScale").asInt()).isGreaterThan(30);
        }
        JsonNode later = read(send(to("/clusters?taxonomy=2024")));
        assertThat(later.size()).isEqualTo(4);
        assertThat(later.get(0).get("enterprises").asInt())
                .isEqualTo(clusters.get(0).get("enterprises").asInt()
                        + clusters.get(2).get("enterprises").asInt());
        JsonNode chain = read(send(to("/clusters/NEV/chain")));
        assertThat(chain.get("stages").size()).isEqualTo(3);
        assertThat(chain.toString()).contains("\"gap\":\"NONE\"");
    }

    @Test
    void showsProjectsOnThreeLevels() throws Exception {
        JsonNode projects = read(send(to("/projects?size=200&query=KP-")));
        assertThat(projects.get("total").asInt()).isEqualTo(105);
        assertThat(read(send(to("/projects?level=PROVINCE&query=KP-")))
                        .get("total")
                        .asInt())
                .isEqualTo(18);
        assertThat(projects.get("items").get(0).get("sample").asBoolean()).isTrue();
    }
}
