package org.fourplusone.industry.fact;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes facts that an enterprise declares or a department establishes. What is already known in the same words is not
 * written again within a year; everything else becomes a new version.
 */
@Service
class StateFacts {

    private final Facts facts;
    private final Enterprises enterprises;
    private final ChangeNumbers changes;
    private final FactDictionary dictionary;
    private final Clock clock;

    StateFacts(Facts facts, Enterprises enterprises, ChangeNumbers changes, FactDictionary dictionary, Clock clock) {
        this.facts = facts;
        this.enterprises = enterprises;
        this.changes = changes;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @Transactional
    public void state(CreditCode code, IfMatch ifMatch, FactStatement statement, Caller caller) {
        enterprises.visible(code, caller);
        long number = changes.next();
        Enterprise enterprise = enterprises.visible(code, caller);
        ifMatch.require(enterprise.factVersion());
        Instant now = clock.instant();
        FactSheet known = FactSheet.of(enterprise, facts.history(code.value(), FactController.ALL));
        boolean byDepartment = caller.hasAny("INTAKE", "REVIEWER");
        boolean closed = enterprise.status() == Enterprise.Status.CLOSED;
        if (closed && !byDepartment) {
            throw Problem.of(HttpStatus.CONFLICT, "ENTERPRISE_CLOSED", enterprise.name());
        }
        String year = String.valueOf(LocalDate.now(clock).getYear());
        CheckedStatement checked = CheckedStatement.of(statement, known, dictionary, byDepartment, year);
        if (closed) {
            onlyCorrections(checked, known);
        }
        List<Fact> versions = new ArrayList<>();
        for (CheckedStatement.Stated stated : checked.facts()) {
            Fact version = new Fact(
                    stated.key(),
                    stated.record(),
                    stated.period(),
                    stated.value(),
                    byDepartment ? "DEPARTMENT" : "ENTERPRISE",
                    byDepartment,
                    now,
                    caller.username());
            if (says(version, known)) {
                versions.add(version);
            }
        }
        if (versions.isEmpty()) {
            return;
        }
        List<Facts.Row> rows = new ArrayList<>();
        for (Fact version : versions) {
            rows.add(new Facts.Row(code.value(), number, rows.size(), version));
        }
        facts.addAll(rows);
        if (!enterprises.factsChanged(enterprise, size(enterprise, known, versions, year), number)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
    }

    /** Of an enterprise that ended nothing new is taken; what was said before it ended may be put right. */
    static void onlyCorrections(CheckedStatement checked, FactSheet known) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < checked.facts().size(); i++) {
            if (known.find(checked.facts().get(i).identity()) == null) {
                problems.add(new FieldProblem("facts[" + i + "]", "FACT_AFTER_CLOSURE"));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    /**
     * Whether a version says anything new: another value, that a department now stands behind it, or that a fact without a
     * year of its own still holds in a later year.
     */
    static boolean says(Fact version, FactSheet known) {
        Fact.RecordRef record = version.record();
        if (version.isNoneMarker() && record != null) {
            return !known.knownEmpty().contains(record.kind());
        }
        Fact current = known.find(version.identity());
        if (current == null) {
            return version.value() != null;
        }
        if (FactSheet.REGISTER_KEYS.contains(version.key())) {
            return false;
        }
        return !Objects.equals(current.value(), version.value())
                || version.verified()
                        && (!current.verified() || version.value() != null && isYearsOlder(current, version));
    }

    private static boolean isYearsOlder(Fact current, Fact version) {
        Instant before = current.recordedAt();
        Instant now = version.recordedAt();
        return current.period() == null
                && before != null
                && now != null
                && before.atZone(FactController.SHANGHAI).getYear()
                        < now.atZone(FactController.SHANGHAI).getYear();
    }

    /**
     * The size class that follows from the year's verified staff, revenue and assets; the old one while they are
     * incomplete. What is merely declared does not move an enterprise to another class.
     */
    static @Nullable SizeClass size(Enterprise enterprise, FactSheet known, List<Fact> versions, String year) {
        List<Fact> all = new ArrayList<>(known.facts());
        all.addAll(versions);
        FactSheet sheet = FactSheet.of(enterprise, all);
        BigDecimal staff = verified(sheet, "ent.staffYearEnd", year);
        SizeClass size = SizeClass.of(
                enterprise.industryCode(),
                staff == null ? null : staff.longValueExact(),
                verified(sheet, "ent.revenueYear", year),
                verified(sheet, "ent.assetsYearEnd", year));
        return size == null ? enterprise.sizeClass() : size;
    }

    private static @Nullable BigDecimal verified(FactSheet sheet, String key, String year) {
        Fact fact = sheet.find(new Fact.Identity(null, key, year));
        return fact == null || fact.value() == null || !fact.verified() ? null : new BigDecimal(fact.value());
    }
}
