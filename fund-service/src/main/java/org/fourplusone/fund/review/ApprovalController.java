package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
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

/** Signing the award of a filing, rejecting it, or giving it back to the reviewer. */
@RestController
@RequestMapping("/filings/{id}")
@Tag(name = "Review")
class ApprovalController {
    record Approval(
            @NotNull Money amount,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 100) String minute,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

    /** @param onBehalfOf the approver who delegated the step, where one did */
    record Rejection(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull Reason> reasons,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

    /** @param onBehalfOf the approver who delegated the step, where one did */
    record SendingBack(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(min = 1, max = 80) String onBehalfOf) {}

    private final Approving approving;
    private final Signatures signatures;
    private final FilingViews views;

    ApprovalController(Approving approving, Signatures signatures, FilingViews views) {
        this.approving = approving;
        this.signatures = signatures;
        this.views = views;
    }

    /** Who signed, and how many have to: of {@code amount}, else of what was signed or reviewed. */
    @GetMapping("/signatures")
    @Operation(summary = "Signatures under the award, how many it needs, and the most that may be approved now")
    Signatures.Progress signatures(@PathVariable String id, @RequestParam(required = false) @Nullable String amount) {
        return signatures.progress(views.officers(id, Caller.current()), amount == null ? null : money(amount));
    }

    @PostMapping("/approve")
    @Idempotent
    ResponseEntity<FilingView> approve(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Approval approval) {
        if (!approval.amount().isPositive()) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
        Approving.Approval read =
                new Approving.Approval(approval.amount(), approval.reason(), approval.minute(), approval.onBehalfOf());
        return views.answer(approving.approve(views.seen(id, ifMatch).id(), read, Caller.current()));
    }

    @PostMapping("/reject")
    @Idempotent
    ResponseEntity<FilingView> reject(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Rejection rejection) {
        return views.answer(approving.reject(
                views.seen(id, ifMatch).id(), rejection.reasons(), rejection.onBehalfOf(), Caller.current()));
    }

    @PostMapping("/send-back")
    @Idempotent
    @Operation(summary = "Give a recommendation back to the reviewer, before any approver has signed it")
    ResponseEntity<FilingView> sendBack(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody SendingBack back) {
        return views.answer(approving.sendBack(
                views.seen(id, ifMatch).id(), back.reason().strip(), back.onBehalfOf(), Caller.current()));
    }

    private static Money money(String amount) {
        try {
            return Money.parse(amount);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
    }
}
