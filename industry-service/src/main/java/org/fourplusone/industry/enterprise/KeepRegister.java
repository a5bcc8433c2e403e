package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Enterprise.Status;
import org.fourplusone.industry.enterprise.FormerNames.FormerName;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes entries of the register. */
@Service
class KeepRegister {

    private final Enterprises enterprises;
    private final ChangeNumbers changes;
    private final FormerNames names;
    private final Taxonomies taxonomies;
    private final AuditLog audit;
    private final Clock clock;

    KeepRegister(
            Enterprises enterprises,
            ChangeNumbers changes,
            FormerNames names,
            Taxonomies taxonomies,
            AuditLog audit,
            Clock clock) {
        this.enterprises = enterprises;
        this.changes = changes;
        this.names = names;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Enterprise add(CreditCode code, EnterpriseEntry.Input input) {
        input.check(taxonomies, LocalDate.now(clock));
        if (input.status() == Status.CLOSED) {
            throw Problem.invalid(new FieldProblem("status", "STATUS_BY_MOVE"));
        }
        Enterprise enterprise = entry(code, input, Status.ACTIVE, null, false, 1, 0, changes.next());
        enterprises.add(enterprise);
        audit.record(MoveEnterprise.auditCase(code.value()), "ADD", null, enterprise);
        return enterprise;
    }

    /** Corrects an entry; a name that was changed by it is kept as one of former days. */
    @Transactional
    public Enterprise replace(CreditCode code, IfMatch ifMatch, EnterpriseEntry.Input input) {
        input.check(taxonomies, LocalDate.now(clock));
        long number = changes.next();
        Enterprise old = enterprises.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(old.version());
        if (input.status() != null && input.status() != old.status()) {
            throw Problem.invalid(new FieldProblem("status", "STATUS_BY_MOVE"));
        }
        Enterprise next = replace(old, input, number);
        audit.record(MoveEnterprise.auditCase(code.value()), "REPLACE", old, next);
        return next;
    }

    /** Replaces an entry that was just read, under a change number taken before; the caller records it. */
    Enterprise replace(Enterprise old, EnterpriseEntry.Input input, long number) {
        CreditCode code = new CreditCode(old.creditCode());
        // Another industry has other size limits: the class is worked out again when its facts next change.
        SizeClass size = old.industryCode().equals(input.industryCode()) ? old.sizeClass() : null;
        Enterprise next =
                entry(code, input, old.status(), size, old.sample(), old.version() + 1, old.factVersion(), number);
        if (!enterprises.replace(next)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        FormerName former = new FormerName(old.name(), LocalDate.now(clock));
        if (!next.name().equals(old.name()) && !names.of(code).contains(former)) {
            names.add(code.value(), former);
        }
        return next;
    }

    static Enterprise entry(
            CreditCode code,
            EnterpriseEntry.Input input,
            Status status,
            @Nullable SizeClass size,
            boolean sample,
            long version,
            long factVersion,
            long changeNumber) {
        return new Enterprise(
                code.value(),
                input.name().strip(),
                input.cluster(),
                input.industryCode(),
                size,
                Boolean.TRUE.equals(input.aboveScale()),
                input.street(),
                input.address(),
                input.established(),
                status,
                sample,
                version,
                factVersion,
                changeNumber);
    }
}
