package org.fourplusone.fund.outcome;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Yuan to outcome, by cluster or by line. */
@RestController
@Tag(name = "Outcomes")
class OutcomeController {
    private static final List<String> COLUMNS = List.of(
            "group",
            "enterprises",
            "paid",
            "measure",
            "before",
            "after",
            "paidKnown",
            "paidBefore",
            "paidAfter",
            "paidGrowth",
            "similarKnown",
            "similarBefore",
            "similarAfter",
            "similarGrowth",
            "suppressed");

    private final PaidEnterprises paid;
    private final KnownFigures figures;
    private final BudgetLines lines;

    OutcomeController(PaidEnterprises paid, KnownFigures figures, BudgetLines lines) {
        this.paid = paid;
        this.figures = figures;
        this.lines = lines;
    }

    /**
     * @param by {@code cluster} or {@code line}
     * @param year the budget year of the payments, 2000 to 2999; without it the newest with a payment
     */
    @GetMapping("/outcomes")
    @Operation(
            summary = "What was paid beside what the enterprises did before and after, as description and not as proof")
    Outcomes outcomes(
            @RequestParam(defaultValue = Outcomes.BY_CLUSTER) String by,
            @RequestParam(required = false) @Nullable Integer year) {
        if (!by.equals(Outcomes.BY_CLUSTER) && !by.equals(Outcomes.BY_LINE)) {
            throw Problem.invalid(
                    new FieldProblem("by", "UNKNOWN_VALUE", Outcomes.BY_CLUSTER + ", " + Outcomes.BY_LINE));
        }
        if (year != null && (year < 2000 || year > 2999)) {
            throw Problem.invalid(new FieldProblem("year", "RANGE", "2000", "2999"));
        }
        PaidEnterprises.Payments payments = paid.current();
        List<Integer> years = payments.years();
        int asked = year != null ? year : years.isEmpty() ? lines.current() : years.get(0);
        return Outcomes.of(by, asked, years, payments.in(asked), payments.ever(), figures.current());
    }

    @GetMapping(value = "/outcomes", produces = Download.CSV)
    @Operation(summary = "The same as CSV: one row for each group and measure")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = Outcomes.BY_CLUSTER) String by,
            @RequestParam(required = false) @Nullable Integer year) {
        Outcomes outcomes = outcomes(by, year);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        outcomes.rows().forEach(row -> rows.addAll(cells(row, outcomes)));
        return Download.csv("outcomes-%s-%d.csv".formatted(by, outcomes.year()), Csv.of(COLUMNS, rows));
    }

    private static List<List<@Nullable Object>> cells(Outcome row, Outcomes outcomes) {
        if (row.suppressed()) {
            List<@Nullable Object> hidden = new ArrayList<>();
            hidden.add(row.group());
            while (hidden.size() < COLUMNS.size() - 1) {
                hidden.add(null);
            }
            hidden.add(true);
            return List.of(hidden);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Outcome.Compared each : row.measures()) {
            rows.add(Arrays.asList(
                    row.group(),
                    row.enterprises(),
                    row.paid(),
                    each.measure(),
                    outcomes.before(),
                    outcomes.after(),
                    each.paid().known(),
                    each.paid().before(),
                    each.paid().after(),
                    each.paid().growth(),
                    each.similar().known(),
                    each.similar().before(),
                    each.similar().after(),
                    each.similar().growth(),
                    each.paid().suppressed()));
        }
        return rows;
    }
}
