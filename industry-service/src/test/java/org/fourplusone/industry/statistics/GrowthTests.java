package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTests {

    private static Cell cell(String cluster, long value, int firms) {
        return new Cell(cluster, 2025, 1, 3, value, value, firms, firms);
    }

    @Test
    void agreesWithTheWorkedExample() {
        Growth growth = Growth.of(3433, 2556, 6341, 4888);
        assertThat(growth.contribution()).isEqualByComparingTo("60.36");
        assertThat(growth.pull()).isEqualByComparingTo("17.94");
        assertThat(growth.growth()).isEqualByComparingTo("34.31");
    }

    @Test
    void isSilentWhereItIsUndefined() {
        assertThat(Growth.of(10, 0, 10, 0).growth()).isNull();
        assertThat(Growth.of(10, 5, 20, 20).contribution()).isNull();
        assertThat(Growth.of(10, 5, 20, 0).pull()).isNull();
        assertThat(Growth.of(4, 8, 16, 20).contribution()).isEqualByComparingTo("100");
        assertThat(Growth.of(4, 8, 24, 20).contribution()).isEqualByComparingTo("-100");
    }

    @Test
    void hidesNothingWhereNothingIsSmall() {
        assertThat(Confidentiality.hidden(List.of(cell("A", 5, 3), cell("B", 9, 40), cell("C", 0, 0))))
                .isEmpty();
    }

    @Test
    void hidesASmallCellAndTheNextSmallest() {
        Cell small = cell("A", 900, 2);
        Cell next = cell("B", 5, 30);
        assertThat(Confidentiality.hidden(List.of(small, cell("C", 0, 0), cell("D", 70, 9), next)))
                .containsExactlyInAnyOrder(small, next);
    }

    @Test
    void hidesACellWhoseBaseIsSmall() {
        Cell cell = new Cell("A", 2025, 1, 3, 100, 50, 5, 1);
        assertThat(cell.isSmall()).isTrue();
    }

    @Test
    void readsPeriods() {
        assertThat(Period.parse("2024")).contains(new Period(24288, 24299));
        assertThat(Period.parse("2024-Q4")).contains(new Period(24297, 24299));
        assertThat(Period.parse("2024-02")).contains(new Period(24289, 24289));
        for (String wrong : List.of("", "2024-Q5", "2024-00", "2024-1", "24", "2024-Q1 ", "＝2024")) {
            assertThat(Period.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void guardsSpreadsheetsAgainstFormulas() {
        for (String formula : List.of("=1+1", "+cmd", "-1+1", "@SUM(A1)", "\tx", "＝1", "－1")) {
            assertThat(SpreadsheetText.guarded(formula)).isEqualTo("'" + formula);
        }
        assertThat(SpreadsheetText.guarded("-12.50")).isEqualTo("-12.50");
        assertThat(SpreadsheetText.guarded("钢管")).isEqualTo("钢管");
        assertThat(SpreadsheetText.guarded(null)).isEmpty();
    }
}
