package org.fourplusone.fund.outcome;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation (绩效评价) of finished filings. */
@RestController
@RequestMapping("/evaluations")
@Tag(name = "Evaluation")
class EvaluationController {
    /** @param points of each criterion, 0 to its most */
    record ScoreRequest(
            @NotNull Map<Criterion, Integer> points,
            @NotBlank @Size(max = 2000) String opinion) {}

    private final Evaluations evaluations;
    private final EvaluateFiling evaluating;
    private final EvaluationViews views;
    private final FilingViews visible;

    EvaluationController(
            Evaluations evaluations, EvaluateFiling evaluating, EvaluationViews views, FilingViews visible) {
        this.evaluations = evaluations;
        this.evaluating = evaluating;
        this.views = views;
        this.visible = visible;
    }

    /** Own finished filings for an enterprise, all for officers; newest first. */
    @GetMapping
    @Operation(summary = "The finished filings with their evaluations, begun or not")
    Page<EvaluationView> list(
            @RequestParam(required = false) @Nullable Band band,
            @RequestParam(required = false) Evaluation.@Nullable State state,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable Integer year,
            Paging paging) {
        Caller caller = Caller.current();
        Evaluations.Filter filter = new Evaluations.Filter(
                band, state, item, year, FilingViews.isOfficer(caller) ? null : caller.creditCodes());
        Page<Filing> page = evaluations.finished(filter, paging);
        Map<String, Evaluation> known = evaluations.all(page.items());
        return page.map(filing -> views.brief(Objects.requireNonNull(known.get(filing.id())), filing));
    }

    @GetMapping("/{filing}")
    @Operation(summary = "The evaluation of one filing, with its version as ETag")
    ResponseEntity<EvaluationView> one(@PathVariable("filing") String id) {
        Filing filing = visible.visible(id, Caller.current());
        return answer(evaluations.of(filing), filing);
    }

    /** Whole, not by parts: what is left out is emptied. */
    @PutMapping("/{filing}/self-report")
    @Operation(summary = "Save the self-report as a draft; needs If-Match")
    ResponseEntity<EvaluationView> save(
            @PathVariable("filing") String id, IfMatch ifMatch, @Valid @RequestBody SelfReport report) {
        Filing filing = visible.own(id, Caller.current());
        return answer(evaluating.save(id, ifMatch, report), filing);
    }

    @PostMapping("/{filing}/submit")
    @Idempotent
    @Operation(summary = "Submit the saved self-report, once")
    ResponseEntity<EvaluationView> submit(@PathVariable("filing") String id, IfMatch ifMatch) {
        Caller caller = Caller.current();
        Filing filing = visible.own(id, caller);
        return answer(evaluating.submit(id, ifMatch, caller), filing);
    }

    @PostMapping("/{filing}/score")
    @Idempotent
    @Operation(summary = "Score a finished filing, once, by an officer who did nothing else on it")
    ResponseEntity<EvaluationView> score(
            @PathVariable("filing") String id, IfMatch ifMatch, @Valid @RequestBody ScoreRequest request) {
        Caller caller = Caller.current();
        Filing filing = visible.visible(id, caller);
        return answer(
                evaluating.score(
                        id, ifMatch, request.points(), request.opinion().strip(), caller),
                filing);
    }

    private ResponseEntity<EvaluationView> answer(Evaluation evaluation, Filing filing) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(evaluation.version()))
                .body(views.whole(evaluation, filing, Caller.current()));
    }
}
