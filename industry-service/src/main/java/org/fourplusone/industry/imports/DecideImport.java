package org.fourplusone.industry.imports;

import java.time.Clock;
import java.util.Map;
import org.fourplusone.industry.imports.Import.State;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.time.RealTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a person decides on an import that was shown. */
@Service
class DecideImport {

    private final Imports imports;
    private final ImportParts parts;
    private final ImportWork work;
    private final AuditLog audit;
    private final Clock clock;
    private final RealTime time;

    DecideImport(Imports imports, ImportParts parts, ImportWork work, AuditLog audit, Clock clock, RealTime time) {
        this.imports = imports;
        this.parts = parts;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
        this.time = time;
    }

    /** The work begins once the decision is kept. */
    @Transactional
    public Import apply(Import shown) {
        if (shown.state() == State.READY && !shown.hasChanges()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTHING_TO_IMPORT");
        }
        if (!imports.begin(shown.id(), time.now())) {
            throw illegal(shown);
        }
        AuditLog.Entry entry = audit.entry(chain(shown), "IMPORTED", null, told(shown));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.apply(shown, entry);
            }
        });
        return imports.find(shown.id()).orElseThrow(Problem::notFound);
    }

    @Transactional
    public Import discard(Import shown) {
        if (!imports.finished(
                shown.id(), State.READY, State.DISCARDED, Caller.current().username(), clock.instant())) {
            throw illegal(shown);
        }
        parts.delete(shown.id());
        audit.record(chain(shown), "IMPORT_DISCARDED", null, told(shown));
        return imports.find(shown.id()).orElseThrow(Problem::notFound);
    }

    private static String chain(Import each) {
        return "import:" + each.id();
    }

    private static Map<String, Object> told(Import each) {
        return Map.of(
                "kind", each.kind().path(),
                "file", each.fileName(),
                "sha256", each.sha256(),
                "added", each.counts().added(),
                "changed", each.counts().changed());
    }

    private static Problem illegal(Import shown) {
        return Problem.of(HttpStatus.CONFLICT, "IMPORT_STATE", shown.state().name())
                .with("state", shown.state())
                .with("allowed", shown.actions());
    }
}
