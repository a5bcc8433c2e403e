package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.RunningIndustry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rows of some groups are the rows that the whole table has for them, in every form. */
class NarrowingIT extends RunningIndustry {

    private static final String SIZES =
            "/statistics?measure=revenue&by=cluster,sizeClass,quarter&from=2025-Q1&to=2025-Q4&growth=yoy";

    @Test
    void leavesRowsOutAndChangesNone() throws Exception {
        JsonNode whole = read(send(to(SIZES)));
        JsonNode some = read(send(to(SIZES + "&cluster=NEV,BIOFOOD&sizeClass=L")));
        List<JsonNode> expected = new ArrayList<>();
        whole.get("rows").forEach(row -> {
            if (List.of("NEV", "BIOFOOD").contains(row.get("cluster").asString())
                    && row.get("sizeClass").asString().equals("L")) {
                expected.add(row);
            }
        });
        List<JsonNode> rows = new ArrayList<>();
        some.get("rows").forEach(rows::add);
        assertThat(rows).isNotEmpty().isEqualTo(expected);
        assertThat(some.get("totals")).isEqualTo(whole.get("totals"));
        assertThat(read(send(to(some.get("link").asString().replace("/api/industry", "")))))
                .isEqualTo(some);
        String csv = send(to(SIZES + "&cluster=NEV,BIOFOOD&sizeClass=L").header("Accept", "text/csv"))
                .body();
        assertThat(csv.lines().count()).isEqualTo(1 + rows.size());
    }

    @ParameterizedTest
    @CsvSource({
        "'cluster,quarter', sizeClass=L, sizeClass",
        "'cluster,quarter', cluster=STEEL, cluster",
        "'cluster,sizeClass,quarter', 'sizeClass=L,', sizeClass",
        "'segment,year', segment=NOWHERE, segment",
        "'segment,year', industry=3611, industry",
        "'industry,year', industry=36, industry"
    })
    void refusesGroupsThatTheTableIsNotCutByOrThatThereAreNot(String by, String asked, String field) throws Exception {
        var answer = send(to("/statistics?measure=output&by=" + by + "&" + asked));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }
}
