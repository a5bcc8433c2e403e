package org.fourplusone.industry.enterprise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps in an enterprise's life; each needs Idempotency-Key and If-Match and answers with the entry as it is then. */
@RestController
@RequestMapping("/enterprises/{creditCode}")
@Tag(name = "Enterprises")
class EnterpriseMoveController {

    private final MoveEnterprise move;
    private final EnterpriseDetails details;

    EnterpriseMoveController(MoveEnterprise move, EnterpriseDetails details) {
        this.move = move;
        this.details = details;
    }

    /** @param on the first day of the new name, not after today */
    record Renaming(
            @NotBlank @Size(max = 120) String name, @NotNull LocalDate on) {}

    /** @param on the first day on which the enterprise is no more, not after today */
    record Closing(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param into credit code of the enterprise that takes it over and stays */
    record Merging(
            @NotBlank String into,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    record Reopening(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/rename")
    @Idempotent
    @Operation(summary = "The enterprise has another name from a day on; the old one is kept and found")
    ResponseEntity<EnterpriseEntry.Detail> rename(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody Renaming renaming) {
        return answer(move.rename(CreditCode.parse(creditCode), ifMatch, renaming.name(), renaming.on()));
    }

    @PostMapping("/close")
    @Idempotent
    @Operation(summary = "The enterprise ends: from then on its facts can only be corrected; 409 ILLEGAL_MOVE")
    ResponseEntity<EnterpriseEntry.Detail> close(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody Closing closing) {
        return answer(move.close(CreditCode.parse(creditCode), ifMatch, closing.on(), closing.reason()));
    }

    @PostMapping("/merge")
    @Idempotent
    @Operation(summary = "The enterprise is merged into another one, which answers for its awards and what it owes")
    ResponseEntity<EnterpriseEntry.Detail> merge(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody Merging merging) {
        CreditCode into = CreditCode.parse(merging.into(), "into");
        return answer(move.merge(CreditCode.parse(creditCode), ifMatch, into, merging.on(), merging.reason()));
    }

    @PostMapping("/reopen")
    @Idempotent
    @Operation(summary = "Takes back a closure or merger that was entered by mistake; both stay in the history")
    ResponseEntity<EnterpriseEntry.Detail> reopen(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody Reopening reopening) {
        return answer(move.reopen(CreditCode.parse(creditCode), ifMatch, reopening.reason()));
    }

    private ResponseEntity<EnterpriseEntry.Detail> answer(Enterprise enterprise) {
        return ResponseEntity.ok().eTag(Versions.tag(enterprise.version())).body(details.of(enterprise));
    }
}
