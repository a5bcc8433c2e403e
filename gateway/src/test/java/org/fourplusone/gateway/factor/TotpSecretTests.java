package org.fourplusone.gateway.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotpSecretTests {

    /** RFC 6238, appendix B: "12345678901234567890" in base32. */
    private final TotpSecret secret = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @Test
    void computesTheCodesOfTheStandard() {
        Map.of(59L, "287082", 1_111_111_109L, "081804", 1_234_567_890L, "005924", 20_000_000_000L, "353130")
                .forEach((second, code) -> assertThat(secret.code(TotpSecret.stepAt(Instant.ofEpochSecond(second))))
                        .isEqualTo(code));
    }

    @Test
    void knowsTheCodesOfThisStepAndTheOneBesideIt() {
        Instant now = Instant.parse("2026-11-22T06:30:15Z");
        long step = TotpSecret.stepAt(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(secret.stepOf(secret.code(near), now)).hasValue(near);
        }
        for (long far : List.of(step - 3, step - 2, step + 2, step + 3)) {
            assertThat(secret.stepOf(secret.code(far), now)).isEmpty();
        }
        assertThat(secret.stepOf("", now)).isEmpty();
    }

    @Test
    void isRandomAndNeverShownByChance() {
        assertThat(TotpSecret.fresh()).isNotEqualTo(TotpSecret.fresh());
        assertThat(TotpSecret.fresh().text()).hasSize(32);
        assertThat(secret.toString()).doesNotContain("GEZD");
        assertThat(secret.inGroups()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        for (String wrong :
                List.of("", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "1EZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")) {
            assertThatThrownBy(() -> new TotpSecret(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
