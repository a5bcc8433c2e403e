package org.fourplusone.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.fourplusone.starter.time.RealTime;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens whose signature was verified, by their whole text, so that the signature of one that comes again
 * within its five minutes is not computed anew; its lifetime is looked at each time.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final JwtDecoder verifier;
    private final RealTime time;
    private final Duration skew;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(MOST).build();

    /** @param skew by how much clocks may differ */
    VerifiedTokens(JwtDecoder verifier, RealTime time, Duration skew) {
        this.verifier = verifier;
        this.time = time;
        this.skew = skew;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            known = verifier.decode(token);
            verified.put(token, known);
        }
        Instant end = known.getExpiresAt();
        if (end == null || !time.now().minus(skew).isBefore(end)) {
            verified.invalidate(token);
            throw new BadJwtException("Jwt expired");
        }
        return known;
    }
}
