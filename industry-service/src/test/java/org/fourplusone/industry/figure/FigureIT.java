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
        assertThat(read(send(to("/figures/sources"))).size()).isEqualTo(2);
    }
}
