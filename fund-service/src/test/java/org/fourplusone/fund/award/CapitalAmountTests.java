package org.fourplusone.fund.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalAmountTests {

    @ParameterizedTest
    @CsvSource({
        "60000000, 人民币陆仟万元整",
        "1409.50, 人民币壹仟肆佰零玖元伍角",
        "6007.14, 人民币陆仟零柒元壹角肆分",
        "107000.53, 人民币壹拾万柒仟元伍角叁分",
        "16409.02, 人民币壹万陆仟肆佰零玖元零贰分",
        "325.04, 人民币叁佰贰拾伍元零肆分",
        "100000, 人民币壹拾万元整",
        "0.05, 人民币伍分",
        "0.50, 人民币伍角",
        "1000000001.00, 人民币壹拾亿零壹元整",
        "10010.10, 人民币壹万零壹拾元壹角",
        "200000.00, 人民币贰拾万元整",
        "0, 人民币零元整",
        "1000000000000, 人民币壹万亿元整",
        "1000100000000, 人民币壹万零壹亿元整"
    })
    void writesTheWorkedExamples(BigDecimal yuan, String text) {
        long fen = yuan.movePointRight(2).longValueExact();
        assertThat(CapitalAmount.ofFen(fen)).isEqualTo(text);
        assertThat(CapitalAmount.toFen(text)).isEqualTo(fen);
    }

    @Test
    void readsTheOtherAllowedForms() {
        assertThat(CapitalAmount.toFen("人民币壹拾万零柒仟元伍角叁分")).isEqualTo(10_700_053);
        assertThat(CapitalAmount.toFen("人民币壹拾万零柒仟元零伍角叁分")).isEqualTo(10_700_053);
        assertThat(CapitalAmount.toFen("人民币伍角整")).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "人民币", "壹元整", "人民币一元整", "人民币壹元", "人民币零零壹元整", "人民币壹佰壹元整", "人民币伍分整元", "人民币拾元整"})
    void refusesWhatIsNotAnAmount(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CapitalAmount.toFen(text));
    }

    @Test
    void refusesNegativeAndTooLargeAmounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> CapitalAmount.ofFen(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> CapitalAmount.ofFen(CapitalAmount.MAX_FEN + 1));
        assertThat(CapitalAmount.toFen(CapitalAmount.ofFen(CapitalAmount.MAX_FEN)))
                .isEqualTo(CapitalAmount.MAX_FEN);
    }

    @Test
    void everyAmountReadsBackAndNeverDoublesAZero() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CapitalAmountTests.everyAmountReadsBackAndNeverDoublesAZero seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            long fen = sparse(random);
            String text = CapitalAmount.ofFen(fen);
            assertThat(CapitalAmount.toFen(text)).as(text).isEqualTo(fen);
            assertThat(text).doesNotContain("零零").doesNotContain("零元零").matches("人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分]+整?");
        }
    }

    /** Numbers with many zeros, where the rules are; plain random numbers have almost none. */
    private static long sparse(Random random) {
        long fen = 0;
        int length = 1 + random.nextInt(18);
        for (int digit = 0; digit < length; digit++) {
            fen = fen * 10 + (random.nextInt(5) < 3 ? 0 : random.nextInt(10));
        }
        return fen;
    }
}
