package org.fourplusone.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The person of a session. A session holds only the username; roles and enterprises are read from the account, so that a
 * change is felt without signing in again and an account switched off is out at once.
 */
@Component
class SessionPersons implements SecurityContextRepository {

    private static final String USERNAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String FACTOR_AT = "factorAt";

    private final Accounts accounts;

    SessionPersons(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The session is this person's from now on; what was proved in it before counts no more. */
    void signIn(Person person, HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.removeAttribute(FACTOR_AT);
        session.setAttribute(USERNAME, person.username());
    }

    /** The person of the session proved the second factor at this instant. */
    void proved(Instant factorAt, HttpServletRequest request) {
        request.getSession().setAttribute(FACTOR_AT, factorAt.toEpochMilli());
    }

    /** When the person of the session proved the second factor. */
    Optional<Instant> factorAt(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(FACTOR_AT) instanceof Long millis
                ? Optional.of(Instant.ofEpochMilli(millis))
                : Optional.empty();
    }

    /** The username that the session is for. */
    Optional<String> username(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USERNAME) instanceof String username
                ? Optional.of(username)
                : Optional.empty();
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        return username(request)
                .flatMap(accounts::person)
                .<SecurityContext>map(person -> new SecurityContextImpl(
                        new PersonAuthentication(person, factorAt(request).orElse(null))))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Only signIn writes, and only the username.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return username(request).isPresent();
    }
}
