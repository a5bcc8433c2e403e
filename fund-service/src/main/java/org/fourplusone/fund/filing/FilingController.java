package org.fourplusone.fund.filing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Filings: begun, changed, read, submitted and withdrawn. */
@RestController
@RequestMapping("/filings")
class FilingController {
    /**
     * Begins a draft. Without {@code call} the item's open call is taken; {@code project} names the project, honour, loan
     * or lease that is claimed, where the item is judged by such records.
     */
    record Beginning(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,20}") String itemCode,
            @NotNull @Size(max = 18) String creditCode,
            @Nullable @Size(max = 26) String call,
            @Nullable @Size(max = 64) String project,
            @Nullable List<ClaimLine.Claimed> claimLines) {}

    /** @param account where to pay to; only on the NO_APPLICATION track, and there it must be said */
    record Submission(PayeeAccounts.@Nullable Account account) {}

    record Recall(@NotBlank @Size(max = 500) String reason) {}

    private final DraftFiling drafts;
    private final SubmitFiling submitting;
    private final FilingViews views;
    private final DraftPatch patches;
    private final Receipts receipts;
    private final SensitiveReads reads;

    FilingController(
            DraftFiling drafts,
            SubmitFiling submitting,
            FilingViews views,
            DraftPatch patches,
            Receipts receipts,
            SensitiveReads reads) {
        this.drafts = drafts;
        this.submitting = submitting;
        this.views = views;
        this.patches = patches;
        this.receipts = receipts;
        this.reads = reads;
    }

    @PostMapping
    @Idempotent
    ResponseEntity<FilingView> begin(@Valid @RequestBody Beginning beginning) {
        Caller caller = Caller.current();
        Filing filing = drafts.begin(
                new DraftFiling.Beginning(
                        beginning.itemCode(),
                        beginning.creditCode(),
                        beginning.call(),
                        beginning.project(),
                        beginning.claimLines()),
                caller);
        String location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(filing.id())
                .build()
                .getPath();
        return ResponseEntity.created(URI.create(String.valueOf(location)))
                .eTag(Versions.tag(filing.version()))
                .body(views.whole(filing, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<FilingView> one(@PathVariable String id) {
        Caller caller = Caller.current();
        Filing filing = views.visible(id, caller);
        reads.filing(filing, caller);
        return views.answer(filing);
    }

    /** A JSON merge patch (RFC 7396) of claimLines, facts, contact and project; lists are replaced as a whole. */
    @PatchMapping("/{id}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = DraftPatch.Shape.class)))
    ResponseEntity<FilingView> change(@PathVariable String id, IfMatch ifMatch, @RequestBody JsonNode patch) {
        Caller caller = Caller.current();
        Filing filing = views.own(id, caller);
        ifMatch.require(filing.version());
        return views.answer(drafts.change(filing, patches.read(patch), caller));
    }

    @GetMapping("/{id}/timeline")
    List<FilingView.TimelineStep> timeline(@PathVariable String id) {
        Caller caller = Caller.current();
        return views.timeline(views.visible(id, caller), caller);
    }

    /** The receipt of the newest submission: number, dates and what was handed in. */
    @GetMapping("/{id}/receipt")
    Receipts.Receipt receipt(@PathVariable String id) {
        return receipts.of(views.visible(id, Caller.current()));
    }

    /**
     * Submits, resubmits a correction, or confirms willingness and account on the NO_APPLICATION track. Elsewhere the body
     * may be left out.
     */
    @PostMapping("/{id}/submit")
    @Idempotent
    ResponseEntity<FilingView> submit(
            @PathVariable String id, IfMatch ifMatch, @RequestBody(required = false) @Nullable Submission submission) {
        Caller caller = Caller.current();
        Filing filing = views.own(id, caller);
        ifMatch.check(filing.version());
        return views.answer(submitting.submit(filing, submission == null ? null : submission.account(), caller));
    }

    @PostMapping("/{id}/withdraw")
    @Idempotent
    ResponseEntity<FilingView> withdraw(@PathVariable String id, IfMatch ifMatch) {
        Caller caller = Caller.current();
        Filing filing = views.own(id, caller);
        ifMatch.check(filing.version());
        return views.answer(submitting.withdraw(filing, caller));
    }

    /** The intake takes back a NO_APPLICATION filing that was opened, with the reason. */
    @PostMapping("/{id}/recall")
    @Idempotent
    ResponseEntity<FilingView> recall(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Recall recall) {
        Filing filing = views.seen(id, ifMatch);
        return views.answer(submitting.recall(filing, recall.reason().strip(), Caller.current()));
    }
}
