package org.fourplusone.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourplusone.starter.time.RealTime;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource time = () -> now;
    private final AtomicInteger verified = new AtomicInteger();
    private final VerifiedTokens tokens =
            new VerifiedTokens(this::verify, new RealTime(time.withZone(ZoneOffset.UTC)), Duration.ofSeconds(10));

    private Jwt verify(String token) {
        verified.incrementAndGet();
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject("enterprise1")
                .expiresAt(Instant.parse("2026-11-22T01:05:00Z"))
                .build();
    }

    @Test
    void aTokenThatComesAgainIsVerifiedOnce() {
        assertThat(tokens.decode("one").getSubject()).isEqualTo("enterprise1");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("enterprise1");
        assertThat(verified).hasValue(1);
        tokens.decode("another");
        assertThat(verified).hasValue(2);
    }

    @Test
    void aForgedOneIsVerifiedEachTimeAndNeverKept() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).hasValue(2);
    }

    @Test
    void anExpiredOneIsRefusedThoughItWasVerified() {
        tokens.decode("one");
        now = Instant.parse("2026-11-22T01:05:09Z");
        tokens.decode("one");
        now = Instant.parse("2026-11-22T01:05:10Z");
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }
}
