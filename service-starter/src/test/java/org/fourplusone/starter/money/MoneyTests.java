package org.fourplusone.starter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    @Test
    void isExactToTheFen() {
        assertThat(Money.parse("0.1").plus(Money.parse("0.2"))).isEqualTo(Money.parse("0.30"));
        assertThat(Money.parse("60000000").fen()).isEqualTo(6_000_000_000L);
        assertThat(Money.ofFen(-5)).hasToString("-0.05");
    }

    @Test
    void roundsHalfUpOnce() {
        assertThat(Money.parse("0.05").times(new BigDecimal("0.1"))).isEqualTo(Money.parse("0.01"));
        assertThat(Money.parse("0.04").times(new BigDecimal("0.1"))).isEqualTo(Money.ZERO);
        assertThat(Money.parse("1000.01").times(new BigDecimal("0.35"))).isEqualTo(Money.parse("350.00"));
    }

    @Test
    void refusesWhatIsNotAnAmount() {
        for (String wrong : new String[] {"", "1.234", "1e3", "NaN", "１", " 1", "1.", "--1", "99999999999999999999"}) {
            assertThatThrownBy(() -> Money.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isAStringInJson() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(Money.parse("60000000"))).isEqualTo("\"60000000.00\"");
        assertThat(json.readValue("\"12.3\"", Money.class)).isEqualTo(Money.parse("12.30"));
    }
}
