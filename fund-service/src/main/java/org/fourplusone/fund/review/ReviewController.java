package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What officers do with a filing, from acceptance to approval. Each answers the filing as it then stands. */
@RestController
@RequestMapping("/filings/{id}")
class ReviewController {
    record Refusal(@NotEmpty @Size(max = 20) List<@Valid @NotNull Reason> reasons) {}

    /** @param reason why it could not be said at first; for a second return */
    record Return(
            @NotEmpty @Size(max = 20) List<CorrectionNotice.@Valid @NotNull Point> points,
            @Nullable @Size(min = 1, max = 500) String reason) {}

    record Score(
            @NotNull @Min(0) @Max(100) Integer score,
            @NotBlank @Size(max = 2000) String opinion) {}

    /**
     * @param amount positive when recommended, at most the award recomputed from verified facts and allowed lines
     * @param verified keys of facts that the reviewer confirms as they stand
     */
    record Review(
            @Nullable Money amount,
            @NotBlank @Size(max = 2000) String opinion,
            @NotNull Boolean recommend,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> verified,
            @Nullable @Size(max = 200) List<@Valid @NotNull Disallowed> disallowed) {}

    record Disallowed(
            @NotBlank @Size(max = 10) String line,
            @NotBlank @Size(max = 500) String reason) {}

    record Approval(
            @NotNull Money amount,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 100) String minute) {}

    private final Intake intake;
    private final Experts experts;
    private final Reviewing reviewing;
    private final Approving approving;
    private final Signatures signatures;
    private final FilingViews views;

    ReviewController(
            Intake intake,
            Experts experts,
            Reviewing reviewing,
            Approving approving,
            Signatures signatures,
            FilingViews views) {
        this.intake = intake;
        this.experts = experts;
        this.reviewing = reviewing;
        this.approving = approving;
        this.signatures = signatures;
        this.views = views;
    }

    @PostMapping("/accept")
    @Idempotent
    ResponseEntity<FilingView> accept(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(intake.accept(seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/refuse")
    @Idempotent
    ResponseEntity<FilingView> refuse(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Refusal refusal) {
        return answer(intake.refuse(seen(id, ifMatch).id(), refusal.reasons(), Caller.current()));
    }

    @PostMapping("/return")
    @Idempotent
    ResponseEntity<FilingView> giveBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Return notice) {
        String reason = notice.reason() == null || notice.reason().isBlank()
                ? null
                : notice.reason().strip();
        CorrectionNotice.Body body = new CorrectionNotice.Body(notice.points(), reason);
        return answer(intake.giveBack(seen(id, ifMatch).id(), body, Caller.current()));
    }

    /** Draws one expert at random; the seed and the pool are kept. */
    @PostMapping("/experts")
    @Idempotent
    ResponseEntity<FilingView> draw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(experts.draw(seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/scores")
    @Idempotent
    ResponseEntity<FilingView> score(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Score score) {
        return answer(experts.score(seen(id, ifMatch).id(), score.score(), score.opinion(), Caller.current()));
    }

    @PostMapping("/review")
    @Idempotent
    ResponseEntity<FilingView> review(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Review review) {
        List<Disallowed> disallowed = review.disallowed() == null ? List.of() : review.disallowed();
        Reviewing.Review read = new Reviewing.Review(
                review.amount(),
                review.opinion(),
                review.recommend(),
                review.verified() == null ? List.of() : review.verified(),
                disallowed.stream()
                        .map(line -> new Reviewing.Disallowed(line.line(), line.reason()))
                        .toList());
        return answer(reviewing.review(seen(id, ifMatch), read, Caller.current()));
    }

    /** Who signed, and how many have to: of {@code amount}, else of what was signed or reviewed. */
    @GetMapping("/signatures")
    @Operation(summary = "Signatures under the award and how many it needs")
    Signatures.Progress signatures(@PathVariable String id, @RequestParam(required = false) @Nullable String amount) {
        return signatures.progress(views.officers(id, Caller.current()), amount == null ? null : money(amount));
    }

    private static Money money(String amount) {
        try {
            return Money.parse(amount);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
    }

    @PostMapping("/approve")
    @Idempotent
    ResponseEntity<FilingView> approve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Approval approval) {
        if (!approval.amount().isPositive()) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
        Approving.Approval read = new Approving.Approval(approval.amount(), approval.reason(), approval.minute());
        return answer(approving.approve(seen(id, ifMatch).id(), read, Caller.current()));
    }

    @PostMapping("/reject")
    @Idempotent
    ResponseEntity<FilingView> reject(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Refusal refusal) {
        return answer(approving.reject(seen(id, ifMatch).id(), refusal.reasons(), Caller.current()));
    }

    private Filing seen(String id, @Nullable String ifMatch) {
        Filing filing = views.visible(id, Caller.current());
        Versions.check(ifMatch, filing.version());
        return filing;
    }

    private ResponseEntity<FilingView> answer(Filing filing) {
        return ResponseEntity.ok().eTag(Versions.tag(filing.version())).body(views.whole(filing, Caller.current()));
    }
}
