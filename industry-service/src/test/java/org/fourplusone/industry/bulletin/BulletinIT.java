package org.fourplusone.industry.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.RunningIndustry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BulletinIT extends RunningIndustry {

    @ParameterizedTest
    @CsvSource({"month, zh-CN", "month, en", "quarter, zh-CN", "quarter, en"})
    void namesOnlyNumbersOfItsTables(String kind, String language) throws Exception {
        JsonNode newest =
                read(send(to("/bulletins?size=1&kind=" + kind))).get("items").get(0);
        String link = newest.get("link").asString().replace("/api/industry", "");
        var answer = send(to(link).header("Accept-Language", language));
        assertThat(send(to(link).header("Accept-Language", language)).body()).isEqualTo(answer.body());

        JsonNode bulletin = read(answer);
        assertThat(bulletin.get("sections").size()).isEqualTo(8);
        assertThat(bulletin.get("sample").asBoolean()).isTrue();
        assertThat(bulletin.get("source").asString()).isNotBlank();
        for (JsonNode section : bulletin.get("sections")) {
            List<String> numbers = new ArrayList<>();
            List<JsonNode> lines = new ArrayList<>();
            section.get("lines").forEach(lines::add);
            if (section.has("total")) {
                lines.add(section.get("total"));
            }
            for (JsonNode line : lines) {
                for (String column : List.of("value", "growth", "contribution", "pull", "toDate", "toDateGrowth")) {
                    if (line.has(column)) {
                        numbers.add(line.get(column).asString());
                        assertThat(line.get("suppressed").asBoolean() && !column.startsWith("toDate"))
                                .isFalse();
                    }
                }
            }
            for (JsonNode paragraph : section.get("paragraphs")) {
                assertThat(paragraph.asString()).isNotBlank();
                assertThat(TextNumbers.strangers(
                                paragraph.asString(),
                                numbers,
                                bulletin.get("name").asString(),
                                bulletin.has("toDate") ? bulletin.get("toDate").asString() : "—"))
                        .isEmpty();
            }
        }
    }

    @Test
    void agreesWithTheStatisticsThatItLinks() throws Exception {
        JsonNode bulletin = read(send(to("/bulletins/2025-Q2")));
        JsonNode section = bulletin.get("sections").get(0);
        JsonNode answer = read(send(to(section.get("link").asString().replace("/api/industry", ""))));
        for (JsonNode row : answer.get("rows")) {
            if (row.get("quarter").asString().equals("2025-Q2")) {
                JsonNode line = null;
                for (JsonNode each : section.get("lines")) {
                    line = each.get("cluster").equals(row.get("cluster")) ? each : line;
                }
                assertThat(line).isNotNull();
                assertThat(line.path("exact")).isEqualTo(row.path("value"));
                assertThat(line.path("growth")).isEqualTo(row.path("growth"));
            }
        }
        for (JsonNode whole : answer.get("totals")) {
            if (whole.get("quarter").asString().equals("2025-Q2")) {
                assertThat(section.path("total").path("exact")).isEqualTo(whole.path("value"));
            }
        }
        assertThat(bulletin.get("vintage")).isEqualTo(answer.get("vintage"));
    }

    @Test
    void refusesWhatIsNoPeriodAndKnowsNoneThatWasNotReported() throws Exception {
        assertThat(send(to("/bulletins/2026-13")).statusCode()).isEqualTo(400);
        assertThat(read(send(to("/bulletins/2026")))
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("period");
        assertThat(send(to("/bulletins/1990-Q1")).statusCode()).isEqualTo(404);
        assertThat(send(to("/bulletins?kind=year")).statusCode()).isEqualTo(400);
        JsonNode all = read(send(to("/bulletins?size=200")));
        assertThat(all.get("total").asInt()).isGreaterThan(12);
    }
}
