package org.fourplusone.starter.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The person or program that calls, as its verified token says.
 *
 * @param username the person; separation of duties goes by it
 * @param name the name to show
 * @param roles role names without prefix, such as {@code REVIEWER}; {@code SERVICE} for the suite's own programs
 * @param creditCodes the enterprises that a clerk may act for
 */
public record Caller(String username, String name, Set<String> roles, Set<String> creditCodes) {

    /** The role of the suite's own programs. */
    public static final String SERVICE = "SERVICE";

    /** Nobody, where a call is public. */
    public static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    /** @throws Problem 401 if nobody has signed in */
    public static Caller current() {
        return find().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
    }

    static Caller of(Jwt token) {
        String username = Objects.requireNonNull(token.getSubject(), "sub");
        return new Caller(
                username,
                Objects.requireNonNullElse(token.getClaimAsString("name"), username),
                Set.copyOf(orNone(token.getClaimAsStringList("roles"))),
                Set.copyOf(orNone(token.getClaimAsStringList("enterprises"))));
    }

    private static Collection<String> orNone(@Nullable Collection<String> values) {
        return values == null ? List.of() : values;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(String... any) {
        for (String role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean mayActFor(String creditCode) {
        return has("ENTERPRISE") && creditCodes.contains(creditCode);
    }

    public boolean isService() {
        return has(SERVICE);
    }
}
