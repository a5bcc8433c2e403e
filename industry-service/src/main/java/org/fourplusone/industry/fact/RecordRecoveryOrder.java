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
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes note whether an enterprise owes the fund anything, as a dated, verified fact that the items' conditions read. */
@Service
class RecordRecoveryOrder {
    static final String FACT = "fund.openRecoveryOrder";

    private final Facts facts;
    private final Enterprises enterprises;
    private final Heirs heirs;
    private final ChangeNumbers changes;
    private final Clock clock;

    RecordRecoveryOrder(Facts facts, Enterprises enterprises, Heirs heirs, ChangeNumbers changes, Clock clock) {
        this.facts = facts;
        this.enterprises = enterprises;
        this.heirs = heirs;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param on the day from which it is so; kept as who said it */
    @Transactional
    public void record(CreditCode code, boolean open, LocalDate on) {
        long number = changes.next();
        Enterprise enterprise = enterprises.find(code).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        String value = Boolean.toString(open);
        FactSheet known = FactSheet.of(enterprise, facts.history(code.value(), FactController.ALL));
        Fact version = new Fact(FACT, null, null, value, "DEPARTMENT", true, now, "fund-service " + on);
        Fact current = known.find(version.identity());
        if (current != null && current.verified() && Objects.equals(current.value(), value)) {
            return;
        }
        facts.addAll(List.of(new Facts.Row(code.value(), number, 0, version)));
        if (!enterprises.factsChanged(enterprise, enterprise.sizeClass(), number)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        heirs.changed(code);
    }
}
