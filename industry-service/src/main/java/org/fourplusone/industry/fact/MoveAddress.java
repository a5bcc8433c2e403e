package org.fourplusone.industry.fact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.MoveEnterprise;
import org.fourplusone.industry.fact.Addresses.Address;
import org.fourplusone.industry.fact.Addresses.Kind;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes note of an address from a day on. The registered address decides whether the enterprise belongs to the zone: the
 * fact {@code ent.registeredInZone} follows it, as of that day, and cannot be stated otherwise from then on.
 */
@Service
class MoveAddress {

    private final Addresses addresses;
    private final Facts facts;
    private final Enterprises enterprises;
    private final ChangeNumbers changes;
    private final AuditLog audit;
    private final Clock clock;

    MoveAddress(
            Addresses addresses,
            Facts facts,
            Enterprises enterprises,
            ChangeNumbers changes,
            AuditLog audit,
            Clock clock) {
        this.addresses = addresses;
        this.facts = facts;
        this.enterprises = enterprises;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Enterprise move(CreditCode code, IfMatch ifMatch, Address to) {
        long number = changes.next();
        Enterprise old = enterprises.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(old.version());
        if (old.status() == Enterprise.Status.CLOSED) {
            throw Problem.of(HttpStatus.CONFLICT, "ENTERPRISE_CLOSED", old.name());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = Objects.requireNonNullElse(old.established(), LocalDate.of(1949, 10, 1));
        if (to.since().isBefore(first) || to.since().isAfter(today)) {
            throw Problem.invalid(new FieldProblem("since", "RANGE", first, today));
        }
        if (to.kind() == Kind.REGISTERED && addresses.of(code.value()).isEmpty()) {
            keepOld(old, number, to);
        }
        addresses.add(code.value(), number, to);
        Address now = addresses.registered(code.value(), today).orElse(null);
        Enterprise next = now == null || to.kind() == Kind.OPERATING
                ? old.movedTo(old.address(), old.street(), number)
                : old.movedTo(now.address(), now.street(), number);
        if (!enterprises.replace(next)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        if (now != null && to.kind() == Kind.REGISTERED) {
            zone(old, now, number);
        }
        audit.record(MoveEnterprise.auditCase(code.value()), "MOVE_ADDRESS", old, to);
        return enterprises.find(code).orElseThrow(Problem::notFound);
    }

    /** The address of the entry, of which it was not recorded since when: since it was founded, if the zone is known. */
    private void keepOld(Enterprise old, long number, Address to) {
        String address = old.address();
        LocalDate established = old.established();
        String inZone = sheet(old).value(ZoneFact.KEY, null, null);
        if (address != null
                && established != null
                && inZone != null
                && to.since().isAfter(established)) {
            addresses.add(
                    old.creditCode(),
                    number,
                    new Address(
                            Kind.REGISTERED,
                            established,
                            address,
                            old.street(),
                            Boolean.parseBoolean(inZone),
                            null,
                            to.recordedAt(),
                            to.recordedBy()));
        }
    }

    private FactSheet sheet(Enterprise enterprise) {
        return FactSheet.of(enterprise, facts.history(enterprise.creditCode(), Instant.parse("9999-12-31T00:00:00Z")));
    }

    private void zone(Enterprise read, Address now, long number) {
        Fact version = ZoneFact.of(now);
        Fact known = sheet(read).find(version.identity());
        if (known == null
                || !known.source().equals(version.source())
                || !Objects.equals(known.value(), version.value())) {
            facts.addAll(List.of(new Facts.Row(read.creditCode(), number, 0, version)));
            if (!enterprises.factsChanged(read, read.sizeClass(), number)) {
                throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
            }
        }
    }
}
