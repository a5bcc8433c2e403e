package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.util.List;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as officers and the auditor read it. */
@RestController
@RequestMapping("/ledger")
class LedgerController {
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
        return report.balances(at);
    }

    /** Proves that all entries sum to 0 and that every balance row equals the sum of its entries. */
    @GetMapping("/verification")
    LedgerReport.Verification verification() {
        return report.verify();
    }
}
