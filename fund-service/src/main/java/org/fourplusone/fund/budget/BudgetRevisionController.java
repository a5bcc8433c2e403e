package org.fourplusone.fund.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.fund.budget.BudgetRevision.Kind;
import org.fourplusone.fund.budget.BudgetRevision.State;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Budget revisions: proposed by one person, confirmed or discarded by another. */
@RestController
@RequestMapping("/budget/revisions")
@Tag(name = "Budget")
class BudgetRevisionController {
    /** @see ReviseBudget.Proposal */
    record ProposalRequest(
            @NotNull Integer year,
            @NotNull Kind kind,
            @NotNull Line line,
            @Nullable Line toLine,
            @Nullable Integer paidYear,
            @NotNull Money amount,
            @Nullable @Size(max = 100) String source,
            @NotBlank @Size(max = 60) String document,
            @NotNull LocalDate datedOn,
            @NotBlank @Size(max = 500) String reason) {}

    record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}

    /** @param actions the moves open to this person now: {@code confirm}, {@code discard} */
    record RevisionView(
            String id,
            int year,
            Kind kind,
            Text kindName,
            Line line,
            Text lineName,
            @Nullable Line toLine,
            @Nullable Text toLineName,
            @Nullable Integer paidYear,
            Money amount,
            String source,
            String document,
            LocalDate datedOn,
            String reason,
            State state,
            Text stateName,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            List<String> actions) {}

    private final BudgetRevisions revisions;
    private final ReviseBudget revising;

    BudgetRevisionController(BudgetRevisions revisions, ReviseBudget revising) {
        this.revisions = revisions;
        this.revising = revising;
    }

    /** Newest first. */
    @GetMapping
    @Operation(summary = "The revisions of the budget, newest first")
    Page<RevisionView> list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable State state,
            Paging paging) {
        Caller caller = Caller.current();
        return revisions.page(year, state, paging).map(revision -> view(revision, caller));
    }

    @PostMapping
    @Idempotent
    @Operation(summary = "Propose to add to a line, take from it, move between lines, or return what was recovered")
    ResponseEntity<RevisionView> propose(@Valid @RequestBody ProposalRequest request) {
        Caller caller = Caller.current();
        BudgetRevision made = revising.propose(
                new ReviseBudget.Proposal(
                        request.year(),
                        request.kind(),
                        request.line(),
                        request.toLine(),
                        request.paidYear(),
                        request.amount(),
                        request.source(),
                        request.document().strip(),
                        request.datedOn(),
                        request.reason().strip()),
                caller);
        URI location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(made.id())
                .build()
                .toUri();
        return ResponseEntity.created(URI.create(location.getPath()))
                .eTag(Versions.tag(made.version()))
                .body(view(made, caller));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One revision of the budget")
    ResponseEntity<RevisionView> one(@PathVariable("id") String id) {
        return answer(revisions.get(id), Caller.current());
    }

    @PostMapping("/{id}/confirm")
    @Idempotent
    @Operation(summary = "Confirm a revision as the second person: it is posted")
    ResponseEntity<RevisionView> confirm(@PathVariable("id") String id, IfMatch ifMatch) {
        Caller caller = Caller.current();
        BudgetRevision revision = revisions.lock(id);
        ifMatch.check(revision.version());
        return answer(revising.confirm(revision, caller), caller);
    }

    @PostMapping("/{id}/discard")
    @Idempotent
    @Operation(summary = "Discard a proposed revision with a reason")
    ResponseEntity<RevisionView> discard(
            @PathVariable("id") String id, IfMatch ifMatch, @Valid @RequestBody DiscardRequest request) {
        Caller caller = Caller.current();
        BudgetRevision revision = revisions.lock(id);
        ifMatch.check(revision.version());
        return answer(revising.discard(revision, request.reason().strip(), caller), caller);
    }

    private static ResponseEntity<RevisionView> answer(BudgetRevision revision, Caller caller) {
        return ResponseEntity.ok().eTag(Versions.tag(revision.version())).body(view(revision, caller));
    }

    private static RevisionView view(BudgetRevision revision, Caller caller) {
        Line toLine = revision.toLine();
        List<String> actions = new ArrayList<>();
        if (revision.state() == State.PROPOSED && caller.hasAny("APPROVER", "ADMIN")) {
            if (!revision.proposedBy().equals(caller.username())) {
                actions.add("confirm");
            }
            actions.add("discard");
        }
        return new RevisionView(
                revision.id(),
                revision.year(),
                revision.kind(),
                revision.kind().title(),
                revision.line(),
                revision.line().title(),
                toLine,
                toLine == null ? null : toLine.title(),
                revision.paidYear(),
                revision.amount(),
                revision.source(),
                revision.document(),
                revision.datedOn(),
                revision.reason(),
                revision.state(),
                revision.state().title(),
                revision.proposedBy(),
                revision.proposedAt(),
                revision.decidedBy(),
                revision.decidedAt(),
                revision.decision(),
                actions);
    }
}
