package org.fourplusone.industry.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemTexts;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Rounds of publication: the numbers of a published one never change. */
@RestController
@RequestMapping("/statistics/vintages")
@Tag(name = "Statistics")
class VintageController {

    private final PublishVintage publish;
    private final Vintages vintages;
    private final VintageWork work;
    private final ProblemTexts texts;

    VintageController(PublishVintage publish, Vintages vintages, VintageWork work, ProblemTexts texts) {
        this.publish = publish;
        this.vintages = vintages;
        this.work = work;
        this.texts = texts;
    }

    /** @param vintage the newest month that it may report, such as {@code 2026-10} */
    record Order(@Nullable String vintage) {}

    /**
     * @param done years that are added up and protected, of {@code total}
     * @param problem a problem detail, where it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String vintage,
            Vintage.State state,
            int done,
            int total,
            Instant startedAt,
            @Nullable Instant publishedAt,
            @Nullable ProblemDetail problem) {}

    @PostMapping
    @Operation(summary = "Publishes what was reported up to a vintage and freezes it; poll its Location")
    @Idempotent
    ResponseEntity<View> publish(@RequestBody Order order, HttpServletRequest request) {
        String vintage = order.vintage;
        if (vintage == null || !Question.isVintage(vintage)) {
            throw Problem.invalid(new FieldProblem("vintage", vintage == null ? "REQUIRED" : "VINTAGE"));
        }
        Vintage begun = publish.begin(vintage, Caller.current().username());
        URI location = URI.create(
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath() + "/" + vintage);
        if (begun.state() == Vintage.State.RUNNING) {
            work.afterCommit(vintage);
            return ResponseEntity.accepted().location(location).body(view(begun, request));
        }
        return ResponseEntity.ok().location(location).body(view(begun, request));
    }

    @GetMapping
    @Operation(summary = "The published vintages and those under way, newest first")
    List<View> list(HttpServletRequest request) {
        return vintages.all().stream().map(vintage -> view(vintage, request)).toList();
    }

    @GetMapping("/{vintage}")
    @Operation(summary = "How far the publication of a vintage is")
    View one(@PathVariable String vintage, HttpServletRequest request) {
        return view(vintages.find(vintage).orElseThrow(Problem::notFound), request);
    }

    private View view(Vintage vintage, HttpServletRequest request) {
        String problem = vintage.problem();
        return new View(
                vintage.vintage(),
                vintage.state(),
                vintage.done(),
                vintage.total(),
                vintage.startedAt(),
                vintage.publishedAt(),
                problem == null ? null : texts.detail(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, problem), request));
    }
}
