package org.fourplusone.fund.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The fund as everybody sees it. */
@RestController
@Tag(name = "Fund")
class FundController {
    private static final Text NOTE = new Text(
            "原文只说资金规模为6000万元，未说是否按年；按用途的划分为示例，以正式预算为准。",
            "The source gives CNY 60 million without saying whether it is yearly; the split over the lines is illustrative.");

    /**
     * @param total what the year has over all lines
     * @param illustrative whether the split is a sample until officers revise it
     * @param year the budget year of this answer
     * @param years every year with a budget, the first first
     */
    record Fund(
            Money total,
            String currency,
            boolean illustrative,
            Text note,
            int year,
            List<Integer> years,
            List<ProgrammeLine> lines) {}

    /** One line: budget = available + reserved + committed + inTransit + paid = appropriated + carriedIn - carriedOut - surplus. */
    record ProgrammeLine(
            Line line,
            Text name,
            Money budget,
            Money available,
            Money reserved,
            Money committed,
            Money inTransit,
            Money paid,
            Money recovered,
            Money appropriated,
            Money carriedIn,
            Money carriedOut,
            Money surplus,
            int budgetYear,
            String source,
            String document) {

        static ProgrammeLine of(LineBalance row) {
            return new ProgrammeLine(
                    row.line(),
                    row.line().title(),
                    row.budget(),
                    row.available(),
                    row.reserved(),
                    row.committed(),
                    row.inTransit(),
                    row.paid(),
                    row.recovered(),
                    row.appropriated(),
                    row.carriedIn(),
                    row.carriedOut(),
                    row.surplus(),
                    row.budgetYear(),
                    row.source(),
                    row.document());
        }
    }

    private final BudgetLines lines;

    FundController(BudgetLines lines) {
        this.lines = lines;
    }

    /** The fund in its current budget year, or in another one that has a budget; else 404. */
    @GetMapping("/fund")
    @Operation(summary = "The fund by programme line, of the current budget year or of ?year=")
    Fund fund(@RequestParam(required = false) @Nullable Integer year) {
        int asked = year == null ? lines.current() : year;
        List<LineBalance> rows = lines.of(asked);
        if (rows.isEmpty()) {
            throw Problem.notFound();
        }
        Money total = rows.stream().map(LineBalance::budget).reduce(Money.ZERO, Money::plus);
        List<Integer> years =
                lines.all().stream().map(LineBalance::budgetYear).distinct().toList();
        List<ProgrammeLine> each = rows.stream().map(ProgrammeLine::of).toList();
        return new Fund(total, "CNY", true, NOTE, asked, years, each);
    }
}
