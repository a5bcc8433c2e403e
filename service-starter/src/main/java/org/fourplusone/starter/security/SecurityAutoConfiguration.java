package org.fourplusone.starter.security;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemWriter;
import org.fourplusone.starter.time.RealTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.client.RestTemplate;

/**
 * Every service verifies the gateway's tokens itself (ES256, issuer, audience, type, lifetime) and believes no header;
 * what the {@link Access} table does not name is denied.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
public class SecurityAutoConfiguration {

    private static final Duration SKEW = Duration.ofSeconds(10);

    @Bean
    SecurityFilterChain tokenChecks(HttpSecurity http, Access access, ProblemWriter problems, RealTime time)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(this::authenticated))
                        .authenticationEntryPoint((request, response, failure) -> problems.write(
                                Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"), request, response)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((request, response, failure) -> problems.write(
                                        Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"), request, response))
                                .accessDeniedHandler((request, response, failure) -> problems.write(
                                        Problem.of(
                                                HttpStatus.FORBIDDEN,
                                                FreshFactor.isMissing(failure) ? "FACTOR_REQUIRED" : "FORBIDDEN"),
                                        request,
                                        response)))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    HttpMethod.GET,
                                    "/actuator/health/**",
                                    "/actuator/health",
                                    "/actuator/prometheus",
                                    "/openapi",
                                    "/openapi/**")
                            .permitAll();
                    for (Access.Rule rule : access.all()) {
                        var matched = requests.requestMatchers(rule.method(), rule.pattern());
                        if (rule.roles().contains(Access.ANYONE)) {
                            matched.permitAll();
                        } else if (rule.roles().contains(Access.SIGNED_IN)) {
                            matched.access(AuthenticatedAuthorizationManager.authenticated());
                        } else {
                            AuthorizationManager<RequestAuthorizationContext> roles =
                                    AuthorityAuthorizationManager.hasAnyRole(
                                            rule.roles().toArray(String[]::new));
                            matched.access(rule.factor() ? new FreshFactor(roles, time) : roles);
                        }
                    }
                    requests.anyRequest().denyAll();
                });
        return http.build();
    }

    private JwtAuthenticationToken authenticated(Jwt token) {
        Caller caller = Caller.of(token);
        List<GrantedAuthority> roles = caller.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new JwtAuthenticationToken(token, roles, caller.username());
    }

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${suite.jwks-uri}") String keys,
            @Value("${suite.issuer}") String issuer,
            @Value("${spring.application.name}") String audience,
            RealTime time) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(5));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(new RestTemplate(http))
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience),
                new JwtClaimValidator<>("sub", subject -> subject != null),
                new JwtTypeValidator("at+jwt")));
        return new VerifiedTokens(decoder, time, SKEW);
    }

    /** As Spring's own, with a quick way for header values of plain ASCII: a token's text is long. */
    @Bean
    HttpFirewall firewall() {
        Predicate<String> usual =
                Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*").asMatchPredicate();
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> isPlain(value) || usual.test(value));
        return firewall;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
