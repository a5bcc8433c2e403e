package org.fourplusone.policy.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Stress tests before publication. */
@RestController
@Tag(name = "Simulations")
class SimulationController {

    private final RunSimulation run;
    private final Simulations simulations;

    SimulationController(RunSimulation run, Simulations simulations) {
        this.run = run;
        this.simulations = simulations;
    }

    /**
     * Runs changed and new items on the whole register beside those in force. The same inputs on the same register are
     * answered with the stored simulation: 200 instead of 201.
     */
    @PostMapping("/simulations")
    @Operation(summary = "Drafts or items in, their impact on the whole register and on each line's free money out")
    ResponseEntity<Simulation> simulate(@RequestBody Question question) {
        RunSimulation.Answered answered = run.run(question);
        URI location = URI.create(
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath() + "/"
                        + answered.simulation().id());
        return ResponseEntity.status(answered.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(answered.simulation());
    }

    @GetMapping("/simulations")
    @Operation(summary = "The kept simulations, newest first, one page")
    Page<ListedSimulation> list(Paging paging) {
        return simulations.newest(paging);
    }

    @GetMapping("/simulations/{id}")
    @Operation(summary = "One simulation as it was answered")
    Simulation simulation(@PathVariable String id) {
        return simulations.find(id).orElseThrow(Problem::notFound);
    }

    /**
     * What is answered unless CSV is asked for.
     *
     * @param cluster a cluster's code, or NONE for enterprises without one; likewise the size class
     */
    @GetMapping("/simulations/{id}/enterprises")
    @Operation(summary = "The enterprises that a simulation's changes touch, one page (or all of them as CSV)")
    Page<ChangedEnterprise> enterprises(
            @PathVariable String id,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable Shift change,
            @RequestParam @Nullable String cluster,
            @RequestParam @Nullable String sizeClass,
            Paging paging) {
        simulation(id);
        Predicate<ChangedEnterprise> wanted = wanted(change, cluster, sizeClass);
        List<ChangedEnterprise> page = new ArrayList<>();
        long[] seen = {0};
        simulations.eachChanged(id, item, each -> {
            if (wanted.test(each)) {
                if (seen[0] >= paging.offset() && page.size() < paging.size()) {
                    page.add(each);
                }
                seen[0]++;
            }
        });
        return Page.of(page, paging, seen[0]);
    }

    @GetMapping(path = "/simulations/{id}/enterprises", produces = "text/csv")
    void csv(
            @PathVariable String id,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable Shift change,
            @RequestParam @Nullable String cluster,
            @RequestParam @Nullable String sizeClass,
            HttpServletResponse response)
            throws IOException {
        simulation(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"simulation-" + id + ".csv\"");
        var out = response.getWriter();
        out.write(ChangedCsv.HEADER);
        Predicate<ChangedEnterprise> wanted = wanted(change, cluster, sizeClass);
        simulations.eachChanged(id, item, each -> {
            if (wanted.test(each)) {
                out.write(ChangedCsv.line(each));
            }
        });
    }

    private static Predicate<ChangedEnterprise> wanted(
            @Nullable Shift change, @Nullable String cluster, @Nullable String sizeClass) {
        return each -> (change == null || each.change() == change)
                && (cluster == null || cluster.equals(each.cluster() == null ? Impact.NONE : each.cluster()))
                && (sizeClass == null || sizeClass.equals(each.sizeClass() == null ? Impact.NONE : each.sizeClass()));
    }
}
