package org.fourplusone.industry.bulletin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Releases;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/bulletins")
@Tag(name = "Bulletins")
class BulletinController {

    private final WriteBulletin bulletins;
    private final Releases releases;

    BulletinController(WriteBulletin bulletins, Releases releases) {
        this.bulletins = bulletins;
        this.releases = releases;
    }

    /** A bulletin that can be read. */
    record Entry(String period, String kind, Text title, String link) {}

    @GetMapping
    @Operation(summary = "The bulletins that can be read, newest first: kind month or quarter, both unless asked")
    Page<Entry> list(@RequestParam(required = false) @Nullable String kind, Paging paging) {
        if (kind != null && !List.of("month", "quarter").contains(kind)) {
            throw Problem.invalid(new FieldProblem("kind", "UNKNOWN_VALUE", "month, quarter"));
        }
        List<Issue> issues = new ArrayList<>();
        for (String grain : List.of("month", "quarter")) {
            if (kind == null || kind.equals(grain)) {
                releases.byCluster(Measure.OUTPUT, grain, null, null).rows().stream()
                        .map(Releases.Row::period)
                        .distinct()
                        .flatMap(period -> Issue.parse(period).stream())
                        .forEach(issues::add);
            }
        }
        issues.sort(Comparator.comparingInt(Issue::lastMonth)
                .thenComparing(Issue::quarterly)
                .reversed());
        return Page.cut(issues, paging)
                .map(issue -> new Entry(
                        issue.code(), issue.grain(), issue.title(), "/api/industry/bulletins/" + issue.code()));
    }

    @GetMapping("/{period}")
    @Operation(
            summary = "The bulletin of a month (2026-09) or quarter (2026-Q3), written from the published tables",
            description =
                    "Each number of its text stands in the table of the same section; withheld cells are only named."
                            + " 404 while the period has not been reported.")
    Bulletin one(@PathVariable String period) {
        Issue issue =
                Issue.parse(period).orElseThrow(() -> Problem.invalid(new FieldProblem("period", "BULLETIN_PERIOD")));
        return bulletins.of(issue).orElseThrow(Problem::notFound);
    }
}
