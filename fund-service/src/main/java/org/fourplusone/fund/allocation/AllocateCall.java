package org.fourplusone.fund.allocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Allocation;
import org.fourplusone.fund.call.Call;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates a pooled call between review and approval: one officer proposes, having seen both ways, another confirms. No
 * award of the call is approved before, or above its share. The money itself is reserved with each approval.
 */
@Component
public class AllocateCall {
    private final Calls calls;
    private final Applicants applicants;
    private final Proposals proposals;
    private final Filings filings;
    private final BudgetLines lines;
    private final AuditLog audit;
    private final Clock clock;

    AllocateCall(
            Calls calls,
            Applicants applicants,
            Proposals proposals,
            Filings filings,
            BudgetLines lines,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.applicants = applicants;
        this.proposals = proposals;
        this.filings = filings;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** 409 {@code NOT_POOLED} for a call whose filings are approved as they come. */
    Call pooled(String id) {
        Call call = calls.find(id).orElseThrow(Problem::notFound);
        if (call.allocation() != Allocation.POOLED) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_POOLED");
        }
        return call;
    }

    /** What the call's line has free, in the open year once the call's is closed: what a pool is when nobody says another. */
    Money available(Call call) {
        List<LineBalance> rows = lines.of(call.year());
        boolean isClosed = rows.stream().anyMatch(LineBalance::isClosed);
        return (isClosed ? lines.of(lines.current()) : rows)
                .stream()
                        .filter(line -> line.line().name().equals(call.item().line()))
                        .map(LineBalance::available)
                        .findFirst()
                        .orElse(Money.ZERO);
    }

    /** @throws Problem 400 for a pool that is not positive, 409 {@code LINE_EXHAUSTED} for one above what the line has free */
    Money pool(Call call, @Nullable Money asked) {
        Money available = available(call);
        if (asked != null && !asked.isPositive()) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
        if (asked != null && asked.isMoreThan(available) || !available.isPositive()) {
            throw Problem.of(HttpStatus.CONFLICT, "LINE_EXHAUSTED", asked == null ? available : asked, available)
                    .with("line", call.item().line())
                    .with("available", available);
        }
        return asked == null ? available : asked;
    }

    /**
     * Proposes; nothing is applied yet, and a later proposal takes its place.
     *
     * @throws Problem 409 {@code CALL_STILL_OPEN}, {@code REVIEWS_OPEN} with {@code waiting}, {@code ALLOCATED} or {@code
     *     NOTHING_TO_ALLOCATE}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposals.Proposal propose(String id, Method method, @Nullable Money asked, Caller caller) {
        Call call = pooled(id);
        requireReady(call);
        List<Applicant> asking = applicants.lock(call);
        if (asking.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOTHING_TO_ALLOCATE");
        }
        Money pool = pool(call, asked);
        Proposals.Proposal proposal = new Proposals.Proposal(
                CaseId.next(clock),
                call.id(),
                method,
                pool,
                Sharing.requested(asking),
                caller.username(),
                clock.instant(),
                null,
                null);
        List<Share> shares = Sharing.of(pool, asking);
        proposals.add(proposal, shares);
        note("PROPOSE_ALLOCATION", proposal, shares, caller);
        audit.record(call.id(), "PROPOSE_ALLOCATION", null, proposal);
        return proposal;
    }

    /**
     * Applies a proposal as it stands, by another person than who proposed it.
     *
     * @throws Problem 409 {@code SAME_PERSON}, {@code ALLOCATED}, or {@code ALLOCATION_STALE} when the filings, their
     *     amounts, their scores or the free money are not what they were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposals.Proposal confirm(String id, String proposalId, Caller caller) {
        Call call = pooled(id);
        Proposals.Proposal proposal = proposals
                .find(proposalId)
                .filter(known -> known.callId().equals(id))
                .orElseThrow(Problem::notFound);
        if (proposal.proposedBy().equals(caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", "PROPOSE_ALLOCATION", "ALLOCATE")
                    .with("did", "PROPOSE_ALLOCATION");
        }
        requireReady(call);
        List<Share> shares = Sharing.of(proposal.pool(), applicants.lock(call));
        boolean isSame = shares.equals(proposals.sharesOf(proposal));
        if (!isSame || proposal.pool().isMoreThan(available(call))) {
            throw Problem.of(HttpStatus.CONFLICT, "ALLOCATION_STALE");
        }
        try {
            if (!proposals.apply(proposal, caller.username())) {
                throw Problem.of(HttpStatus.CONFLICT, "ALLOCATED");
            }
        } catch (DuplicateKeyException another) {
            throw Problem.of(HttpStatus.CONFLICT, "ALLOCATED");
        }
        note("ALLOCATE", proposal, shares, caller);
        Proposals.Proposal applied = proposals.find(proposalId).orElseThrow();
        audit.record(call.id(), "ALLOCATE", proposal, applied);
        return applied;
    }

    /**
     * The most that may be approved for a filing: its share where its call is pooled, otherwise what was reviewed.
     *
     * @throws Problem 409 {@code NOT_ALLOCATED} where its call is pooled and gives it nothing, or is not allocated yet
     */
    public Money most(Filing filing, Money reviewed) {
        boolean isPooled = calls.find(filing.callId())
                .filter(call -> call.allocation() == Allocation.POOLED)
                .isPresent();
        if (!isPooled) {
            return reviewed;
        }
        return proposals
                .shareOf(filing.id())
                .filter(Money::isPositive)
                .map(reviewed::min)
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "NOT_ALLOCATED"));
    }

    private void requireReady(Call call) {
        if (proposals.ofCall(call.id()).filter(Proposals.Proposal::isApplied).isPresent()) {
            throw Problem.of(HttpStatus.CONFLICT, "ALLOCATED");
        }
        boolean isOver = call.closed() || LocalDate.now(clock).isAfter(call.closesOn());
        if (!isOver) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "CALL_STILL_OPEN",
                            call.closesOn().toString())
                    .with("closesOn", call.closesOn());
        }
        int waiting = applicants.waiting(call);
        if (waiting > 0) {
            throw Problem.of(HttpStatus.CONFLICT, "REVIEWS_OPEN", waiting).with("waiting", waiting);
        }
    }

    private void note(String action, Proposals.Proposal proposal, List<Share> shares, Caller caller) {
        String role = caller.has("INTAKE") ? "INTAKE" : "REVIEWER";
        Step step = caller.has("INTAKE") ? Step.ACCEPT : Step.REVIEW;
        for (Share share : shares) {
            Money part = share.by(proposal.method());
            Map<String, Object> detail =
                    Map.of("allocation", proposal.id(), "method", proposal.method(), "share", part);
            Filing filing = filings.get(share.applicant().filing());
            filings.note(filing, step, action, new Actor(caller, role), part.toString(), detail);
        }
    }
}
