package org.fourplusone.fund.filing;

import org.fourplusone.starter.audit.AuditorRule;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Nobody audits a case on which they did a step. */
@Component
class CaseAuditors implements AuditorRule {
    private final Filings filings;
    private final Separation separation;

    CaseAuditors(Filings filings, Separation separation) {
        this.filings = filings;
        this.separation = separation;
    }

    @Override
    public void require(String caseId, Caller auditor) {
        filings.find(caseId).ifPresent(filing -> separation.require(filing, Step.AUDIT, auditor));
    }
}
