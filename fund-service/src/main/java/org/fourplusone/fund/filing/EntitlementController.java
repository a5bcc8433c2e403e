package org.fourplusone.fund.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 免申即享: filings opened from a confirmed list of policy-service. */
@RestController
@RequestMapping("/entitlements")
class EntitlementController {
    private static final String RUN = "[0-9A-Za-z-]{1,40}";

    /** @param run policy-service's list */
    record Pull(@NotNull @Pattern(regexp = RUN) String run) {}

    private final PullEntitlements pulling;
    private final EntitlementPulls pulls;

    EntitlementController(PullEntitlements pulling, EntitlementPulls pulls) {
        this.pulling = pulling;
        this.pulls = pulls;
    }

    /**
     * Opens the next filings of the list, a bounded number; asked again until {@code left} is 0. It needs no
     * Idempotency-Key: each enterprise of a list is settled once, however often this is asked.
     */
    @PostMapping
    PullEntitlements.Progress pull(@Valid @RequestBody Pull pull) {
        return pulling.pull(pull.run(), Caller.current());
    }

    @GetMapping("/{run:" + RUN + "}")
    PullEntitlements.Progress progress(@PathVariable String run) {
        return pulling.progress(run);
    }

    /** What became of each enterprise so far, by credit code. */
    @GetMapping("/{run:" + RUN + "}/enterprises")
    Page<EntitlementPulls.Outcome> outcomes(
            @PathVariable String run, @RequestParam(required = false) @Nullable Boolean skipped, Paging paging) {
        return pulls.page(run, skipped, paging);
    }
}
