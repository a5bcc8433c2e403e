package org.fourplusone.fund.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives and ends mandates: the security administrator names legal representatives, these name their clerks. */
@Component
class GiveMandate {
    /** A mandate as it is asked for. */
    record Asked(
            String creditCode,
            String username,
            String name,
            Mandate.Role role,
            List<Right> may,
            LocalDate from,
            @Nullable LocalDate to) {}

    private final Mandates mandates;
    private final AuditLog audit;
    private final Clock clock;

    GiveMandate(Mandates mandates, AuditLog audit, Clock clock) {
        this.mandates = mandates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem 400 {@code INVALID}; 403 {@code NOT_REPRESENTATIVE}; 404 for somebody else's enterprise; 409
     *     {@code MANDATE_EXISTS}
     */
    @Transactional
    public Mandate give(Asked asked, Caller caller) {
        requireGiver(asked.creditCode(), asked.role(), caller);
        if (asked.role() == Mandate.Role.CLERK && asked.may().isEmpty()) {
            throw Problem.invalid(new FieldProblem("may", "REQUIRED"));
        }
        LocalDate to = asked.to();
        if (to != null && (to.isBefore(asked.from()) || to.isBefore(LocalDate.now(clock)))) {
            throw Problem.invalid(new FieldProblem("to", "NOT_PAST"));
        }
        boolean there = mandates.of(asked.creditCode(), asked.username()).stream()
                .anyMatch(mandate -> mandate.role() == asked.role() && mandate.overlaps(asked.from(), to));
        if (there) {
            throw Problem.of(HttpStatus.CONFLICT, "MANDATE_EXISTS", asked.username());
        }
        Mandate mandate = new Mandate(
                CaseId.next(clock),
                asked.creditCode(),
                asked.username(),
                asked.name(),
                asked.role(),
                asked.may().stream().distinct().sorted().toList(),
                asked.from(),
                to,
                caller.username(),
                clock.instant(),
                null,
                null);
        mandates.add(mandate);
        audit.record(mandate.id(), "GIVE_MANDATE", null, kept(mandate));
        return mandate;
    }

    /** What the audit keeps: who by the account, not by name. */
    private static Map<String, Object> kept(Mandate mandate) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("creditCode", mandate.creditCode());
        kept.put("username", mandate.username());
        kept.put("role", mandate.role());
        kept.put("may", mandate.may());
        kept.put("from", mandate.from());
        if (mandate.to() != null) {
            kept.put("to", mandate.to());
        }
        return kept;
    }

    /** Ends a mandate now; ending an ended one changes nothing. A clerk may lay down the own one. */
    @Transactional
    public Mandate end(String id, Caller caller) {
        Mandate mandate = mandates.lock(id).orElseThrow(Problem::notFound);
        boolean own = caller.mayActFor(mandate.creditCode())
                && mandate.username().equals(caller.username())
                && mandate.role() == Mandate.Role.CLERK;
        if (!own) {
            requireGiver(mandate.creditCode(), mandate.role(), caller);
        }
        if (mandates.end(id, clock.instant(), caller.username())) {
            audit.record(id, "END_MANDATE", mandate, Map.of("endedBy", caller.username()));
        }
        return mandates.lock(id).orElseThrow();
    }

    private void requireGiver(String creditCode, Mandate.Role role, Caller caller) {
        boolean administrator = caller.has("SECURITY_ADMIN");
        if (!administrator && !caller.mayActFor(creditCode)) {
            throw Problem.notFound();
        }
        boolean gives = role == Mandate.Role.LEGAL_REPRESENTATIVE
                ? administrator && !caller.mayActFor(creditCode)
                : mandates.represents(caller, creditCode);
        if (!gives) {
            throw Problem.of(HttpStatus.FORBIDDEN, "NOT_REPRESENTATIVE");
        }
    }
}
