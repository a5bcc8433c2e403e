package org.fourplusone.industry.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTests {

    @Test
    void bringsNumbersIntoOneForm() {
        assertThat(CellText.number("１２，３４５．６０")).isEqualTo("12345.60");
        assertThat(CellText.number("－1,234")).isEqualTo("-1234");
        assertThat(CellText.number("−5")).isEqualTo("-5");
        assertThat(CellText.number("+7")).isEqualTo("7");
        assertThat(CellText.number("28.1％")).isEqualTo("0.281");
        assertThat(CellText.number("1 234")).isEqualTo("1234");
    }

    @Test
    void takesNothingElseForANumber() {
        for (String text : new String[] {"", "1,23", "1.2.3", "1e5", "12万", "--1", "NaN", "0x10", "1".repeat(50)}) {
            assertThat(CellText.number(text)).as(text).isNull();
        }
    }

    @Test
    void stripsAndNarrows() {
        assertThat(CellText.strip("\u3000 聊城\u00A0\uFEFF")).isEqualTo("聊城");
        assertThat(CellText.code("９１ｍａ３")).isEqualTo("91MA3");
        assertThat(CellText.narrow("（有限）")).isEqualTo("(有限)");
        assertThat(CellText.isUnreadable("a\u0007")).isTrue();
        assertThat(CellText.isUnreadable("a\uFFFD")).isTrue();
        assertThat(CellText.isFormula("=1+1")).isTrue();
        assertThat(CellText.isFormula("-5")).isFalse();
    }
}
