package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recommendation of a filing, and what it says of its lines. */
@RestController
@RequestMapping("/filings/{id}")
@Tag(name = "Review")
class ReviewController {
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

    private final Reviewing reviewing;
    private final FilingViews views;

    ReviewController(Reviewing reviewing, FilingViews views) {
        this.reviewing = reviewing;
        this.views = views;
    }

    @PostMapping("/review")
    @Idempotent
    ResponseEntity<FilingView> review(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Review review) {
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
        return views.answer(reviewing.review(views.seen(id, ifMatch), read, Caller.current()));
    }
}
