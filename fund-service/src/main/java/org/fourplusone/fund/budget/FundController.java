package org.fourplusone.fund.budget;

import java.util.List;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fund as everybody sees it. */
@RestController
class FundController {
    private static final Text NOTE = new Text(
            "原文只说资金规模为6000万元,未说是否按年;按用途的划分为示例,以正式预算为准。",
            "The source gives CNY 60 million without saying whether it is yearly; the split over the lines is illustrative.");

    /**
     * @param total what was appropriated over all lines
     * @param illustrative whether the split is a sample until officers revise it
     */
    record Fund(Money total, String currency, boolean illustrative, Text note, List<ProgrammeLine> lines) {}

    /** One line: budget = available + reserved + committed + inTransit + paid. */
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
                    row.budgetYear(),
                    row.source(),
                    row.document());
        }
    }

    private final Ledger ledger;

    FundController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/fund")
    Fund fund() {
        List<LineBalance> rows = ledger.lines();
        Money total = rows.stream().map(LineBalance::budget).reduce(Money.ZERO, Money::plus);
        return new Fund(
                total, "CNY", true, NOTE, rows.stream().map(ProgrammeLine::of).toList());
    }
}
