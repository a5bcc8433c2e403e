package org.fourplusone.fund.timeliness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From filing to money: working days per step and in all, for everybody by call, for officers by filing. */
@RestController
@Tag(name = "Timeliness")
class TimelinessController {

    private record Asked(@Nullable String call, @Nullable String item) {}

    private record Measured(Timeliness all, List<Passage> slowestFirst) {
        static Measured of(Passages.Measured measured) {
            return new Measured(
                    Timeliness.of(measured.filings(), measured.ended(), measured.asOf(), measured.calendar()),
                    measured.filings().stream()
                            .collect(Collectors.groupingBy(Passage::total, TreeMap::new, Collectors.toList()))
                            .descendingMap()
                            .values()
                            .stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private final Passages passages;
    private final FilingViews filings;
    private final Cache<Asked, Measured> recent;

    TimelinessController(Passages passages, FilingViews filings, @Value("${suite.timeliness-age:PT30S}") Duration age) {
        this.passages = passages;
        this.filings = filings;
        this.recent =
                Caffeine.newBuilder().expireAfterWrite(age).maximumSize(20).build();
    }

    @GetMapping("/timeliness")
    @Operation(
            summary =
                    "Working days from filing to money against the aim of 60, for all calls or one, by phase and call")
    Timeliness timeliness(
            @RequestParam(required = false) @Nullable String call,
            @RequestParam(required = false) @Nullable String item) {
        return measured(call, item).all();
    }

    @GetMapping("/timeliness/filings")
    @Operation(summary = "The same filing by filing, the slowest first")
    Page<Passage> byFiling(
            @RequestParam(required = false) @Nullable String call,
            @RequestParam(required = false) @Nullable String item,
            Paging paging) {
        return Page.cut(measured(call, item).slowestFirst(), paging);
    }

    /** 404 too for a filing that was never submitted or ended without money. */
    @GetMapping("/filings/{id}/timeliness")
    @Operation(summary = "The working days of one filing so far, by phase")
    Passage ofFiling(@PathVariable String id) {
        String filing = filings.visible(id, Caller.current()).id();
        return passages.of(filing).orElseThrow(Problem::notFound);
    }

    private Measured measured(@Nullable String call, @Nullable String item) {
        Asked asked = new Asked(bounded("call", call, 26), bounded("item", item, 20));
        return recent.get(asked, key -> Measured.of(passages.of(key.call(), key.item())));
    }

    private static @Nullable String bounded(String field, @Nullable String value, int most) {
        if (value != null && (value.isEmpty() || value.length() > most)) {
            throw Problem.invalid(new FieldProblem(field, "LENGTH", 1, most));
        }
        return value;
    }
}
