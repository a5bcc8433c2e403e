package org.fourplusone.industry.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.fourplusone.industry.RunningIndustry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FigureIT extends RunningIndustry {

    @Test
    void showsAll110WithTheirSources() throws Exception {
        JsonNode answer = read(send(to("/figures")));
        assertThat(answer.get("total").asInt()).isEqualTo(110);
        assertThat(answer.get("items").size()).isEqualTo(110);
        for (JsonNode figure : answer.get("items")) {
            assertThat(figure.get("source").asString()).startsWith("ARTICLE_20");
            assertThat(figure.get("sourceTitle").asString()).isNotBlank();
            assertThat(figure.get("name").asString()).isNotBlank();
            assertThat(figure.has("value") && figure.has("growth") && figure.has("qualifier") && figure.has("rank"))
                    .isTrue();
            if (!figure.get("value").isNull()) {
                assertThat(new BigDecimal(figure.get("value").asString())).isNotNull();
            }
        }
        JsonNode first = answer.get("items").get(0);
        assertThat(first.get("value").asString()).isEqualTo("36");
        assertThat(first.get("unit").asString()).isEqualTo("亿元");
        assertThat(first.get("growth").asString()).isEqualTo("10.2");
        assertThat(first.get("rank").get("position").asInt()).isEqualTo(1);
    }

    @Test
    void filtersAndSpeaksEnglish() throws Exception {
        JsonNode answer =
                read(send(to("/figures?source=ARTICLE_2024&indicator=gdp").header("Accept-Language", "en")));
        assertThat(answer.get("total").asInt()).isEqualTo(1);
        assertThat(answer.get("items").get(0).get("name").asString()).isEqualTo("Gross domestic product");
        assertThat(answer.get("items").get(0).get("value").isNull()).isTrue();
        assertThat(read(send(to("/figures?size=20&page=5"))).get("items").size())
                .isEqualTo(10);
    }

    @Test
    void showsWhatDoesNotGoTogether() throws Exception {
        JsonNode contradictions = read(send(to("/figures/contradictions")));
        assertThat(contradictions.size()).isEqualTo(9);
        assertThat(contradictions.toString()).contains("71.4%");
        for (JsonNode contradiction : contradictions) {
            assertThat(contradiction.get("explanation").asString()).isNotBlank();
        }
        assertThat(read(send(to("/figures/sources"))).size()).isEqualTo(2);
    }

    @Test
    void showsWhatFollowsFromTheFiguresWithPartsThatCanBeOpened() throws Exception {
        JsonNode derived = read(send(to("/figures/derived").header("Accept-Language", "en")));
        JsonNode completion = null;
        for (JsonNode each : derived) {
            for (JsonNode part : each.get("parts")) {
                JsonNode figure = read(send(to(part.get("link").asString().replace("/api/industry", ""))));
                String reading = part.get("reading").asString();
                JsonNode number = figure.has(reading)
                        ? figure.get(reading)
                        : figure.get("comparison").get(reading);
                assertThat(part.get("value").asString()).isEqualTo(number.asString());
            }
            completion = each.get("code").asString().equals("COMPLETION_2024") ? each : completion;
        }
        assertThat(completion).isNotNull();
        assertThat(completion.get("worked").asString()).isEqualTo("78.1 ÷ 109.4 ≈ 71.4 %");
        assertThat(completion.get("agreement").asString()).isEqualTo("DISAGREES");
        assertThat(send(to("/figures/S111")).statusCode()).isEqualTo(404);
    }
}
