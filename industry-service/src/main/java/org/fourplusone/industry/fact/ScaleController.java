package org.fourplusone.industry.fact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.industry.cluster.Industries;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.ScaleThreshold;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Facts")
class ScaleController {

    private static final int FIRST_YEAR = 2000;

    private final Enterprises enterprises;
    private final Facts facts;
    private final ScaleThreshold.Table thresholds;
    private final Industries industries;
    private final Clock clock;

    ScaleController(
            Enterprises enterprises, Facts facts, ScaleThreshold.Table thresholds, Industries industries, Clock clock) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.thresholds = thresholds;
        this.industries = industries;
        this.clock = clock;
    }

    @GetMapping("/enterprises/{creditCode}/scale")
    @Operation(
            summary = "Size class and above-scale status of a year, with the facts and limits they follow from",
            description = "Only verified facts decide. Without a year: the newest one whose revenue is known.")
    Scale scale(@PathVariable String creditCode, @RequestParam(required = false) @Nullable Integer year) {
        int now = LocalDate.now(clock).getYear();
        if (year != null && (year < FIRST_YEAR || year > now)) {
            throw Problem.invalid(new FieldProblem("year", "RANGE", FIRST_YEAR, now));
        }
        Enterprise enterprise = enterprises.visible(CreditCode.parse(creditCode), Caller.current());
        FactSheet sheet = FactSheet.of(enterprise, facts.history(enterprise.creditCode(), FactController.ALL));
        return Scale.of(enterprise, sheet, year == null ? newest(sheet, now) : year, thresholds, industries);
    }

    private static int newest(FactSheet sheet, int now) {
        return sheet.facts().stream()
                .filter(fact -> fact.key().equals(Scale.REVENUE) && fact.period() != null)
                .mapToInt(fact -> Integer.parseInt(String.valueOf(fact.period())))
                .filter(year -> year <= now)
                .max()
                .orElse(now);
    }
}
