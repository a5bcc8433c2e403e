package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers recoveries to whoever may see them, with the moves that are open to them. */
@Component
class RecoveryViews {
    private final Recoveries recoveries;
    private final RecoverySteps steps;
    private final BanEnterprise banning;
    private final Bans bans;
    private final Offsets offsets;
    private final Filings filings;
    private final Separation separation;
    private final RecoveryTerms terms;
    private final Clock clock;

    RecoveryViews(
            Recoveries recoveries,
            RecoverySteps steps,
            BanEnterprise banning,
            Bans bans,
            Offsets offsets,
            Filings filings,
            Separation separation,
            RecoveryTerms terms,
            Clock clock) {
        this.recoveries = recoveries;
        this.steps = steps;
        this.banning = banning;
        this.bans = bans;
        this.offsets = offsets;
        this.filings = filings;
        this.separation = separation;
        this.terms = terms;
        this.clock = clock;
    }

    /** The recovery if the caller may see it; 404 otherwise, the same as for one that does not exist. */
    Recovery visible(String id, Caller caller) {
        Recovery recovery = recoveries.get(id);
        if (!FilingViews.isOfficer(caller) && !caller.mayActFor(recovery.creditCode())) {
            throw Problem.notFound();
        }
        return recovery;
    }

    Page<RecoveryView> list(Recovery.@Nullable State state, Caller caller, Paging paging) {
        List<String> mine = FilingViews.isOfficer(caller) ? null : List.copyOf(caller.creditCodes());
        List<Recovery> page = recoveries.list(mine, state, paging);
        Map<String, Filing> cases =
                filings.all(page.stream().map(Recovery::filing).distinct().toList());
        return Page.of(
                page.stream()
                        .map(recovery -> RecoveryView.of(
                                recovery,
                                Objects.requireNonNull(cases.get(recovery.filing())),
                                RecoveryView.Parts.NONE,
                                terms,
                                LocalDate.now(clock),
                                mine == null,
                                List.of()))
                        .toList(),
                paging,
                recoveries.count(mine, state));
    }

    RecoveryView whole(Recovery recovery, Caller caller) {
        Filing filing = filings.get(recovery.filing());
        List<RecoverySteps.Signature> signatures = steps.signatures(recovery.id());
        LocalDate today = LocalDate.now(clock);
        List<String> actions =
                RecoveryView.actions(recovery, caller, move -> fits(move, recovery, filing, signatures, caller, today));
        return RecoveryView.of(
                recovery,
                filing,
                new RecoveryView.Parts(
                        steps.dunnings(recovery.id()),
                        steps.receipts(recovery.id()),
                        signatures,
                        bans.of(recovery.id()),
                        offsets.waiting(recovery.id()).orElse(null)),
                terms,
                today,
                FilingViews.isOfficer(caller),
                actions);
    }

    private boolean fits(
            RecoveryMove move,
            Recovery recovery,
            Filing filing,
            List<RecoverySteps.Signature> signatures,
            Caller caller,
            LocalDate today) {
        if (move == RecoveryMove.STATE) {
            return caller.mayActFor(recovery.creditCode());
        }
        Optional<Step> did = separation.conflict(filing, move.step(), caller);
        LocalDate dueOn = recovery.dueOn();
        return did.isEmpty()
                && switch (move) {
                    case ORDER -> recovery.statement() != null || today.isAfter(recovery.heardUntil());
                    case DUN -> dueOn != null && today.isAfter(dueOn);
                    case PROPOSE_OFFSET -> terms.offset();
                    case OFFSET ->
                        terms.offset() && offsets.waiting(recovery.id()).isPresent();
                    case LIFT_BAN ->
                        bans.of(recovery.id()).stream()
                                .anyMatch(ban -> ban.isInForceOn(today) && banning.mayLift(ban, caller));
                    case WRITE_OFF ->
                        signatures.stream().noneMatch(each -> each.person().equals(caller.username()));
                    default -> true;
                };
    }
}
