package org.fourplusone.fund.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RecoveryTermsTests {

    @Test
    void offsetIsOffUntilItIsSwitchedOn() {
        assertThatThrownBy(() -> terms(Map.of()).requireOffset()).hasMessageContaining("OFFSET_OFF");
        terms(Map.of("fund.recovery.offset", "true")).requireOffset();
        assertThat(terms(Map.of()).signatures()).isEqualTo(2);
    }

    private static RecoveryTerms terms(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("fund.recovery", RecoveryTerms.class);
    }
}
