package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the intake desk does with a filing. Each step answers the filing as it then stands. */
@RestController
@RequestMapping("/filings/{id}")
@Tag(name = "Review")
class IntakeController {
    record Refusal(@NotEmpty @Size(max = 20) List<@Valid @NotNull Reason> reasons) {}

    /** @param reason why it could not be said at first; for a second return */
    record Return(
            @NotEmpty @Size(max = 20) List<CorrectionNotice.@Valid @NotNull Point> points,
            @Nullable @Size(min = 1, max = 500) String reason) {}

    private final Intake intake;
    private final FilingViews views;

    IntakeController(Intake intake, FilingViews views) {
        this.intake = intake;
        this.views = views;
    }

    @PostMapping("/accept")
    @Idempotent
    ResponseEntity<FilingView> accept(@PathVariable String id, IfMatch ifMatch) {
        return views.answer(intake.accept(views.seen(id, ifMatch).id(), Caller.current()));
    }

    @PostMapping("/refuse")
    @Idempotent
    ResponseEntity<FilingView> refuse(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Refusal refusal) {
        return views.answer(intake.refuse(views.seen(id, ifMatch).id(), refusal.reasons(), Caller.current()));
    }

    @PostMapping("/return")
    @Idempotent
    ResponseEntity<FilingView> giveBack(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Return notice) {
        String reason = notice.reason() == null || notice.reason().isBlank()
                ? null
                : notice.reason().strip();
        CorrectionNotice.Body body = new CorrectionNotice.Body(notice.points(), reason);
        return views.answer(intake.giveBack(views.seen(id, ifMatch).id(), body, Caller.current()));
    }
}
