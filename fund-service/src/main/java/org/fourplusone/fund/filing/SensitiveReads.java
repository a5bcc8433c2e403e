package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that personal data of a case was read by somebody who is not of the enterprise. */
@Component
public class SensitiveReads {
    private final AuditLog audit;
    private final ClaimLines claimLines;

    SensitiveReads(AuditLog audit, ClaimLines claimLines) {
        this.audit = audit;
        this.claimLines = claimLines;
    }

    /** A filing with its contact and the persons of its claim lines; nothing where there are none or it is the reader's own. */
    @Transactional
    public void filing(Filing filing, Caller caller) {
        if (caller.mayActFor(filing.creditCode())) {
            return;
        }
        List<String> read = new ArrayList<>();
        if (filing.contact() != null) {
            read.add("contact");
        }
        if (claimLines.of(filing.id()).stream().map(ClaimLine::kind).anyMatch(ClaimLine::isPersonal)) {
            read.add("claimLines");
        }
        if (!read.isEmpty()) {
            persons(filing.id(), Map.of("number", filing.number(), "read", read));
        }
    }

    /** Names of one or several persons, in the chain of their case or one of their own; {@code read} names none of them. */
    @Transactional
    public void persons(String chain, Object read) {
        audit.record(chain, "READ_PERSONS", null, read);
    }
}
