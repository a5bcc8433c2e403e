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
import java.util.Map;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** @param onBehalfOf the approver who delegated the step, where one did */
    record Rejection(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull Reason> reasons,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

    /** @param onBehalfOf the approver who delegated the step, where one did */
    record SendingBack(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

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

    /**
     * @param amount positive when recommended, at most the award recomputed from verified facts and allowed lines
     * @param verified keys of facts that the reviewer confirms as they stand
     * @param reductions asked where the amount is below that award, making up the difference
     * @param audit asked for a recommendation on the EXPERT_AND_AUDIT track
     */
    record Review(
            @Nullable Money amount,
            @NotBlank @Size(max = 2000) String opinion,
            @NotNull Boolean recommend,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> verified,
            @Nullable @Size(max = 200) List<@Valid @NotNull Disallowed> disallowed,
            @Nullable @Size(max = 200) List<@Valid @NotNull Reduction> reductions,
            @Nullable @Valid Audit audit) {}

    /**
     * A third party's audit (审计核定): of the whole, of single lines, or both.
     *
     * @param document the number of its report
     */
    record Audit(
            @NotBlank @Size(max = 100) String document,
            @Nullable Money amount,
            @Nullable @Size(max = 200) List<@Valid @NotNull AuditedLine> lines) {

        CostAudit read() {
            List<AuditedLine> audited = lines == null ? List.of() : lines;
            return new CostAudit(
                    document,
                    amount,
                    audited.stream()
                            .map(line -> new CostAudit.Line(line.line(), line.amount()))
                            .toList());
        }
    }

    record AuditedLine(
            @NotBlank @Size(max = 10) String line, @NotNull Money amount) {}

    record Disallowed(
            @NotBlank @Size(max = 10) String line,
            @NotBlank @Size(max = 500) String reason) {}

    record Approval(
            @NotNull Money amount,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 100) String minute,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

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
            IfMatch ifMatch) {
        return answer(intake.accept(seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/refuse")
    @Idempotent
    ResponseEntity<FilingView> refuse(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Refusal refusal) {
        return answer(intake.refuse(seen(id, ifMatch).id(), refusal.reasons(), Caller.current()));
    }

    @PostMapping("/return")
    @Idempotent
    ResponseEntity<FilingView> giveBack(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Return notice) {
        String reason = notice.reason() == null || notice.reason().isBlank()
                ? null
                : notice.reason().strip();
        CorrectionNotice.Body body = new CorrectionNotice.Body(notice.points(), reason);
        return answer(intake.giveBack(seen(id, ifMatch).id(), body, Caller.current()));
    }

    @PostMapping("/send-back")
    @Idempotent
    @Operation(summary = "Give a recommendation back to the reviewer, before any approver has signed it")
    ResponseEntity<FilingView> sendBack(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody SendingBack back) {
        return answer(
                approving.sendBack(seen(id, ifMatch).id(), back.reason().strip(), back.onBehalfOf(), Caller.current()));
    }

    @PostMapping("/experts")
    @Idempotent
    @Operation(
            summary =
                    "Draw experts at random for the panel's seats, or again for vacant ones; seeds and pools are kept")
    ResponseEntity<FilingView> draw(
            @PathVariable String id,
            IfMatch ifMatch) {
        return answer(experts.draw(seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/scores")
    @Idempotent
    ResponseEntity<FilingView> score(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Score score) {
        Map<String, Integer> marks = score.marks() == null ? Map.of() : score.marks();
        Marks given = new Marks(score.score(), marks, score.opinion());
        return answer(experts.score(seen(id, ifMatch).id(), given, Caller.current()));
    }

    @PostMapping("/recusal")
    @Idempotent
    @Operation(summary = "Step off the case, or replace a drawn expert who is in conflict")
    ResponseEntity<FilingView> recuse(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Recusal recusal) {
        Caller caller = Caller.current();
        String seen = seen(id, ifMatch).id();
        String reason = recusal.reason().strip();
        String expert = recusal.expert();
        if (expert == null || expert.equals(caller.username())) {
            return answer(experts.recuse(seen, reason, caller));
        }
        if (!caller.hasAny("INTAKE", "REVIEWER")) {
            throw Problem.invalid(new FieldProblem("expert", "NOT_SEATED"));
        }
        return answer(experts.replace(seen, expert, reason, caller));
    }

    @PostMapping("/review")
    @Idempotent
    ResponseEntity<FilingView> review(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Review review) {
        List<Disallowed> disallowed = review.disallowed() == null ? List.of() : review.disallowed();
        Reviewing.Review read = new Reviewing.Review(
                review.amount(),
                review.opinion(),
                review.recommend(),
                review.verified() == null ? List.of() : review.verified(),
                disallowed.stream()
                        .map(line -> new Reviewing.Disallowed(line.line(), line.reason()))
                        .toList(),
                review.reductions() == null ? List.of() : review.reductions(),
                review.audit() == null ? null : review.audit().read());
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
            IfMatch ifMatch,
            @Valid @RequestBody Approval approval) {
        if (!approval.amount().isPositive()) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
        Approving.Approval read =
                new Approving.Approval(approval.amount(), approval.reason(), approval.minute(), approval.onBehalfOf());
        return answer(approving.approve(seen(id, ifMatch).id(), read, Caller.current()));
    }

    @PostMapping("/reject")
    @Idempotent
    ResponseEntity<FilingView> reject(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Rejection rejection) {
        return answer(approving.reject(
                seen(id, ifMatch).id(), rejection.reasons(), rejection.onBehalfOf(), Caller.current()));
    }

    private Filing seen(String id, IfMatch ifMatch) {
        Filing filing = views.visible(id, Caller.current());
        ifMatch.check(filing.version());
        return filing;
    }

    private ResponseEntity<FilingView> answer(Filing filing) {
        return ResponseEntity.ok().eTag(Versions.tag(filing.version())).body(views.whole(filing, Caller.current()));
    }
}
