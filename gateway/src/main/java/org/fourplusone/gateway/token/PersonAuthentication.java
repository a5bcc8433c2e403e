package org.fourplusone.gateway.token;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A proven caller: from a session, or from a program's own access token. */
public final class PersonAuthentication extends AbstractAuthenticationToken {

    private final transient Person person;
    private final transient @Nullable Instant factorAt;

    public PersonAuthentication(Person person) {
        this(person, null);
    }

    /** @param factorAt when the person proved the second factor in this session; null if not yet */
    public PersonAuthentication(Person person, @Nullable Instant factorAt) {
        super(AuthorityUtils.createAuthorityList(
                person.roles().stream().map(role -> "ROLE_" + role).toList()));
        this.person = person;
        this.factorAt = factorAt;
        setAuthenticated(true);
    }

    /** The caller of the running request; empty when nobody has signed in. */
    public static Optional<Person> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication proven
                ? Optional.of(proven.getPrincipal())
                : Optional.empty();
    }

    /** When the caller of the running request proved the second factor. */
    public static Optional<Instant> currentFactor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication proven
                ? Optional.ofNullable(proven.factorAt)
                : Optional.empty();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.username();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication that
                && person.equals(that.person)
                && Objects.equals(factorAt, that.factorAt);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
