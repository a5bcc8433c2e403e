package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The approval limits, dated; proposed by one person, confirmed or discarded by another. */
@RestController
@RequestMapping("/approval-limits")
@Tag(name = "approval limits")
class LimitController {
    record Setting(
            @NotNull LocalDate validFrom,
            @NotNull Money single,
            @NotNull @Min(2) @Max(5) Integer signatures,
            @NotNull Money minute,
            @NotNull Money yearly) {}

    record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}

    /** @param actions the moves open to this person now: {@code confirm}, {@code discard} */
    record ProposalView(
            String id,
            LocalDate validFrom,
            Money single,
            int signatures,
            Money minute,
            Money yearly,
            LimitProposal.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            List<String> actions) {

        static ProposalView of(LimitProposal proposal, Caller caller) {
            ApprovalLimits limits = proposal.limits();
            boolean open = proposal.state() == LimitProposal.State.PROPOSED && caller.hasAny("APPROVER", "ADMIN");
            boolean own = proposal.proposedBy().equals(caller.username());
            return new ProposalView(
                    proposal.id(),
                    limits.validFrom(),
                    limits.single(),
                    limits.signatures(),
                    limits.minute(),
                    limits.yearly(),
                    proposal.state(),
                    proposal.proposedBy(),
                    proposal.proposedAt(),
                    proposal.decidedBy(),
                    proposal.decidedAt(),
                    proposal.decision(),
                    !open ? List.of() : own ? List.of("discard") : List.of("confirm", "discard"));
        }
    }

    private final LimitBook book;
    private final LimitProposals proposals;

    LimitController(LimitBook book, LimitProposals proposals) {
        this.book = book;
        this.proposals = proposals;
    }

    @GetMapping
    @Operation(summary = "The limits as they held and will hold, newest first")
    Page<LimitBook.Entry> list(Paging paging) {
        return book.all(paging);
    }

    @GetMapping("/proposals")
    @Operation(summary = "Limits that were proposed, newest first")
    Page<ProposalView> proposals(Paging paging) {
        Caller caller = Caller.current();
        return proposals.all(paging).map(proposal -> ProposalView.of(proposal, caller));
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose the limits from a day to come on; they hold once a second person has confirmed them")
    ProposalView propose(@Valid @RequestBody Setting setting) {
        Caller caller = Caller.current();
        ApprovalLimits limits = new ApprovalLimits(
                setting.validFrom(), setting.single(), setting.signatures(), setting.minute(), setting.yearly());
        return ProposalView.of(proposals.propose(limits, caller), caller);
    }

    @PostMapping("/proposals/{id}/confirm")
    @Idempotent
    @Operation(summary = "Confirm proposed limits as the second person: they stand in the book")
    ProposalView confirm(@PathVariable("id") String id) {
        Caller caller = Caller.current();
        return ProposalView.of(proposals.confirm(id, caller), caller);
    }

    @PostMapping("/proposals/{id}/discard")
    @Idempotent
    @Operation(summary = "Discard proposed limits with a reason")
    ProposalView discard(@PathVariable("id") String id, @Valid @RequestBody DiscardRequest request) {
        Caller caller = Caller.current();
        return ProposalView.of(proposals.discard(id, request.reason().strip(), caller), caller);
    }
}
