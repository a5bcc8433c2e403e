package org.fourplusone.policy.entitlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Finding;
import org.fourplusone.policy.match.Findings;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes lists, lets officers change them while they are dry runs, confirms and discards them. */
@Component
class Entitlements {

    private final DryRun dryRun;
    private final EntitlementRuns runs;
    private final ListedRows rows;
    private final Items items;
    private final Register register;
    private final RegisterFeed feed;
    private final Findings findings;
    private final AuditLog audit;
    private final Clock clock;

    Entitlements(
            DryRun dryRun,
            EntitlementRuns runs,
            ListedRows rows,
            Items items,
            Register register,
            RegisterFeed feed,
            Findings findings,
            AuditLog audit,
            Clock clock) {
        this.dryRun = dryRun;
        this.runs = runs;
        this.rows = rows;
        this.items = items;
        this.register = register;
        this.feed = feed;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param asOf a day of this policy year up to today, or null for today
     * @throws Problem 400 for another day or an item that is not in force then, 409 {@code APPLICATION_NEEDED} for one
     *     that enterprises file for themselves
     */
    @Transactional
    public EntitlementRun make(String code, @Nullable LocalDate asOf, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = asOf == null ? today : asOf;
        if (day.isAfter(today) || day.getYear() != today.getYear()) {
            throw Problem.invalid(new FieldProblem("asOf", "AS_OF_THIS_YEAR", today.withDayOfYear(1), today));
        }
        Item item = inForce(code, day)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("item", "ITEM_NOT_IN_FORCE", code)));
        if (item.track() != Item.Track.NO_APPLICATION) {
            throw Problem.of(HttpStatus.CONFLICT, "APPLICATION_NEEDED", code);
        }
        DryRun.Result result = dryRun.of(item, day, caller.username());
        runs.add(result.run(), result.listed());
        audit.record(result.run().id(), "DRY_RUN", null, summary(result.run()));
        return result.run();
    }

    EntitlementRun get(String id) {
        return runs.find(id).orElseThrow(Problem::notFound);
    }

    /** Takes an enterprise out of a dry run, with the reason. */
    @Transactional
    public EntitlementRun exclude(EntitlementRun seen, String creditCode, String reason, Caller caller) {
        change(seen, creditCode);
        if (!rows.takeOut(seen.id(), creditCode, caller, reason, clock.instant())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_INCLUDED", creditCode);
        }
        audit.record(seen.id(), "EXCLUDE", null, Map.of("creditCode", creditCode, "reason", reason));
        return get(seen.id());
    }

    /** Takes back in what an officer took out. */
    @Transactional
    public EntitlementRun include(EntitlementRun seen, String creditCode) {
        change(seen, creditCode);
        if (!rows.takeIn(seen.id(), creditCode)) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_TAKEN_OUT", creditCode);
        }
        audit.record(seen.id(), "INCLUDE", null, Map.of("creditCode", creditCode));
        return get(seen.id());
    }

    private void change(EntitlementRun seen, String creditCode) {
        requireDryRun(seen);
        if (rows.find(seen.id(), creditCode).isEmpty()) {
            throw Problem.invalid(new FieldProblem("creditCode", "NOT_LISTED", creditCode));
        }
        if (!runs.touch(seen)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
    }

    /**
     * Confirms a dry run; nothing changes in it after that.
     *
     * @throws Problem 409 {@code RUN_DECIDED}, {@code RUN_EMPTY}, {@code RUN_OF_ANOTHER_VERSION}, {@code RUN_OUTDATED} with
     *     {@code changed}, how many listed enterprises no longer qualify as listed; 503 while the register is not current
     */
    @Transactional
    public EntitlementRun confirm(EntitlementRun seen, Caller caller) {
        requireDryRun(seen);
        LocalDate today = LocalDate.now(clock);
        Item item = inForce(seen.item(), today)
                .filter(each -> each.version() == seen.itemVersion() && today.getYear() == seen.policyYear())
                .orElseThrow(() -> Problem.of(
                        HttpStatus.CONFLICT,
                        "RUN_OF_ANOTHER_VERSION",
                        seen.item(),
                        seen.itemVersion(),
                        String.valueOf(seen.policyYear())));
        List<Listed> included = rows.all(seen.id(), new ListedRows.Filter(true, null, null));
        if (included.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "RUN_EMPTY");
        }
        feed.requireCurrent();
        List<String> changed = new ArrayList<>();
        for (Listed each : included) {
            if (!stillStands(each, item, today)) {
                changed.add(each.creditCode());
            }
        }
        if (!changed.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "RUN_OUTDATED", changed.size())
                    .with("changed", changed.size())
                    .with("creditCodes", changed.subList(0, Math.min(changed.size(), 20)));
        }
        decide(seen, EntitlementRun.State.CONFIRMED, "CONFIRM", caller);
        return get(seen.id());
    }

    @Transactional
    public void discard(EntitlementRun seen, Caller caller) {
        requireDryRun(seen);
        decide(seen, EntitlementRun.State.DISCARDED, "DISCARD", caller);
    }

    private void decide(EntitlementRun seen, EntitlementRun.State to, String action, Caller caller) {
        if (!runs.decide(seen, to, caller.username(), clock.instant())) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        audit.record(seen.id(), action, summary(seen), summary(get(seen.id())));
    }

    private boolean stillStands(Listed listed, Item item, LocalDate day) {
        return register.find(listed.creditCode())
                .map(enterprise -> findings.of(enterprise, item, day))
                .filter(now -> now.proven() == Verdict.ELIGIBLE)
                .map(Finding::amount)
                .filter(amount -> amount.equals(listed.amount()))
                .isPresent();
    }

    private static void requireDryRun(EntitlementRun run) {
        if (run.state() != EntitlementRun.State.DRY_RUN) {
            throw Problem.of(HttpStatus.CONFLICT, "RUN_DECIDED", run.state().name())
                    .with("state", run.state().name());
        }
    }

    private Optional<Item> inForce(String code, LocalDate day) {
        return items.inForce(day).stream()
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    /** What the audit chain keeps of a list: what it speaks for, how many it holds and what they come to. */
    private Map<String, Object> summary(EntitlementRun run) {
        EntitlementRuns.Counts counts = runs.counts(List.of(run.id())).get(run.id());
        Map<String, Object> summary = new java.util.LinkedHashMap<>();
        summary.put("state", run.state());
        summary.put("item", run.item());
        summary.put("itemVersion", run.itemVersion());
        summary.put("asOf", run.asOf());
        summary.put("cursor", run.cursor());
        summary.put("included", counts == null ? 0 : counts.included());
        summary.put("sum", counts == null ? "0.00" : counts.sum());
        return summary;
    }
}
