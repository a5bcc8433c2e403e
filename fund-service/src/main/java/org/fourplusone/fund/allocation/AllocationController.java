package org.fourplusone.fund.allocation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Call;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paged;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The allocation of a pooled call. */
@RestController
@RequestMapping("/calls/{id}")
@Tag(name = "allocation")
class AllocationController {
    /** @param amount the pool; what the call's line has free when left out */
    record Proposing(@NotNull Method method, @Nullable Money amount) {}

    record Confirming(@NotBlank @Size(max = 26) String allocation) {}

    /**
     * One applicant's row.
     *
     * @param score two decimals; absent where nobody scores
     * @param place by score; those {@code tied} share it
     * @param shares what it gets by each method that was asked for
     */
    record Row(
            String filing,
            String number,
            String enterpriseName,
            Money requested,
            @Nullable String score,
            int place,
            boolean tied,
            Map<Method, Money> shares) {}

    /**
     * @param available what the call's line has free
     * @param pool what is shared
     * @param waiting filings of the call that are not reviewed yet
     * @param proposal the applied one, else the newest; the rows are then as they were when it was proposed
     */
    record View(
            String callId,
            String line,
            Money available,
            Money pool,
            Money requested,
            boolean oversubscribed,
            int waiting,
            Proposals.@Nullable Proposal proposal,
            Page<Row> page)
            implements Paged {}

    private final AllocateCall allocating;
    private final Applicants applicants;
    private final Proposals proposals;

    AllocationController(AllocateCall allocating, Applicants applicants, Proposals proposals) {
        this.allocating = allocating;
        this.applicants = applicants;
        this.proposals = proposals;
    }

    @GetMapping("/allocation")
    @Operation(summary = "What each filing of a pooled call would get by each method, or gets by the proposal")
    View show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Method method,
            @RequestParam(required = false) @Nullable String amount,
            Paging paging) {
        Call call = allocating.pooled(id);
        Proposals.Proposal proposal = proposals.ofCall(id).orElse(null);
        Money asked = money(amount);
        List<Share> shares;
        Money pool;
        if (proposal != null && (asked == null || proposal.isApplied())) {
            pool = proposal.pool();
            shares = proposals.sharesOf(proposal);
        } else {
            pool = asked == null ? allocating.available(call) : allocating.pool(call, asked);
            shares = Sharing.of(pool, applicants.of(call));
        }
        Money requested =
                Sharing.requested(shares.stream().map(Share::applicant).toList());
        return new View(
                call.id(),
                call.item().line(),
                allocating.available(call),
                pool,
                requested,
                requested.isMoreThan(pool),
                applicants.waiting(call),
                proposal,
                Page.cut(shares, paging).map(share -> row(share, method)));
    }

    @PostMapping("/allocate")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose an allocation by one of the methods; nothing is applied yet")
    Proposals.Proposal propose(@PathVariable String id, @Valid @RequestBody Proposing proposing) {
        return allocating.propose(id, proposing.method(), proposing.amount(), Caller.current());
    }

    @PostMapping("/allocation/confirm")
    @Idempotent
    @Operation(summary = "Apply a proposal, by another person than who proposed it")
    Proposals.Proposal confirm(@PathVariable String id, @Valid @RequestBody Confirming confirming) {
        return allocating.confirm(id, confirming.allocation(), Caller.current());
    }

    private static Row row(Share share, @Nullable Method asked) {
        Applicant applicant = share.applicant();
        Map<Method, Money> shares = new EnumMap<>(Method.class);
        for (Method method : asked == null ? Method.values() : new Method[] {asked}) {
            shares.put(method, share.by(method));
        }
        return new Row(
                applicant.filing(),
                applicant.number(),
                applicant.enterpriseName(),
                applicant.requested(),
                applicant.score() == null ? null : applicant.score().toPlainString(),
                share.place(),
                share.tied(),
                shares);
    }

    private static @Nullable Money money(@Nullable String amount) {
        try {
            return amount == null ? null : Money.parse(amount);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
    }
}
