package org.fourplusone.gateway.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /oauth2/token} (client credentials only) and {@code /oauth2/jwks}. The authorization server's own defaults would
 * sign with RS256 and name the client as audience; both are set here.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {

    @Bean
    JWKSource<SecurityContext> tokenKeys(TokenSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(TokenKey.in(settings.keyFile())));
    }

    @Bean
    JwtEncoder tokenEncoder(JWKSource<SecurityContext> tokenKeys) {
        return new NimbusJwtEncoder(tokenKeys);
    }

    /** Reads what programs present to the gateway: our key, our issuer, our type, meant for the gateway, not expired. */
    @Bean
    JwtDecoder tokenDecoder(JWKSource<SecurityContext> tokenKeys, TokenSettings settings, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, tokenKeys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(Tokens.TYPE)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ofSeconds(5));
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(Audience.GATEWAY))));
        return decoder;
    }

    @Bean
    RegisteredClientRepository clients(TokenSettings settings, ProgramClients programs, JsonMapper json) {
        return new Clients(ServiceClients.in(settings.serviceClientsFile(), json), programs);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> clientClaims() {
        return context -> {
            RegisteredClient client = context.getRegisteredClient();
            List<String> services = client.getClientSettings().getSetting(Clients.AUDIENCE);
            Set<String> asked = context.getAuthorizedScopes();
            List<String> roles =
                    services != null ? List.of("SERVICE") : List.copyOf(asked.isEmpty() ? client.getScopes() : asked);
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type(Tokens.TYPE);
            context.getClaims()
                    .audience(services != null ? services : List.of(Audience.GATEWAY))
                    .claim("name", client.getClientId())
                    .claim("roles", roles)
                    .claim("enterprises", List.of())
                    .claims(claims -> claims.remove("scope"));
        };
    }

    @Bean
    AuthorizationServerSettings authorizationServer(TokenSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(server -> server.authorizationService(new NothingKept()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/jwks")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Tokens prove themselves for five minutes, so none is written down; nothing here could look one up again. */
    private static final class NothingKept implements OAuth2AuthorizationService {

        @Override
        public void save(OAuth2Authorization authorization) {
            // Nothing to keep.
        }

        @Override
        public void remove(OAuth2Authorization authorization) {
            // Nothing was kept.
        }

        @Override
        public @Nullable OAuth2Authorization findById(String id) {
            return null;
        }

        @Override
        public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
            return null;
        }
    }
}
