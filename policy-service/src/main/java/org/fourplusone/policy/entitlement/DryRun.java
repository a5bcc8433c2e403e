package org.fourplusone.policy.entitlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.column.WholeRegister;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Finding;
import org.fourplusone.policy.match.Findings;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Enterprise;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges the whole register on proven facts and lists whom it proves to be entitled, and who is close to it with the
 * reason. Who plainly does not fit is only counted, and so is who has nothing in the register that speaks for it.
 */
@Component
class DryRun {

    private final WholeRegister whole;
    private final Findings findings;
    private final Clock clock;

    DryRun(WholeRegister whole, Findings findings, Clock clock) {
        this.whole = whole;
        this.findings = findings;
        this.clock = clock;
    }

    record Result(EntitlementRun run, List<Listed> listed) {}

    /** Why an enterprise is not listed at all. */
    private enum Unlisted {
        UNFIT,
        UNKNOWN
    }

    Result of(Item item, LocalDate asOf, String by) {
        RegisterRun register = whole.verdicts(List.of(item), asOf, true);
        List<Listed> listed = new ArrayList<>();
        int unknown = 0;
        for (int row = 0; row < register.size(); row++) {
            Enterprise enterprise = register.enterprise(row);
            Finding finding = findings.of(enterprise, item, asOf);
            Unlisted unlisted = unlisted(finding);
            if (unlisted == null) {
                listed.add(listed(enterprise, finding));
            } else if (unlisted == Unlisted.UNKNOWN) {
                unknown++;
            }
        }
        EntitlementRun run = new EntitlementRun(
                UUID.randomUUID().toString().replace("-", ""),
                item.code(),
                item.version(),
                item.title(),
                item.line(),
                item.illustrative(),
                asOf.getYear(),
                asOf,
                register.cursor(),
                register.registerAsOf(),
                register.stale(),
                register.size(),
                register.size() - listed.size() - unknown,
                unknown,
                EntitlementRun.State.DRY_RUN,
                1,
                by,
                clock.instant(),
                null,
                null);
        return new Result(run, listed);
    }

    private static @Nullable Unlisted unlisted(Finding finding) {
        return switch (finding.proven()) {
            case ELIGIBLE -> null;
            case UNDETERMINED ->
                finding.declared() == Verdict.INELIGIBLE
                        ? Unlisted.UNFIT
                        : finding.declared() == Verdict.ELIGIBLE || finding.spokenFor() ? null : Unlisted.UNKNOWN;
            case INELIGIBLE ->
                finding.grantedBefore()
                                || finding.ownConditionsMet()
                                        && !finding.commonUnmet().isEmpty()
                        ? null
                        : Unlisted.UNFIT;
        };
    }

    private static Listed listed(Enterprise enterprise, Finding finding) {
        Exclusion exclusion = exclusion(finding);
        return new Listed(
                enterprise.creditCode(),
                enterprise.name(),
                finding.record(),
                finding.amount(),
                exclusion,
                named(exclusion, finding),
                null);
    }

    private static @Nullable Exclusion exclusion(Finding finding) {
        return switch (finding.proven()) {
            case ELIGIBLE -> finding.amount() == null ? Exclusion.NOT_EXACT : null;
            case UNDETERMINED ->
                finding.declared() == Verdict.ELIGIBLE ? Exclusion.DECLARED_ONLY : Exclusion.FACT_MISSING;
            case INELIGIBLE -> finding.grantedBefore() ? Exclusion.GRANTED_BEFORE : Exclusion.COMMON_CONDITION;
        };
    }

    private static List<Finding.Named> named(@Nullable Exclusion exclusion, Finding finding) {
        if (exclusion == null) {
            return List.of();
        }
        return switch (exclusion) {
            case DECLARED_ONLY -> finding.unverified();
            case FACT_MISSING -> finding.missing();
            case COMMON_CONDITION -> finding.commonUnmet();
            case NOT_EXACT -> {
                List<Finding.Named> both = new ArrayList<>(finding.missing());
                both.addAll(finding.unverified());
                yield both;
            }
            case GRANTED_BEFORE, OFFICER -> List.of();
        };
    }
}
