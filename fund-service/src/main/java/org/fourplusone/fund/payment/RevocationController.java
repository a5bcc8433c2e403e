package org.fourplusone.fund.payment;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fourplusone.fund.filing.FilingView;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An award taken back. */
@RestController
class RevocationController {
    record Revocation(@NotBlank @Size(max = 1000) String reason) {}

    private final RevokeAward revoking;
    private final FilingViews views;

    RevocationController(RevokeAward revoking, FilingViews views) {
        this.revoking = revoking;
        this.views = views;
    }

    @PostMapping("/filings/{id}/revoke")
    @Idempotent
    @Operation(summary = "An approver revokes an award of which nothing was paid: its money is free again")
    ResponseEntity<FilingView> revoke(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Revocation revocation) {
        return views.answer(revoking.revoke(
                views.seen(id, ifMatch).id(), revocation.reason().strip(), Caller.current()));
    }
}
