package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Enterprise.Status;
import org.fourplusone.starter.etag.Versions;
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
    private final Taxonomies taxonomies;
    private final Clock clock;

    KeepRegister(Enterprises enterprises, ChangeNumbers changes, Taxonomies taxonomies, Clock clock) {
        this.enterprises = enterprises;
        this.changes = changes;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    @Transactional
    public Enterprise add(CreditCode code, EnterpriseEntry.Input input) {
        input.check(taxonomies, LocalDate.now(clock));
        Enterprise enterprise = entry(code, input, null, false, 1, 0, changes.next());
        enterprises.add(enterprise);
        return enterprise;
    }

    @Transactional
    public Enterprise replace(CreditCode code, @Nullable String ifMatch, EnterpriseEntry.Input input) {
        input.check(taxonomies, LocalDate.now(clock));
        long number = changes.next();
        Enterprise old = enterprises.find(code).orElseThrow(Problem::notFound);
        Versions.require(ifMatch, old.version());
        // Another industry has other size limits: the class is worked out again when its facts next change.
        SizeClass size = old.industryCode().equals(input.industryCode()) ? old.sizeClass() : null;
        Enterprise next = entry(code, input, size, old.sample(), old.version() + 1, old.factVersion(), number);
        if (!enterprises.replace(next)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        return next;
    }

    private static Enterprise entry(
            CreditCode code,
            EnterpriseEntry.Input input,
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
                Objects.requireNonNullElse(input.status(), Status.ACTIVE),
                sample,
                version,
                factVersion,
                changeNumber);
    }
}
