package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The experts of a filing: drawn, scoring, stepping off. */
@RestController
@RequestMapping("/filings/{id}")
@Tag(name = "Review")
class PanelController {
    /**
     * @param score of 0 to 100, where the panel has no criteria
     * @param marks by criterion, where it has; the score is their sum
     */
    record Score(
            @Nullable @Min(0) @Max(100) Integer score,
            @Nullable @Size(max = 20) Map<String, @NotNull Integer> marks,
            @NotBlank @Size(max = 2000) String opinion) {}

    /** @param expert the drawn expert to replace; left out by whoever steps off */
    record Recusal(
            @Nullable @Size(min = 1, max = 80) String expert,
            @NotBlank @Size(max = 500) String reason) {}

    private final Experts experts;
    private final FilingViews views;

    PanelController(Experts experts, FilingViews views) {
        this.experts = experts;
        this.views = views;
    }

    @PostMapping("/experts")
    @Idempotent
    @Operation(
            summary =
                    "Draw experts at random for the panel's seats, or again for vacant ones; seeds and pools are kept")
    ResponseEntity<FilingView> draw(@PathVariable String id, IfMatch ifMatch) {
        return views.answer(experts.draw(views.seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/scores")
    @Idempotent
    ResponseEntity<FilingView> score(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Score score) {
        Map<String, Integer> marks = score.marks() == null ? Map.of() : score.marks();
        Marks given = new Marks(score.score(), marks, score.opinion());
        return views.answer(experts.score(views.seen(id, ifMatch).id(), given, Caller.current()));
    }

    @PostMapping("/recusal")
    @Idempotent
    @Operation(summary = "Step off the case, or replace a drawn expert who is in conflict")
    ResponseEntity<FilingView> recuse(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Recusal recusal) {
        Caller caller = Caller.current();
        String seen = views.seen(id, ifMatch).id();
        String reason = recusal.reason().strip();
        String expert = recusal.expert();
        if (expert == null || expert.equals(caller.username())) {
            return views.answer(experts.recuse(seen, reason, caller));
        }
        if (!caller.hasAny("INTAKE", "REVIEWER")) {
            throw Problem.invalid(new FieldProblem("expert", "NOT_SEATED"));
        }
        return views.answer(experts.replace(seen, expert, reason, caller));
    }
}
