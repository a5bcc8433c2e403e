package org.fourplusone.starter.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+1",
                "-A1",
                "-",
                "-1.",
                "-1e5",
                "-1\n",
                "@SUM(A1)",
                "\t=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void leadsFormulasByAnApostrophe(String cell) {
        assertThat(Csv.guarded(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.35", "-1250000.00"})
    void aNegativeNumberStaysANumber(String cell) {
        assertThat(Csv.cell(cell)).isEqualTo(cell);
    }

    @Test
    void quotesWhatSeparates() {
        assertThat(Csv.cell("甲,乙")).isEqualTo("\"甲,乙\"");
        assertThat(Csv.cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(Csv.cell("=\"a\",\nb")).isEqualTo("\"'=\"\"a\"\",\nb\"");
        assertThat(Csv.cell("12.34")).isEqualTo("12.34");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @Test
    void writesAHeaderAndAByteOrderMark() {
        assertThat(Csv.of(List.of("a", "b"), List.of(Arrays.asList("1", null)))).isEqualTo("\uFEFFa,b\r\n1,\r\n");
    }
}
