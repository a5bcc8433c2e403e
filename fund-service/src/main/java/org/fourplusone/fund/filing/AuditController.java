package org.fourplusone.fund.filing;

import java.util.List;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.audit.AuditRecord;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit chain of a case, for the auditor. */
@RestController
@RequestMapping("/audit")
class AuditController {
    /** @param broken what is wrong with the chain; absent when it is intact */
    record Verification(
            String caseId,
            boolean intact,
            int records,
            @Nullable String broken) {}

    private final AuditLog audit;
    private final Filings filings;
    private final Separation separation;

    AuditController(AuditLog audit, Filings filings, Separation separation) {
        this.audit = audit;
        this.filings = filings;
        this.separation = separation;
    }

    @GetMapping
    List<AuditRecord> records(@RequestParam("case") String caseId) {
        filings.find(bounded(caseId)).ifPresent(filing -> separation.require(filing, Step.AUDIT, Caller.current()));
        List<AuditRecord> records = audit.of(caseId);
        if (records.isEmpty()) {
            throw Problem.notFound();
        }
        return records;
    }

    @GetMapping("/verification")
    Verification verification(@RequestParam("case") String caseId) {
        int records = records(caseId).size();
        String broken = audit.verify(caseId).orElse(null);
        return new Verification(caseId, broken == null, records, broken);
    }

    private static String bounded(String caseId) {
        if (caseId.length() > 60) {
            throw Problem.invalid(new FieldProblem("case", "LENGTH", 1, 60));
        }
        return caseId;
    }
}
