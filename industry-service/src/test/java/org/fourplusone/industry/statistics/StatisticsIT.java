package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.fourplusone.industry.RunningIndustry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class StatisticsIT extends RunningIndustry {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    JdbcClient database;

    /** The sample's own vintage, whatever other tests have published since. */
    private String sample() {
        return database.sql("SELECT MIN(vintage) FROM statistic_vintage")
                .query(String.class)
                .single();
    }

    private JsonNode ask(String query) throws Exception {
        String vintage = query.contains("vintage=") ? "" : "&vintage=" + sample();
        HttpResponse<String> response = send(to("/statistics?" + query + vintage));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response);
    }

    @Test
    void agreesWithPlainSqlOverTheReports() throws Exception {
        JsonNode rows = ask("measure=revenue&by=cluster,quarter&from=2024-Q2&to=2024-Q2")
                .get("rows");
        assertThat(rows.size()).isEqualTo(6);
        Map<String, Long> expected = new HashMap<>();
        database.sql("SELECT COALESCE(e.cluster, 'NONE') AS cluster, SUM(CASE r.month WHEN 6 THEN r.revenue"
                        + " ELSE -r.revenue END) AS revenue FROM report r JOIN enterprise e USING (credit_code)"
                        + " WHERE r.year = 2024 AND r.month IN (3, 6) AND r.vintage = ?"
                        + " GROUP BY COALESCE(e.cluster, 'NONE')")
                .param(sample())
                .query((org.springframework.jdbc.core.RowCallbackHandler)
                        row -> expected.put(row.getString(1), row.getLong(2)));
        for (JsonNode row : rows) {
            assertThat(row.get("quarter").asString()).isEqualTo("2024-Q2");
            assertThat(row.get("suppressed").asBoolean()).isFalse();
            assertThat(new BigDecimal(row.get("value").asString())
                            .movePointRight(2)
                            .longValueExact())
                    .isEqualTo(expected.get(row.get("cluster").asString()));
        }
    }

    @Test
    void givesPullsThatAddUpToTheGrowthOfTheTotal() throws Exception {
        JsonNode rows = ask("measure=valueAdded&by=year,cluster&from=2023&to=2025&growth=yoy")
                .get("rows");
        assertThat(rows.size()).isEqualTo(18);
        for (int year = 0; year < 3; year++) {
            double pulls = 0;
            double contributions = 0;
            double value = 0;
            double base = 0;
            for (int i = 0; i < 6; i++) {
                JsonNode row = rows.get(year * 6 + i);
                pulls += row.get("pull").asDouble();
                contributions += row.get("contribution").asDouble();
                value += row.get("value").asDouble();
                base += row.get("base").asDouble();
            }
            assertThat(pulls).isCloseTo((value - base) / base * 100, within(0.04));
            assertThat(contributions).isCloseTo(100, within(0.04));
        }
    }

    @Test
    void agreesWithPlainSqlInEveryCombination() throws Exception {
        Map<String, String> sql = new HashMap<>();
        String some = " FROM report r JOIN statistic_place p USING (credit_code) WHERE r.vintage = '" + sample()
                + "' AND r.year = 2024 ";
        sql.put("cluster,year", "SELECT p.cluster, SUM(r.M)" + some + "AND r.month = 12 GROUP BY 1");
        sql.put("industry,year", "SELECT p.industry_code, SUM(r.M)" + some + "AND r.month = 12 GROUP BY 1");
        sql.put("segment,year", "SELECT CONCAT(p.cluster, p.segment), SUM(r.M)" + some + "AND r.month = 12 GROUP BY 1");
        sql.put(
                "cluster,sizeClass,quarter",
                "SELECT CONCAT(p.cluster, p.size_class, CEIL(r.month / 3)), SUM(r.M) - COALESCE(SUM(q.M), 0) FROM report r"
                        + " JOIN statistic_place p USING (credit_code) LEFT JOIN report q ON q.credit_code = r.credit_code"
                        + " AND q.vintage = r.vintage AND q.year = r.year AND q.month = r.month - 3 WHERE r.vintage = '"
                        + sample() + "' AND r.year = 2024 AND r.month IN (3, 6, 9, 12) GROUP BY 1");
        sql.put(
                "cluster,month",
                "SELECT CONCAT(p.cluster, r.month), SUM(r.M) - COALESCE(SUM(q.M), 0) FROM report r"
                        + " JOIN statistic_place p USING (credit_code) LEFT JOIN report q ON q.credit_code = r.credit_code"
                        + " AND q.vintage = r.vintage AND q.year = r.year AND q.month = r.month - 1 WHERE r.vintage = '"
                        + sample() + "' AND r.year = 2024 GROUP BY 1");
        for (Map.Entry<String, String> each : sql.entrySet()) {
            for (String column : List.of("output", "profit_tax", "revenue_base")) {
                Map<String, Long> expected = new HashMap<>();
                database.sql(each.getValue().replace(".M", "." + column))
                        .query((org.springframework.jdbc.core.RowCallbackHandler)
                                row -> expected.put(row.getString(1), row.getLong(2)));
                String measure = column.replace("profit_tax", "profitTax").replace("_base", "");
                JsonNode rows = ask("measure=" + measure + "&growth=yoy&from=2024&to=2024&by=" + each.getKey())
                        .get("rows");
                String number = column.endsWith("_base") ? "base" : "value";
                int shown = 0;
                for (JsonNode row : rows) {
                    if (row.has(number)) {
                        shown++;
                        assertThat(new BigDecimal(row.get(number).asString())
                                        .movePointRight(2)
                                        .longValueExact())
                                .as(each.getKey() + row)
                                .isEqualTo(expected.get(key(row)));
                    }
                }
                System.out.println(each.getKey() + " " + column + ": " + shown + " of " + rows.size() + " shown");
                assertThat(shown).as(each.getKey()).isGreaterThan(rows.size() / 4);
                assertThat(rows.size()).as(each.getKey()).isEqualTo(expected.size());
            }
        }
    }

    private static String key(JsonNode row) {
        StringBuilder key = new StringBuilder();
        for (String name : List.of("cluster", "segment", "sizeClass", "industry")) {
            key.append(row.path(name).asString(""));
        }
        String period = row.path("month").asString(row.path("quarter").asString(""));
        return period.isEmpty()
                ? key.toString()
                : key.toString() + Integer.parseInt(period.substring(period.length() - (period.contains("Q") ? 1 : 2)));
    }

    @Test
    void addsUpToCumulativeNumbers() throws Exception {
        String months = "measure=investment&by=cluster,month&from=2024-01&to=2024-09&growth=yoy";
        Map<String, BigDecimal> sums = new HashMap<>();
        for (JsonNode row : ask(months).get("rows")) {
            if (row.has("value")) {
                sums.merge(
                        row.get("cluster").asString(),
                        new BigDecimal(row.get("value").asString()),
                        BigDecimal::add);
            }
        }
        assertThat(sums).isNotEmpty();
        JsonNode answer = ask(months + "&form=cumulative");
        assertThat(answer.get("form").asString()).isEqualTo("cumulative");
        for (JsonNode row : answer.get("rows")) {
            if (row.get("month").asString().equals("2024-09") && row.has("value")) {
                assertThat(new BigDecimal(row.get("value").asString()))
                        .isEqualByComparingTo(sums.get(row.get("cluster").asString()));
                assertThat(row.has("basePublished")).isTrue();
            }
        }
        JsonNode jobs = ask("measure=jobs&by=cluster,month&from=2024-09&to=2024-09&form=cumulative");
        assertThat(jobs.get("rows"))
                .isEqualTo(ask("measure=jobs&by=cluster,month&from=2024-09&to=2024-09")
                        .get("rows"));
    }

    @Test
    void keepsTheBaseThatWasPublishedBesideTheComparableOne() throws Exception {
        Map<String, String> before = new HashMap<>();
        ask("measure=revenue&by=cluster,year&from=2023&to=2023")
                .get("rows")
                .forEach(row -> before.put(
                        row.get("cluster").asString(), row.path("value").asString("")));
        int changed = 0;
        for (JsonNode row : ask("measure=revenue&by=cluster,year&from=2024&to=2024&growth=yoy")
                .get("rows")) {
            assertThat(row.path("basePublished").asString(""))
                    .isEqualTo(before.get(row.get("cluster").asString()));
            changed += row.get("base").equals(row.get("basePublished")) ? 0 : 1;
        }
        assertThat(changed).as("some have changed their footing").isPositive();
    }

    @Test
    void tellsConcentrationOfGroupsThatAreLargeEnough() throws Exception {
        HttpResponse<String> response =
                send(to("/statistics/concentration?measure=output&by=cluster,year&from=2024&to=2024"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        int shown = 0;
        for (JsonNode row : read(response).get("rows")) {
            if (row.has("cr4")) {
                shown++;
                List<Long> amounts = database.sql("SELECT r.output FROM report r JOIN statistic_place p USING"
                                + " (credit_code) WHERE r.vintage = ? AND r.year = 2024 AND r.month = 12 AND p.cluster = ?"
                                + " ORDER BY 1 DESC")
                        .param(sample())
                        .param(row.get("cluster").asString())
                        .query(Long.class)
                        .list();
                double sum = amounts.stream().mapToDouble(Long::doubleValue).sum();
                double four =
                        amounts.stream().limit(4).mapToDouble(Long::doubleValue).sum();
                double hhi = amounts.stream()
                        .mapToDouble(amount -> Math.pow(amount / sum * 100, 2))
                        .sum();
                assertThat(row.get("cr4").asDouble()).isCloseTo(four / sum * 100, within(0.51));
                assertThat(row.get("hhi").asDouble()).isCloseTo(hhi, within(5.1));
                assertThat(row.get("locationQuotient").asDouble()).isPositive();
            }
        }
        assertThat(shown).isPositive();
        assertThat(send(to("/statistics/concentration?measure=output&by=industry,year"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hidesSmallCellsAndWhatWouldGiveThemAway() throws Exception {
        JsonNode rows = ask("measure=exports&by=cluster,year&growth=yoy").get("rows");
        assertThat(rows.size()).isGreaterThanOrEqualTo(54);
        Map<String, Integer> hiddenByYear = new HashMap<>();
        for (JsonNode row : rows) {
            boolean hidden = row.get("suppressed").asBoolean();
            boolean baseHidden = hidden || row.has("baseSuppressed");
            hiddenByYear.merge(row.get("year").asString(), hidden ? 1 : 0, Integer::sum);
            assertThat(row.has("value")).as(row.toString()).isEqualTo(!hidden);
            for (String number : List.of("base", "growth", "contribution", "pull")) {
                assertThat(row.has(number)).as(row.toString()).isEqualTo(!baseHidden);
            }
            if (row.get("cluster").asString().equals("HEALTH_LEISURE")) {
                assertThat(hidden).isTrue();
            }
        }
        assertThat(hiddenByYear.values()).allMatch(count -> count >= 2 && count <= 4);
    }

    @Test
    void saysWhatItIsAndHowToAskAgain() throws Exception {
        JsonNode answer = ask("measure=jobs&by=cluster,month&from=2025-01&to=2025-03&growth=yoy");
        assertThat(answer.get("definition").asString()).contains("期末数");
        assertThat(answer.get("source").asString()).contains("示例");
        assertThat(answer.get("vintage").asString()).matches("\\d{4}-\\d{2}");
        assertThat(answer.get("rows").size()).isEqualTo(18);
        String link = answer.get("link").asString();
        assertThat(ask(link.substring(link.indexOf('?') + 1))).isEqualTo(answer);
        JsonNode english =
                read(send(to("/statistics?measure=jobs&by=cluster,year").header("Accept-Language", "en")));
        assertThat(english.get("source").asString()).contains("Sample");
    }

    @Test
    void refusesWhatIsNotPublished() throws Exception {
        HttpResponse<String> response = send(to("/statistics?measure=revenue&by=segment,month"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).get("code").asString()).isEqualTo("UNPUBLISHED_COMBINATION");
        assertThat(read(response).get("allowed").size()).isEqualTo(6);
        for (String bad : List.of(
                "measure=gold&by=cluster,year",
                "by=cluster,year",
                "measure=rd&by=cluster,year&from=2024-13",
                "measure=rd&by=cluster,year&from=2025&to=2024",
                "measure=rd&by=cluster,year&growth=mom",
                "measure=rd&by=cluster,year&form=rolling",
                "measure=rd&by=cluster,year&vintage=2024",
                "measure=rd&by=cluster,year&vintage=1999-01",
                "measure=rd&by=cluster,cluster")) {
            assertThat(send(to("/statistics?" + bad)).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(send(to("/statistics?measure=gold").header("Accept", "text/csv"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(to("/statistics?measure=rd&by=cluster,year").header("Accept", "image/png"))
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void givesTheSameTableAsCsvAndXlsx() throws Exception {
        String question = "/statistics?measure=output&by=cluster,year&from=2024&to=2025&growth=yoy";
        JsonNode rows = read(send(to(question))).get("rows");
        HttpResponse<String> csv = send(to(question).header("Accept", "text/csv"));
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(rows.size() + 1);
        JsonNode first = rows.get(0);
        assertThat(lines.get(1)).startsWith(first.get("cluster").asString() + ",");
        assertThat(lines.get(1)).contains("," + first.get("value").asString() + ",");
        HttpResponse<byte[]> xlsx = bytes(to(question).header("Accept", XLSX).header("Accept-Language", "en"));
        assertThat(xlsx.statusCode()).isEqualTo(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            var sheet = workbook.getFirstSheet().read();
            assertThat(sheet).hasSize(rows.size() + 1);
            assertThat(sheet.get(0).getCellText(4)).isEqualTo("value");
            assertThat(sheet.get(1).getCellAsNumber(4).orElseThrow())
                    .isEqualByComparingTo(new BigDecimal(first.get("value").asString()));
        }
        assertThat(new String(xlsx.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }
}
