package org.fourplusone.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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

    private final Accounts accounts;

    SessionPersons(Accounts accounts) {
        this.accounts = accounts;
    }

    void signIn(Person person, HttpServletRequest request) {
        request.getSession().setAttribute(USERNAME, person.username());
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpSession session = holder.getRequest().getSession(false);
        if (session != null && session.getAttribute(USERNAME) instanceof String username) {
            return accounts.person(username)
                    .<SecurityContext>map(person -> new SecurityContextImpl(new PersonAuthentication(person)))
                    .orElseGet(SecurityContextHolder::createEmptyContext);
        }
        return SecurityContextHolder.createEmptyContext();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Only signIn writes, and only the username.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USERNAME) != null;
    }
}
