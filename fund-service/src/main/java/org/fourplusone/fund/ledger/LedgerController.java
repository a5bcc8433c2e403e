package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.util.List;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as officers and the auditor read it. */
@RestController
@RequestMapping("/ledger")
class LedgerController {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    private final LedgerReport report;

    LedgerController(LedgerReport report) {
        this.report = report;
    }

    /** Entries, newest first; each posting's entries sum to 0. */
    @GetMapping("/entries")
    Page<LedgerReport.Entry> entries(
            @RequestParam(required = false) @Nullable Line line,
            @RequestParam(required = false) @Nullable Account account,
            @RequestParam(required = false) @Nullable String filing,
            Paging paging) {
        return report.entries(line, account, filing, paging);
    }

    /** The balances of every account, summed from the entries up to an instant (now when absent). */
    @GetMapping("/balances")
    List<LedgerReport.Balance> balances(@RequestParam(required = false) @Nullable Instant at) {
        boolean beyond = at != null && (at.isBefore(FIRST) || at.isAfter(LAST));
        if (beyond) {
            throw Problem.invalid(new FieldProblem("at", "RANGE", FIRST, LAST));
        }
        return report.balances(at);
    }

    /** Proves that all entries sum to 0 and that every balance row equals the sum of its entries. */
    @GetMapping("/verification")
    LedgerReport.Verification verification() {
        return report.verify();
    }
}
