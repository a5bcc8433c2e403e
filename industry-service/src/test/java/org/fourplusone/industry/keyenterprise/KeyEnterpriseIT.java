package org.fourplusone.industry.keyenterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class KeyEnterpriseIT extends RunningIndustry {

    private static final String ANALYST = TestTokens.bearer("analyst", Set.of("ANALYST"), Set.of());

    @Autowired
    JdbcClient database;

    @Test
    void listsByNameWithFactsAndSourcesAndRecordsTheReading() throws Exception {
        long before = readings();
        JsonNode answer = read(send(as(REVIEWER, "/key-enterprises?size=200&order=REVENUE")));
        assertThat(answer.get("total").asInt()).isGreaterThanOrEqualTo(500);
        List<BigDecimal> revenues = new ArrayList<>();
        boolean found = false;
        for (JsonNode each : answer.get("items")) {
            if (each.get("values").has("revenue")) {
                revenues.add(new BigDecimal(
                        each.get("values").get("revenue").get("value").asString()));
            }
            found |= each.get("creditCode").asString().equals(BUS_MAKER)
                    && each.get("values").get("tax").get("verified").asBoolean()
                    && each.has("efficiency");
        }
        assertThat(revenues)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .hasSizeGreaterThan(100);
        assertThat(found).isTrue();
        assertThat(readings()).isGreaterThan(before);
        assertThat(send(as(REVIEWER, "/key-enterprises?year=1999")).statusCode())
                .isEqualTo(400);
        assertThat(send(as(REVIEWER, "/key-enterprises?cluster=GOLD")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesTheSameAsAFile() throws Exception {
        HttpResponse<String> csv =
                send(as(INTAKE, "/key-enterprises?cluster=NEV").header("Accept", "text/csv"));
        int total = read(send(as(INTAKE, "/key-enterprises?cluster=NEV")))
                .get("total")
                .asInt();
        assertThat(csv.body().lines().count()).isEqualTo(total + 1L);
        assertThat(csv.body()).startsWith("\uFEFF统一社会信用代码,");
        HttpResponse<byte[]> xlsx = bytes(as(INTAKE, "/key-enterprises")
                .header("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        assertThat(xlsx.body()).startsWith('P', 'K');
    }

    @Test
    void showsAnalystsCountsAndNoNames() throws Exception {
        assertThat(send(as(ANALYST, "/key-enterprises")).statusCode()).isEqualTo(403);
        assertThat(send(to("/key-enterprises")).statusCode()).isEqualTo(401);
        HttpResponse<String> answer = send(as(ANALYST, "/land-efficiency"));
        JsonNode counts = read(answer);
        int shown = 0;
        for (JsonNode each : counts.get("classes")) {
            shown += each.has("enterprises") ? each.get("enterprises").asInt() : 0;
        }
        assertThat(shown).isEqualTo(counts.get("evaluated").asInt()).isGreaterThan(100);
        assertThat(answer.body()).doesNotContain("9137");
    }

    /**
     * What enterprises report to the statistical office is nowhere in what matching reads: no number of a report that is not
     * also a stated fact appears in an enterprise's facts, in the feed or among the key enterprises.
     */
    @Test
    void keepsStatisticalReportsOutOfWhatDecidesEligibility() throws Exception {
        List<String> numbers = database
                .sql("SELECT output, output_base, value_added, revenue, profit_tax, rd FROM report"
                        + " WHERE credit_code = ? AND month < 12 ORDER BY year DESC, month DESC LIMIT 24")
                .param(BUS_MAKER)
                .query((row, number) -> {
                    List<String> yuan = new ArrayList<>();
                    for (int column = 1; column <= 6; column++) {
                        yuan.add(BigDecimal.valueOf(row.getLong(column), 2).toPlainString());
                    }
                    return yuan;
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(number -> number.length() > 8)
                .toList();
        assertThat(numbers).hasSizeGreaterThan(20);
        long number = database.sql("SELECT change_number FROM enterprise WHERE credit_code = ?")
                .param(BUS_MAKER)
                .query(Long.class)
                .single();
        String read = send(as(SERVICE, "/facts/feed?limit=1&after=" + (number - 1)))
                        .body()
                + send(as(REVIEWER, "/enterprises/" + BUS_MAKER + "/facts")).body()
                + send(as(REVIEWER, "/enterprises/" + BUS_MAKER)).body()
                + send(as(REVIEWER, "/key-enterprises?size=200")).body();
        assertThat(read).contains(BUS_MAKER).contains("ent.revenueYear");
        assertThat(numbers).noneMatch(read::contains);
        // The other way round the same search finds what is there.
        assertThat(read)
                .contains(send(as(REVIEWER, "/enterprises/" + BUS_MAKER + "/facts"))
                        .body()
                        .replaceAll("(?s).*\"key\":\"ent.revenueYear\"[^}]*\"value\":\"([0-9.]+)\".*", "$1"));
    }

    private long readings() {
        return database.sql("SELECT COUNT(*) FROM audit_record WHERE case_id = 'key-enterprises'")
                .query(Long.class)
                .single();
    }
}
