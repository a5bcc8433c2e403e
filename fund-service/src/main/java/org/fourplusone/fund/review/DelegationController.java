package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delegations of the power to approve. */
@RestController
@RequestMapping("/delegations")
@Tag(name = "delegations")
class DelegationController {
    /** @param endsOn the last day, at most a year after the first */
    record Delegating(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,80}")
            String delegate,

            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @NotBlank @Size(max = 500) String reason) {}

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    @GetMapping
    @Operation(summary = "One's own delegations, made and received; all of them for an auditor and an administrator")
    Page<Delegations.Delegation> list(@RequestParam(required = false) @Nullable Boolean active, Paging paging) {
        Caller caller = Caller.current();
        String whose = caller.hasAny("AUDITOR", "ADMIN") ? null : caller.username();
        return delegations.page(whose, active, paging);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let another approver sign for oneself for a period")
    Delegations.Delegation delegate(@Valid @RequestBody Delegating delegating) {
        return delegations.add(
                delegating.delegate(),
                delegating.startsOn(),
                delegating.endsOn(),
                delegating.reason().strip(),
                Caller.current());
    }

    @PostMapping("/{id}/end")
    @Idempotent
    @Operation(summary = "End one's own delegation now")
    Delegations.Delegation end(@PathVariable String id) {
        return delegations.end(id, Caller.current());
    }
}
