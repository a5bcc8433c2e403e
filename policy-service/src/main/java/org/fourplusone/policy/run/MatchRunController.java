package org.fourplusone.policy.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Runs over the whole register that may take longer than a page. */
@RestController
@Tag(name = "Register")
class MatchRunController {

    /** An instance that is alive says so far more often. */
    private static final Duration LOST = Duration.ofMinutes(10);

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private final Items items;
    private final RegisterFeed feed;
    private final MatchRuns runs;
    private final MatchRunRows rows;
    private final MatchRunWork work;
    private final ProblemTexts texts;
    private final Clock clock;

    MatchRunController(
            Items items,
            RegisterFeed feed,
            MatchRuns runs,
            MatchRunRows rows,
            MatchRunWork work,
            ProblemTexts texts,
            Clock clock) {
        this.items = items;
        this.feed = feed;
        this.runs = runs;
        this.rows = rows;
        this.work = work;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param items codes; absent means all in force
     * @param asOf the day to speak for, default today; its year is the policy year
     * @param basis default DECLARED
     */
    record Order(
            @Nullable List<@Nullable String> items,
            @Nullable LocalDate asOf,
            MatchRun.@Nullable Basis basis) {}

    /**
     * @param done blocks of the register that are judged, then items that are stored, of {@code total}
     * @param problem a problem detail, where it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            MatchRun.State state,
            int done,
            int total,
            Instant startedAt,
            LocalDate asOf,
            MatchRun.Basis basis,
            @Nullable ProblemDetail problem,
            MatchRun.@Nullable Result result) {}

    @PostMapping("/match-runs")
    @Operation(summary = "Starts a run of items over the whole register; poll its Location")
    ResponseEntity<View> start(@RequestBody Order order, HttpServletRequest request) {
        feed.catchUp();
        LocalDate asOf = order.asOf == null ? LocalDate.now(clock) : order.asOf;
        if (asOf.isBefore(FIRST_DAY) || asOf.isAfter(LAST_DAY)) {
            throw Problem.invalid(new FieldProblem("asOf", "RANGE", FIRST_DAY.toString(), LAST_DAY.toString()));
        }
        MatchRun run = work.start(
                chosen(order.items, asOf), asOf, order.basis == null ? MatchRun.Basis.DECLARED : order.basis);
        URI location = URI.create(
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath() + "/" + run.id());
        return ResponseEntity.accepted().location(location).body(view(run, request));
    }

    private List<Item> chosen(@Nullable List<@Nullable String> codes, LocalDate asOf) {
        List<Item> inForce = items.inForce(asOf);
        if (codes == null) {
            return inForce;
        }
        Map<String, Item> byCode = new LinkedHashMap<>();
        inForce.forEach(item -> byCode.put(item.code(), item));
        Map<String, Item> chosen = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = String.valueOf(codes.get(i));
            Item item = byCode.get(code);
            if (item == null) {
                problems.add(new FieldProblem("items/" + i, "NOT_IN_FORCE", code, asOf.toString()));
            } else if (chosen.put(code, item) != null) {
                problems.add(new FieldProblem("items/" + i, "CODE_TWICE", code));
            }
        }
        if (codes.isEmpty()) {
            problems.add(new FieldProblem("items", "REQUIRED"));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return List.copyOf(chosen.values());
    }

    @GetMapping("/match-runs/{id}")
    @Operation(summary = "How far a run is, and its counts and costs by item and line once it is done")
    View run(@PathVariable String id, HttpServletRequest request) {
        return view(runs.find(id).orElseThrow(Problem::notFound), request);
    }

    /** Empty while the run is not done. */
    @GetMapping("/match-runs/{id}/enterprises")
    @Operation(summary = "The enterprises of a run with their verdict on one item, one page")
    Page<MatchRunRows.Row> enterprises(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam @Nullable Verdict verdict,
            Paging paging) {
        MatchRun run = runs.find(id).orElseThrow(Problem::notFound);
        MatchRun.Result result = run.result();
        if (result == null) {
            return Page.of(List.of(), paging, 0);
        }
        if (result.items().stream().noneMatch(each -> each.code().equals(item))) {
            throw Problem.invalid(
                    new FieldProblem("item", "NOT_IN_FORCE", item, run.asOf().toString()));
        }
        return rows.page(id, item, verdict, paging);
    }

    private View view(MatchRun run, HttpServletRequest request) {
        boolean lost =
                run.state() == MatchRun.State.RUNNING && run.beatAt().plus(LOST).isBefore(clock.instant());
        String problem = lost ? "RUN_LOST" : run.problem();
        return new View(
                run.id(),
                lost ? MatchRun.State.FAILED : run.state(),
                run.done(),
                run.total(),
                run.startedAt(),
                run.asOf(),
                run.basis(),
                problem == null ? null : texts.detail(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, problem), request),
                run.result());
    }
}
