package org.fourplusone.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourplusone.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Request rates, before anything costly is done. A session that is not real gets a bucket of its own too, but never more
 * than its client address has. Behind a reverse proxy the address is right when {@code server.forward-headers-strategy}
 * is set to {@code native}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class RateFilter extends OncePerRequestFilter {

    private static final Pattern OBJECTION = Pattern.compile("/api/fund/notices/[^/]+/objections");

    private final Rates address;
    private final Rates session;
    private final Rates signIn;
    private final Rates token;
    private final Rates objection;
    private final Rates objectionToNotice;
    private final Rates activation;

    RateFilter(LimitSettings settings) {
        address = new Rates(settings.address());
        session = new Rates(settings.session());
        signIn = new Rates(settings.signIn());
        token = new Rates(settings.token());
        objection = new Rates(settings.objection());
        objectionToNotice = new Rates(settings.objectionToNotice());
        activation = new Rates(settings.activation());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        Optional<Duration> wait = address.wait(from);
        Rates special = special(request);
        if (wait.isEmpty() && special != null) {
            wait = special.wait(from);
        }
        if (wait.isEmpty() && special == objection) {
            wait = objectionToNotice.wait(from + " " + request.getRequestURI());
        }
        String caller = caller(request);
        if (wait.isEmpty() && caller != null) {
            wait = session.wait(caller);
        }
        if (wait.isPresent()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS").retryAfter(wait.get());
        }
        chain.doFilter(request, response);
    }

    private @Nullable Rates special(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return null;
        }
        String path = request.getRequestURI();
        if (path.equals("/api/session") || path.startsWith("/api/session/factor")) {
            return signIn;
        }
        if (path.equals("/oauth2/token")) {
            return token;
        }
        if (path.equals("/api/activation")) {
            return activation;
        }
        return OBJECTION.matcher(path).matches() ? objection : null;
    }

    private static @Nullable String caller(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().endsWith("SESSION")) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
