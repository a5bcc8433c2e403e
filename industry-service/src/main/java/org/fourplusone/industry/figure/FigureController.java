package org.fourplusone.industry.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/figures")
@Tag(name = "Figures")
class FigureController {

    private final PublishedFigures figures;

    private final DerivedFigures derived;

    FigureController(PublishedFigures figures, DerivedFigures derived) {
        this.figures = figures;
        this.derived = derived;
    }

    /** A figure together with the title of its source. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Sourced(@JsonUnwrapped Figure figure, Text sourceTitle, int sourceYear) {}

    @GetMapping
    @Operation(summary = "The published figures with their sources; 200 a page unless asked otherwise")
    Page<Sourced> list(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String scope,
            Paging paging,
            HttpServletRequest request) {
        Paging page = request.getParameter("size") == null ? new Paging(paging.page(), Paging.MOST) : paging;
        List<Sourced> found = figures.find(source, indicator, scope).stream()
                .map(this::sourced)
                .toList();
        return Page.cut(found, page);
    }

    private Sourced sourced(Figure figure) {
        PublishedFigures.Source from = figures.source(figure.source());
        return new Sourced(figure, from.title(), from.year());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One published figure with its source")
    Sourced one(@PathVariable String id) {
        return figures.find(id).map(this::sourced).orElseThrow(Problem::notFound);
    }

    @GetMapping("/derived")
    @Operation(
            summary = "Numbers that follow from the published figures, with their parts and what the accounts say",
            description = "Worked out exactly, rounded once at the end as each result says; where a part is rounded"
                    + " itself, low and high give what the result can be.")
    List<Derived> derived() {
        return derived.all();
    }

    @GetMapping("/sources")
    @Operation(summary = "The accounts that the figures were taken from")
    List<PublishedFigures.Source> sources() {
        return figures.sources();
    }

    @GetMapping("/contradictions")
    @Operation(summary = "What does not go together in the published figures, shown and not smoothed")
    List<PublishedFigures.Contradiction> contradictions() {
        return figures.contradictions();
    }
}
