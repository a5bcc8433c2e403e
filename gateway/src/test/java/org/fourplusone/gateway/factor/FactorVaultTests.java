package org.fourplusone.gateway.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FactorVaultTests {
    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private static FactorVault vault(String keys) {
        return new FactorVault(new FactorSettings(keys));
    }

    @Test
    void aNewKeyLocksAndTheOldOneStillOpensWhatItLocked() {
        byte[] old = vault(OLD).lock(SECRET, "approver");
        FactorVault both = vault(NEW + "," + OLD);

        assertThat(both.hasOldKeys()).isTrue();
        assertThat(both.open(old, "approver")).isEqualTo(SECRET);
        assertThat(both.isOfFirstKey(old, "approver")).isFalse();
        byte[] fresh = both.lock(SECRET, "approver");
        assertThat(both.isOfFirstKey(fresh, "approver")).isTrue();
        assertThat(vault(NEW).open(fresh, "approver")).isEqualTo(SECRET);
        assertThatIllegalStateException().isThrownBy(() -> vault(OLD).open(fresh, "approver"));
        assertThatIllegalStateException().isThrownBy(() -> both.open(old, "payer"));
    }

    @Test
    void aKeyIsThirtyTwoBytes() {
        assertThatIllegalStateException().isThrownBy(() -> vault(""));
        assertThatIllegalStateException().isThrownBy(() -> vault(OLD + ","));
        assertThatIllegalStateException().isThrownBy(() -> new FactorVault(new FactorSettings(null)));
    }
}
