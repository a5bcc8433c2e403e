package org.fourplusone.fund.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.recovery.Recovery;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The final account of a filing, and a recovery's offset against a later instalment. */
@RestController
@Tag(name = "Final accounts")
class FinalAccountController {
    private final SettleFinalAccount settling;
    private final FinalAccounts accounts;
    private final OffsetRecovery offsetting;
    private final FilingViews views;
    private final Separation separation;

    FinalAccountController(
            SettleFinalAccount settling,
            FinalAccounts accounts,
            OffsetRecovery offsetting,
            FilingViews views,
            Separation separation) {
        this.settling = settling;
        this.accounts = accounts;
        this.offsetting = offsetting;
        this.views = views;
        this.separation = separation;
    }

    record Proposal(
            @NotNull Money amount,
            @NotBlank @Size(max = 500) String basis) {}

    /** @param actions confirm, when it is the caller's to confirm */
    record View(
            String filing,
            Money amount,
            String currency,
            String basis,
            boolean confirmed,
            @Nullable String proposedBy,
            @Nullable String confirmedBy,
            List<String> actions) {}

    record Offset(@NotBlank String instalment, @NotNull Money amount) {}

    /** @param open what is still to come of the recovery */
    record OffsetAnswer(String recovery, String number, String state, Money open) {}

    @GetMapping("/filings/{id}/final-account")
    @Operation(
            summary =
                    "The filing's final account; 404 before one is proposed, for the enterprise before it is confirmed")
    View of(@PathVariable("id") String id) {
        Caller caller = Caller.current();
        Filing filing = views.visible(id, caller);
        return view(
                filing,
                accounts.of(id)
                        .filter(account -> account.isConfirmed() || FilingViews.isOfficer(caller))
                        .orElseThrow(Problem::notFound));
    }

    @PostMapping("/filings/{id}/final-account")
    @Idempotent
    @Operation(summary = "A reviewer says what the project came to; it may be said anew until it is confirmed")
    View propose(@PathVariable("id") String id, @Valid @RequestBody Proposal proposal) {
        Caller caller = Caller.current();
        FinalAccount account =
                settling.propose(id, proposal.amount(), proposal.basis().strip(), caller);
        return view(views.visible(id, caller), account);
    }

    @PostMapping("/filings/{id}/final-account/confirm")
    @Idempotent
    @Operation(summary = "An approver confirms it: the rest is cut, or the surplus claimed back")
    View confirm(@PathVariable("id") String id) {
        Caller caller = Caller.current();
        FinalAccount account = settling.confirm(id, caller);
        return view(views.visible(id, caller), account);
    }

    @PostMapping("/recoveries/{id}/offset")
    @Idempotent
    @Operation(
            summary = "Proposes to take a recovery from a later instalment of the enterprise that is due, where that is"
                    + " switched on; a releaser confirms it")
    OffsetAnswer offset(@PathVariable("id") String id, @Valid @RequestBody Offset offset) {
        return answer(offsetting.propose(id, offset.instalment(), offset.amount(), Caller.current()));
    }

    @PostMapping("/recoveries/{id}/offset/confirm")
    @Idempotent
    @Operation(summary = "A releaser confirms the proposed offset, and it is booked; 404 when none is proposed")
    OffsetAnswer confirmOffset(@PathVariable("id") String id) {
        return answer(offsetting.confirm(id, Caller.current()));
    }

    private static OffsetAnswer answer(Recovery recovery) {
        return new OffsetAnswer(
                recovery.id(), recovery.number(), recovery.state().name(), recovery.open());
    }

    private View view(Filing filing, FinalAccount account) {
        Caller caller = Caller.current();
        boolean officer = FilingViews.isOfficer(caller);
        Optional<Step> did = separation.conflict(filing, Step.ORDER, caller);
        boolean mayConfirm = !account.isConfirmed() && caller.has("APPROVER") && did.isEmpty();
        return new View(
                account.filing(),
                account.amount(),
                "CNY",
                account.basis(),
                account.isConfirmed(),
                officer ? account.proposedBy() : null,
                officer ? account.confirmedBy() : null,
                mayConfirm ? List.of("confirm") : List.of());
    }
}
