package org.fourplusone.policy.entitlement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 免申即享: lists of whom the register proves to be entitled, from the dry run to the confirmation. */
@RestController
@RequestMapping("/entitlement-runs")
@Tag(name = "Entitlement")
class EntitlementController {

    private final Entitlements entitlements;
    private final EntitlementRuns runs;
    private final ListedRows rows;

    EntitlementController(Entitlements entitlements, EntitlementRuns runs, ListedRows rows) {
        this.entitlements = entitlements;
        this.runs = runs;
        this.rows = rows;
    }

    /** @param asOf a day of this policy year up to today; absent means today */
    record Question(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,16}") String item,
            @Nullable LocalDate asOf) {}

    record Out(
            @NotNull @Pattern(regexp = "[0-9A-Z]{1,18}") String creditCode,
            @NotBlank @Size(max = 500) String reason) {}

    record In(@NotNull @Pattern(regexp = "[0-9A-Z]{1,18}") String creditCode) {}

    @PostMapping
    @Idempotent
    @Operation(summary = "Judges the whole register on proven facts and keeps the list as a dry run")
    ResponseEntity<RunView> make(@Valid @RequestBody Question question) {
        EntitlementRun run = entitlements.make(question.item(), question.asOf(), Caller.current());
        String location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(run.id())
                .build()
                .getPath();
        return ResponseEntity.created(URI.create(String.valueOf(location)))
                .eTag(Versions.tag(run.version()))
                .body(view(run));
    }

    @GetMapping
    @Operation(summary = "The lists, newest first, one page")
    Page<RunView> list(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) EntitlementRun.@Nullable State state,
            Paging paging) {
        Page<EntitlementRun> page = runs.newest(item, state, paging);
        Map<String, EntitlementRuns.Counts> counts =
                runs.counts(page.items().stream().map(EntitlementRun::id).toList());
        return page.map(run -> RunView.of(run, counts.get(run.id())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One list with its counts and sum")
    ResponseEntity<RunView> one(@PathVariable String id) {
        return answer(entitlements.get(id));
    }

    /** By credit code; {@code search} is part of the name or of the credit code. What is answered unless CSV is asked for. */
    @GetMapping("/{id}/enterprises")
    @Operation(summary = "The enterprises of a list with the reasons of those left out, one page")
    Page<RunView.RowView> enterprises(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Boolean included,
            @RequestParam(required = false) @Nullable Exclusion reason,
            @RequestParam(required = false) @Nullable String search,
            Paging paging) {
        return rows.page(entitlements.get(id).id(), filter(included, reason, search), paging)
                .map(RunView.RowView::of);
    }

    @GetMapping(value = "/{id}/enterprises", produces = Download.CSV)
    @Operation(summary = "All enterprises of a list as CSV")
    ResponseEntity<byte[]> csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Boolean included,
            @RequestParam(required = false) @Nullable Exclusion reason,
            @RequestParam(required = false) @Nullable String search) {
        EntitlementRun run = entitlements.get(id);
        List<Listed> all = rows.all(run.id(), filter(included, reason, search));
        return Download.csv(run.item() + "-" + run.asOf() + ".csv", ListCsv.of(all, Language.current()));
    }

    private static ListedRows.Filter filter(
            @Nullable Boolean included, @Nullable Exclusion reason, @Nullable String search) {
        if (search != null && search.length() > 100) {
            throw Problem.invalid(new FieldProblem("search", "LENGTH", 0, 100));
        }
        return new ListedRows.Filter(included, reason, search);
    }

    @PostMapping("/{id}/exclude")
    @Operation(summary = "Takes an enterprise out of a dry run, with the reason")
    ResponseEntity<RunView> exclude(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Out out) {
        EntitlementRun seen = entitlements.get(id);
        ifMatch.require(seen.version());
        return answer(entitlements.exclude(seen, out.creditCode(), out.reason().strip(), Caller.current()));
    }

    @PostMapping("/{id}/include")
    @Operation(summary = "Takes back in what an officer took out of a dry run")
    ResponseEntity<RunView> include(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody In in) {
        EntitlementRun seen = entitlements.get(id);
        ifMatch.require(seen.version());
        return answer(entitlements.include(seen, in.creditCode()));
    }

    @PostMapping("/{id}/confirm")
    @Idempotent
    @Operation(summary = "Confirms a dry run, if everyone included still qualifies as listed")
    ResponseEntity<RunView> confirm(@PathVariable String id, IfMatch ifMatch) {
        EntitlementRun seen = entitlements.get(id);
        ifMatch.check(seen.version());
        return answer(entitlements.confirm(seen, Caller.current()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Discards a dry run")
    ResponseEntity<Void> discard(@PathVariable String id, IfMatch ifMatch) {
        EntitlementRun seen = entitlements.get(id);
        ifMatch.require(seen.version());
        entitlements.discard(seen, Caller.current());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<RunView> answer(EntitlementRun run) {
        return ResponseEntity.ok().eTag(Versions.tag(run.version())).body(view(run));
    }

    private RunView view(EntitlementRun run) {
        return RunView.of(run, runs.counts(List.of(run.id())).get(run.id()));
    }
}
