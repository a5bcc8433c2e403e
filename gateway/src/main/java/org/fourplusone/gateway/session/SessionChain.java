package org.fourplusone.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusals;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Where a caller's identity comes from: a program shows a bearer token and has no session; everybody else has a session
 * or nothing. What a caller may do is for the services to say, so every path is open here but the machine's own.
 */
@Configuration(proxyBeanMethods = false)
class SessionChain {

    private static final String COOKIE = "SESSION";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Refusals refusals;

    SessionChain(Refusals refusals) {
        this.refusals = refusals;
    }

    @Bean
    CookieSerializer sessionCookie(SessionSettings settings) {
        DefaultCookieSerializer cookie = new OwnIdsOnly();
        cookie.setCookieName(cookieName(settings));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.isSecure());
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    CsrfTokenRepository crossSiteTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** What signing in renews: the session's id, against fixation, and the cross-site token. */
    @Bean
    SessionAuthenticationStrategy renewal(CsrfTokenRepository crossSiteTokens) {
        CsrfAuthenticationStrategy token = new CsrfAuthenticationStrategy(crossSiteTokens);
        token.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
        return new CompositeSessionAuthenticationStrategy(List.of(new ChangeSessionIdAuthenticationStrategy(), token));
    }

    @Bean
    RequestRejectedHandler suspiciousRequests() {
        return (request, response, rejected) ->
                refusals.write(request, response, Refusal.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST"));
    }

    @Bean
    @Order(2)
    SecurityFilterChain programChain(HttpSecurity http, JwtDecoder decoder) throws Exception {
        http.securityMatcher(SessionChain::showsBearer)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder)
                                .jwtAuthenticationConverter(token -> new PersonAuthentication(program(token))))
                        .authenticationEntryPoint((request, response, invalid) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                            refusals.write(request, response, Refusal.of(HttpStatus.UNAUTHORIZED, "INVALID_TOKEN"));
                        }));
        return open(http).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain personChain(
            HttpSecurity http, SessionPersons persons, CsrfTokenRepository crossSiteTokens, SessionSettings settings)
            throws Exception {
        String cookie = cookieName(settings);
        http.securityContext(context -> context.securityContextRepository(persons))
                .csrf(csrf -> csrf.csrfTokenRepository(crossSiteTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(request -> isForgeable(request, cookie)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        return open(http).build();
    }

    private HttpSecurity open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, context) -> new AuthorizationDecision(isOnThisMachine(context.getRequest())))
                        .anyRequest()
                        .permitAll())
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, missing) -> refuse(request, response))
                        .accessDeniedHandler((request, response, denied) -> {
                            if (denied instanceof CsrfException) {
                                refusals.write(request, response, Refusal.of(HttpStatus.FORBIDDEN, "CSRF"));
                            } else {
                                refuse(request, response);
                            }
                        }));
    }

    /** Only the machine's own paths are ever denied here, and from outside they do not exist. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(request, response, Refusal.notFound());
    }

    private static boolean isOnThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean showsBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
                && !request.getRequestURI().startsWith("/actuator/health");
    }

    /**
     * A state-changing call needs the token when the browser may have added the session by itself; sign-in always, so
     * that nobody is signed in as somebody else. A caller without a session has nothing to ride on.
     */
    private static boolean isForgeable(HttpServletRequest request, String cookieName) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        if (request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session")) {
            return true;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String cookieName(SessionSettings settings) {
        return settings.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }

    private static Person program(Jwt token) {
        String id = Objects.requireNonNull(token.getSubject(), "sub");
        return new Person(
                id, id, Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of()), List.of());
    }

    /** Hands on what may be an id of ours; anything else somebody put into the cookie never reaches the database. */
    private static final class OwnIdsOnly extends DefaultCookieSerializer {

        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return super.readCookieValues(request).stream()
                    .filter(value -> ID.matcher(value).matches())
                    .toList();
        }
    }
}
