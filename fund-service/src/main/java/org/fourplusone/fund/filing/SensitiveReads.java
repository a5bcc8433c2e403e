package org.fourplusone.fund.filing;

import java.util.Map;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that personal data of a case was read by somebody who is not of the enterprise. */
@Component
public class SensitiveReads {
    private final AuditLog audit;

    SensitiveReads(AuditLog audit) {
        this.audit = audit;
    }

    /** The contact of a filing; nothing is recorded where there is none or the reader is the enterprise's own. */
    @Transactional
    public void contact(Filing filing, Caller caller) {
        if (filing.contact() != null && !caller.mayActFor(filing.creditCode())) {
            audit.record(filing.id(), "READ_CONTACT", null, Map.of("number", filing.number()));
        }
    }

    /** Names and contacts of several persons at once, in a chain of their own. */
    @Transactional
    public void persons(String chain, Object read) {
        audit.record(chain, "READ_PERSONS", null, read);
    }
}
