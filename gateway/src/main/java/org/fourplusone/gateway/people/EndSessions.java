package org.fourplusone.gateway.people;

import java.util.Set;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends every session of a person, at whichever gateway it was opened. */
@Component
class EndSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    EndSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    void of(String username) {
        Set.copyOf(sessions.findByPrincipalName(username).keySet()).forEach(sessions::deleteById);
    }
}
