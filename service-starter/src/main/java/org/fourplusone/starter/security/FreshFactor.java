package org.fourplusone.starter.security;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who has the role and proved the second factor in the last five minutes of real time, as the token's {@code factor_at}
 * (seconds since 1970, set by the gateway) says. A program's token never has it.
 */
final class FreshFactor implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String CLAIM = "factor_at";

    private final AuthorizationManager<RequestAuthorizationContext> roles;
    private final RealTime time;

    FreshFactor(AuthorizationManager<RequestAuthorizationContext> roles, RealTime time) {
        this.roles = roles;
        this.time = time;
    }

    /** Refused for the factor alone: the role is right. */
    private record Missing() implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }

    static boolean isMissing(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult() instanceof Missing;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        AuthorizationResult byRole = roles.authorize(authentication, context);
        if (byRole == null || !byRole.isGranted()) {
            return byRole;
        }
        return isFresh(authentication.get()) ? byRole : new Missing();
    }

    private boolean isFresh(@Nullable Authentication caller) {
        if (!(caller instanceof JwtAuthenticationToken token)) {
            return false;
        }
        Instant provedAt = token.getToken().getClaimAsInstant(CLAIM);
        return provedAt != null && time.now().isBefore(provedAt.plus(FRESH));
    }
}
