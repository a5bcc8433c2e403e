package org.fourplusone.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTests {

    private final Secrets secrets = new Secrets();

    @Test
    void matchesOnlyTheSecretThatWasHashed() {
        String slow = secrets.encode("correct horse");
        assertThat(slow).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(secrets.encode("correct horse")).as("salted").isNotEqualTo(slow);
        assertThat(secrets.matches("correct horse", slow)).isTrue();
        assertThat(secrets.matches("correct horsf", slow)).isFalse();

        String quick = Secrets.quick("0123456789abcdef0123");
        assertThat(secrets.matches("0123456789abcdef0123", quick)).isTrue();
        assertThat(secrets.matches("0123456789abcdef0124", quick)).isFalse();
    }

    @Test
    void matchesNothingAgainstWhatIsNoHash() {
        assertThat(secrets.matches("x", "x")).isFalse();
        assertThat(secrets.matches("x", "{noop}x")).isFalse();
        assertThat(secrets.matches("x", null)).isFalse();
        assertThat(secrets.matches(null, Secrets.quick("x"))).isFalse();
    }
}
