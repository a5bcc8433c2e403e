package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91371502MA3EX0013C", "91371502MA3EX00217", "91371502MA3EX003XY"})
    void takesCodesWithTheRightCheckCharacter(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100Y4", "91350100M000100I43", "", "91350100m000100Y43"})
    void refusesOthers(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }
}
