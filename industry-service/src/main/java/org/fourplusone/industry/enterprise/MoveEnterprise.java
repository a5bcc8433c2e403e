package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Closures.Kind;
import org.fourplusone.industry.enterprise.Enterprise.Status;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps in an enterprise's life: it takes another name, closes, is merged into another one; and the way back from an
 * ending that was entered by mistake. What is known of an enterprise that ended stays; its successor is put into the feed
 * as well, because it answers for what the predecessor had been awarded and owes.
 */
@Service
public class MoveEnterprise {

    private final Enterprises enterprises;
    private final FormerNames names;
    private final Closures closures;
    private final ChangeNumbers changes;
    private final AuditLog audit;
    private final Clock clock;

    MoveEnterprise(
            Enterprises enterprises,
            FormerNames names,
            Closures closures,
            ChangeNumbers changes,
            AuditLog audit,
            Clock clock) {
        this.enterprises = enterprises;
        this.names = names;
        this.closures = closures;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The chain of the audit that tells of an enterprise's entry. */
    public static String auditCase(String creditCode) {
        return "ENTERPRISE-" + creditCode;
    }

    /** @param on the first day of the new name */
    @Transactional
    public Enterprise rename(CreditCode code, IfMatch ifMatch, String name, LocalDate on) {
        long number = changes.next();
        Enterprise old = active(code, ifMatch, "rename");
        inLife(old, on);
        if (name.strip().equals(old.name())) {
            throw Problem.invalid(new FieldProblem("name", "NAME_IS_THE_SAME"));
        }
        if (names.of(code).stream().anyMatch(former -> former.until().isAfter(on))) {
            throw Problem.invalid(new FieldProblem("on", "NAME_BEFORE_LAST"));
        }
        names.add(old.creditCode(), new FormerNames.FormerName(old.name(), on));
        return kept(old, old.renamed(name.strip(), number), "RENAME");
    }

    /** @param on the first day on which it is no more */
    @Transactional
    public Enterprise close(CreditCode code, IfMatch ifMatch, LocalDate on, String reason) {
        long number = changes.next();
        Enterprise old = active(code, ifMatch, "close");
        inLife(old, on);
        return ended(old, new Closure(old.creditCode(), number, Kind.CLOSED, on, reason, null));
    }

    /** @param into the enterprise that takes it over and stays */
    @Transactional
    public Enterprise merge(CreditCode code, IfMatch ifMatch, CreditCode into, LocalDate on, String reason) {
        long number = changes.take(2);
        Enterprise old = active(code, ifMatch, "merge");
        inLife(old, on);
        if (into.equals(code)) {
            throw Problem.invalid(new FieldProblem("into", "SAME_ENTERPRISE"));
        }
        Enterprise successor = enterprises
                .find(into)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("into", "ENTERPRISE_UNKNOWN")));
        if (successor.status() == Status.CLOSED) {
            throw Problem.invalid(new FieldProblem("into", "SUCCESSOR_CLOSED"));
        }
        Enterprise ended = ended(old, new Closure(old.creditCode(), number, Kind.MERGED, on, reason, into.value()));
        enterprises.changed(into, number + 1);
        audit.record(auditCase(into.value()), "TAKE_OVER", null, ended);
        return ended;
    }

    /** Takes an ending back that was entered by mistake. */
    @Transactional
    public Enterprise reopen(CreditCode code, IfMatch ifMatch, String reason) {
        long number = changes.take(2);
        Enterprise old = enterprises.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(old.version());
        if (old.status() == Status.ACTIVE) {
            throw illegal("reopen", "rename, close, merge");
        }
        List<String> heirs = closures.successors(code);
        LocalDate on = closures.of(code).map(Closure::on).orElse(LocalDate.now(clock));
        closures.addAll(List.of(new Closure(old.creditCode(), number, Kind.REOPENED, on, reason, null)));
        Enterprise next = kept(old, old.as(Status.ACTIVE, number), "REOPEN");
        if (!heirs.isEmpty()) {
            enterprises.changed(new CreditCode(heirs.get(0)), number + 1);
        }
        return next;
    }

    private Enterprise ended(Enterprise old, Closure closure) {
        closures.addAll(List.of(closure));
        return kept(
                old,
                old.as(Status.CLOSED, closure.changeNumber()),
                closure.kind().name());
    }

    private Enterprise kept(Enterprise old, Enterprise next, String action) {
        if (!enterprises.replace(next)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        audit.record(auditCase(next.creditCode()), action, old, next);
        return next;
    }

    private Enterprise active(CreditCode code, IfMatch ifMatch, String move) {
        Enterprise enterprise = enterprises.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(enterprise.version());
        if (enterprise.status() == Status.CLOSED) {
            throw illegal(move, "reopen");
        }
        return enterprise;
    }

    private static Problem illegal(String move, String allowed) {
        return Problem.of(HttpStatus.CONFLICT, "ILLEGAL_MOVE", move, allowed)
                .with("allowed", List.of(allowed.split(", ")));
    }

    private void inLife(Enterprise enterprise, LocalDate on) {
        LocalDate first = Objects.requireNonNullElse(enterprise.established(), LocalDate.of(1949, 10, 1));
        LocalDate today = LocalDate.now(clock);
        if (on.isBefore(first) || on.isAfter(today)) {
            throw Problem.invalid(new FieldProblem("on", "RANGE", first, today));
        }
    }
}
