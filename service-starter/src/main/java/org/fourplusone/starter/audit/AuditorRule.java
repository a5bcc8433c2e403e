package org.fourplusone.starter.audit;

import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;

/** Who may audit a case, beyond the role: a service whose cases are handled by persons says it with a bean. */
@FunctionalInterface
public interface AuditorRule {

    /** @throws Problem when this person may not audit this case */
    void require(String caseId, Caller auditor);
}
