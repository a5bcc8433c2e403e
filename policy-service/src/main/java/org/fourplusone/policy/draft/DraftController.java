package org.fourplusone.policy.draft;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Faults;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemCheck;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.item.PackageCheck;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Drafts: written by editors, published by another person after a fair-competition review. */
@RestController
@Tag(name = "Drafts")
class DraftController {

    private final Drafts drafts;
    private final DraftItem writing;
    private final MoveDraft moves;
    private final Packages packages;
    private final Items items;
    private final Clock clock;

    DraftController(Drafts drafts, DraftItem writing, MoveDraft moves, Packages packages, Items items, Clock clock) {
        this.drafts = drafts;
        this.writing = writing;
        this.moves = moves;
        this.packages = packages;
        this.items = items;
        this.clock = clock;
    }

    /** @param base the published version to start from; without it the one in force */
    record Begin(@Nullable JsonNode content, @Nullable Long base) {}

    /** @param content a merge patch (RFC 7396) of the item */
    record Save(@Nullable JsonNode content, @Nullable Long base) {}

    record Submit(@NotNull @Valid FairCompetition fairCompetition) {}

    record Return(@NotBlank @Size(max = 1000) String reason) {}

    record Publish(@NotNull LocalDate inForceFrom, @Nullable LocalDate inForceTo) {}

    @PostMapping("/items/{code}/drafts")
    @Operation(summary = "Begin a draft: a copy of a published version, or the content sent")
    @Idempotent
    ResponseEntity<DraftView> begin(@PathVariable String code, @RequestBody(required = false) @Nullable Begin begin) {
        Begin asked = begin == null ? new Begin(null, null) : begin;
        String id = writing.begin(code, orNull(asked.content), asked.base, Caller.current());
        Draft draft = drafts.require(id);
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/drafts/{id}")
                        .build(id))
                .eTag(Versions.tag(draft.version()))
                .body(view(draft));
    }

    private static @Nullable JsonNode orNull(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    @GetMapping("/drafts")
    @Operation(summary = "The drafts, the last changed first")
    Page<DraftView.Listed> list(
            @RequestParam(required = false) DraftMove.@Nullable State state,
            @RequestParam(required = false) @Nullable String code,
            Paging paging) {
        Page<Draft> page = drafts.list(state, code, paging);
        return new Page<>(
                page.items().stream().map(DraftView.Listed::of).toList(), page.page(), page.size(), page.total());
    }

    @GetMapping("/drafts/{id}")
    @Operation(summary = "One draft with its content, its sentences and what may be done with it")
    ResponseEntity<DraftView> draft(@PathVariable String id) {
        return answer(id);
    }

    @PatchMapping("/drafts/{id}")
    @Operation(summary = "Change a draft's content; checked as a whole, saved only without faults")
    ResponseEntity<DraftView> save(@PathVariable String id, IfMatch ifMatch, @RequestBody Save save) {
        Draft draft = drafts.require(id);
        ifMatch.require(draft.version());
        if (save.content == null && save.base == null) {
            throw Problem.invalid(new FieldProblem("content", "REQUIRED"));
        }
        writing.save(draft, save.content, save.base, Caller.current());
        return answer(id);
    }

    @DeleteMapping("/drafts/{id}")
    @Operation(summary = "Discard a draft that is not published; it stays in the list as discarded")
    ResponseEntity<Void> discard(@PathVariable String id, IfMatch ifMatch) {
        moves.discard(seen(id, ifMatch));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/drafts/{id}/submit")
    @Operation(summary = "Hand a draft to the publisher with its fair-competition review")
    @Idempotent
    ResponseEntity<DraftView> submit(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Submit submit) {
        moves.submit(seen(id, ifMatch), submit.fairCompetition, Caller.current());
        return answer(id);
    }

    @PostMapping("/drafts/{id}/return")
    @Operation(summary = "Give a submitted draft back to its editors")
    @Idempotent
    ResponseEntity<DraftView> giveBack(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Return back) {
        moves.giveBack(seen(id, ifMatch), back.reason);
        return answer(id);
    }

    @PostMapping("/drafts/{id}/publish")
    @Operation(summary = "Publish a submitted draft from a day after today; never its own editor or submitter")
    @Idempotent
    ResponseEntity<DraftView> publish(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Publish publish) {
        moves.publish(seen(id, ifMatch), publish.inForceFrom, publish.inForceTo, Caller.current());
        return answer(id);
    }

    private Draft seen(String id, IfMatch ifMatch) {
        Draft draft = drafts.require(id);
        ifMatch.check(draft.version());
        return draft;
    }

    private ResponseEntity<DraftView> answer(String id) {
        Draft draft = drafts.require(id);
        return ResponseEntity.ok().eTag(Versions.tag(draft.version())).body(view(draft));
    }

    private DraftView view(Draft draft) {
        LocalDate today = LocalDate.now(clock);
        Caller caller = Caller.current();
        RuleFaults faults = new RuleFaults();
        if (draft.kind() == Draft.Kind.PACKAGE) {
            PolicyPackage whole = new PackageCheck(items.dictionary()).read(draft.content(), faults);
            PackagePreview preview =
                    whole == null || draft.state() == DraftMove.State.PUBLISHED ? null : packages.preview(whole);
            return DraftView.of(draft, null, Faults.fields("", faults), preview, today.getYear(), caller);
        }
        Item item = new ItemCheck(items.dictionary(), items.catalogue(today)).read(draft.content(), faults);
        List<FieldProblem> fields = Faults.fields("/content", faults);
        return DraftView.of(draft, item, fields, null, today.getYear(), caller);
    }
}
