package org.fourplusone.gateway.token;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Access tokens for routed requests: ES256, five minutes, one for each caller and service, used again for four. A changed
 * role or enterprise is another {@link Person}, so it never meets a token from before.
 */
@Component
public class Tokens {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final String TYPE = "at+jwt";
    private static final Duration REUSE = Duration.ofMinutes(4);

    private final String issuer;
    private final JwtEncoder encoder;
    private final Clock clock;
    private final LoadingCache<Key, String> cache;

    private record Key(Person person, @Nullable Instant factorAt, Audience audience) {}

    Tokens(TokenSettings settings, JwtEncoder encoder, Clock clock) {
        this.issuer = settings.issuer();
        this.encoder = encoder;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(REUSE)
                .maximumSize(20_000)
                .build(key -> mint(key));
    }

    /**
     * A compact JWT that proves {@code person} to {@code audience} and the services below it for at least a minute.
     *
     * @param factorAt when the second factor was proved, the claim {@code factor_at}: the service judges whether it is fresh
     */
    public String of(Person person, Optional<Instant> factorAt, Audience audience) {
        return cache.get(new Key(person, factorAt.orElse(null), audience));
    }

    private String mint(Key key) {
        Person person = key.person();
        Instant now = clock.instant();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type(TYPE).build();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(person.username())
                .audience(key.audience().claim())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("name", person.name())
                .claim("roles", person.roles())
                .claim("enterprises", person.creditCodes());
        if (key.factorAt() != null) {
            claims.claim("factor_at", key.factorAt().getEpochSecond());
        }
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
