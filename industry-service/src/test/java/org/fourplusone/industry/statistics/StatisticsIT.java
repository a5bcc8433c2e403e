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

    private JsonNode ask(String query) throws Exception {
        HttpResponse<String> response = send(to("/statistics?" + query));
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
                        + " WHERE r.year = 2024 AND r.month IN (3, 6) GROUP BY COALESCE(e.cluster, 'NONE')")
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
    void hidesSmallCellsAndTheNextSmallest() throws Exception {
        JsonNode rows = ask("measure=exports&by=cluster,year&growth=yoy").get("rows");
        assertThat(rows.size()).isGreaterThanOrEqualTo(54);
        Map<String, Integer> hiddenByYear = new HashMap<>();
        for (JsonNode row : rows) {
            boolean hidden = row.get("suppressed").asBoolean();
            hiddenByYear.merge(row.get("year").asString(), hidden ? 1 : 0, Integer::sum);
            for (String number : List.of("value", "base", "growth", "contribution", "pull")) {
                assertThat(row.has(number)).as(row.toString()).isEqualTo(!hidden);
            }
            if (row.get("cluster").asString().equals("HEALTH_LEISURE")) {
                assertThat(hidden).isTrue();
            }
        }
        assertThat(hiddenByYear.values()).containsOnly(2);
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
        assertThat(read(response).get("allowed").size()).isEqualTo(3);
        for (String bad : List.of(
                "measure=gold&by=cluster,year",
                "by=cluster,year",
                "measure=rd&by=cluster,year&from=2024-13",
                "measure=rd&by=cluster,year&from=2025&to=2024",
                "measure=rd&by=cluster,year&growth=mom")) {
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
        String question = "/statistics?measure=exports&by=cluster,year&from=2024&to=2025&growth=yoy";
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
