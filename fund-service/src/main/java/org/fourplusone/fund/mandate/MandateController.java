package org.fourplusone.fund.mandate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mandates of an enterprise: read by its people and by officers, given and ended by its legal representative. */
@RestController
@RequestMapping("/mandates")
@Tag(name = "Mandates")
class MandateController {
    /**
     * @param username the account; it also needs the credit code, which the administrator assigns
     * @param may for a clerk: FILE, CONFIRM_ACCOUNT
     * @param from first day; today unless said
     */
    record Giving(
            @NotBlank @Size(max = 18) String creditCode,

            @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{1,80}")
            String username,

            @NotBlank @Size(max = 100) String name,
            Mandate.@NotNull Role role,
            @Nullable @Size(max = 5) List<@NotNull Right> may,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * @param givenBy the account that gave it, for officers: it may be an officer's
     * @param inForce whether it counts today
     */
    record View(
            String id,
            String creditCode,
            String username,
            String name,
            Mandate.Role role,
            List<Right> may,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String givenBy,
            Instant givenAt,
            @Nullable Instant endedAt,
            boolean inForce) {}

    private final Mandates mandates;
    private final GiveMandate giving;
    private final AuditLog audit;
    private final Clock clock;

    MandateController(Mandates mandates, GiveMandate giving, AuditLog audit, Clock clock) {
        this.mandates = mandates;
        this.giving = giving;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those not ended first. An enterprise without any is acted for by whoever the administrator assigned. */
    @GetMapping
    @Transactional
    @Operation(summary = "The mandates of one enterprise; an officer's reading is recorded")
    public Page<View> list(@RequestParam String creditCode, Paging paging) {
        Caller caller = Caller.current();
        if (caller.has("ENTERPRISE") && !caller.mayActFor(creditCode)) {
            throw Problem.notFound();
        }
        Page<Mandate> page = mandates.page(creditCode, paging);
        if (!caller.mayActFor(creditCode) && !page.items().isEmpty()) {
            List<String> read = page.items().stream().map(Mandate::id).toList();
            audit.record("MANDATES", "READ_PERSONS", null, Map.of("creditCode", creditCode, "mandates", read));
        }
        return page.map(this::view);
    }

    @PostMapping
    @Idempotent
    @Operation(summary = "Gives a mandate")
    ResponseEntity<View> give(@Valid @RequestBody Giving asked) {
        LocalDate from = asked.from() == null ? LocalDate.now(clock) : asked.from();
        if (from.getYear() < 2020 || from.getYear() > 2100) {
            throw Problem.invalid(new FieldProblem("from", "WINDOW"));
        }
        Mandate given = giving.give(
                new GiveMandate.Asked(
                        asked.creditCode(),
                        asked.username(),
                        asked.name().strip(),
                        asked.role(),
                        asked.may() == null ? List.of() : asked.may(),
                        from,
                        asked.to()),
                Caller.current());
        return ResponseEntity.status(HttpStatus.CREATED).body(view(given));
    }

    @PostMapping("/{id}/end")
    @Idempotent
    @Operation(summary = "Ends a mandate now")
    View end(@PathVariable String id) {
        return view(giving.end(id, Caller.current()));
    }

    private View view(Mandate mandate) {
        return new View(
                mandate.id(),
                mandate.creditCode(),
                mandate.username(),
                mandate.name(),
                mandate.role(),
                mandate.may(),
                mandate.from(),
                mandate.to(),
                Caller.current().mayActFor(mandate.creditCode()) ? null : mandate.givenBy(),
                mandate.givenAt(),
                mandate.endedAt(),
                mandate.isInForceOn(LocalDate.now(clock)));
    }
}
