package org.fourplusone.fund.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bank statements")
class StatementController {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final LoadStatement loading;
    private final Statements statements;
    private final Reconciliation reconciliation;
    private final Clock clock;

    StatementController(LoadStatement loading, Statements statements, Reconciliation reconciliation, Clock clock) {
        this.loading = loading;
        this.statements = statements;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /** A statement with its lines in the bank's order. */
    record Whole(Statements.Loaded statement, List<Statements.Line> lines) {}

    @PostMapping(
            value = "/bank-statements",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Idempotent
    @Operation(summary = "Takes the bank's camt.053; the same statement twice changes nothing")
    List<LoadStatement.Result> load(@RequestBody byte[] document) {
        return loading.load(BankStatementReader.read(document), Caller.current());
    }

    @GetMapping("/bank-statements")
    @Operation(summary = "The statements that were loaded, newest first")
    Page<Statements.Loaded> list(Paging paging) {
        return Page.of(statements.newest(paging), paging, statements.count());
    }

    @GetMapping("/bank-statements/{id}")
    @Operation(summary = "One statement, and what each of its lines did")
    Whole one(@PathVariable("id") String id) {
        return new Whole(statements.find(id).orElseThrow(Problem::notFound), statements.lines(id));
    }

    @PostMapping("/bank-statements/{id}/match")
    @Idempotent
    @Operation(summary = "Matches a statement's lines in conflict again: what the books agree with by now is booked")
    LoadStatement.Result match(@PathVariable("id") String id) {
        return loading.match(id, Caller.current());
    }

    @GetMapping("/reconciliation")
    @Operation(
            summary = "A day's ledger against the bank, to the fen, with each repayment beside the bank's line; today"
                    + " when no date is given")
    Reconciliation.Report reconciliation(@RequestParam(name = "date", required = false) @Nullable LocalDate date) {
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Problem.invalid(new FieldProblem("date", "RANGE", FIRST, LAST));
        }
        return reconciliation.of(day);
    }
}
