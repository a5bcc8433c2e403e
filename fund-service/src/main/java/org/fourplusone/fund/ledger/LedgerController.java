package org.fourplusone.fund.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Ledger")
class LedgerController {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    private final LedgerReport report;
    private final Entries entries;

    LedgerController(LedgerReport report, Entries entries) {
        this.report = report;
        this.entries = entries;
    }

    /** Entries, newest first; each posting's entries sum to 0. */
    @GetMapping("/entries")
    @Operation(summary = "The entries of the ledger, newest first; those of one posting sum to 0")
    Page<Entries.Entry> entries(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Line line,
            @RequestParam(required = false) @Nullable Account account,
            @RequestParam(required = false) @Nullable String filing,
            Paging paging) {
        return entries.page(year, line, account, filing, paging);
    }

    /**
     * The balances of every account, summed from the entries posted up to an instant (now when absent), of one budget year
     * or of all together. A year end stands at the instant of its step, booked on 31 December and 1 January.
     */
    @GetMapping("/balances")
    @Operation(summary = "The balance of every account at an instant, of one budget year or of all")
    List<LedgerReport.Balance> balances(
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Integer year) {
        boolean beyond = at != null && (at.isBefore(FIRST) || at.isAfter(LAST));
        if (beyond) {
            throw Problem.invalid(new FieldProblem("at", "RANGE", FIRST, LAST));
        }
        return report.balances(at, year);
    }

    /** Proves that all entries sum to 0 and that every balance row equals the sum of its entries. */
    @GetMapping("/verification")
    @Operation(summary = "The ledger's own proof over all budget years")
    LedgerReport.Verification verification() {
        return report.verify();
    }
}
