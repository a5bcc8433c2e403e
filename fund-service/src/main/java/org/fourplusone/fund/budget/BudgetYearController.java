package org.fourplusone.fund.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.fund.ledger.YearEnd;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The budget years and their end: first shown, then done as it was shown. */
@RestController
@RequestMapping("/budget/years")
@Tag(name = "Budget")
class BudgetYearController {
    /**
     * A year over all lines.
     *
     * @param current whether this is the year that {@code GET /fund} answers
     * @param held reserved + committed + inTransit
     * @param closedOn the day of its year-end step; absent while it is open
     */
    record BudgetYear(
            int year,
            boolean current,
            @Nullable LocalDate closedOn,
            Money budget,
            Money appropriated,
            Money carriedIn,
            Money available,
            Money held,
            Money paid,
            Money recovered,
            Money carriedOut,
            Money surplus) {}

    /**
     * What the year end does, or did.
     *
     * @param closableFrom the first day on which it can be done, 1 January of the next year
     * @param total what is carried over
     * @param surplus what goes back to the treasury
     */
    record Closing(
            int year,
            int nextYear,
            LocalDate closableFrom,
            @Nullable LocalDate closedOn,
            Money total,
            Money surplus,
            List<YearEnd.Carry> lines) {}

    private final BudgetLines lines;
    private final YearEnd yearEnd;
    private final AuditLog audit;
    private final Clock clock;

    BudgetYearController(BudgetLines lines, YearEnd yearEnd, AuditLog audit, Clock clock) {
        this.lines = lines;
        this.yearEnd = yearEnd;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first year first. */
    @GetMapping
    @Operation(summary = "The budget years with their sums over all lines")
    List<BudgetYear> years() {
        int current = lines.current();
        return lines.all().stream().collect(Collectors.groupingBy(LineBalance::budgetYear)).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> year(each.getKey(), each.getKey() == current, each.getValue()))
                .toList();
    }

    /** The dry run: what is carried over and what becomes surplus. Its ETag stands until the year's money moves. */
    @GetMapping("/{year}/closing")
    @Operation(summary = "What closing the year would carry over and return as surplus; changes nothing")
    ResponseEntity<Closing> closing(@PathVariable("year") int year) {
        long version = yearEnd.version(year);
        LocalDate closedOn = known(year).get(0).closedOn();
        return ResponseEntity.ok().eTag(Versions.tag(version)).body(closing(year, closedOn, yearEnd.plan(year)));
    }

    /**
     * Does what the dry run showed: needs its ETag. 409 {@code YEAR_NOT_OVER} before 1 January, {@code YEAR_CLOSED} a second
     * time, {@code EARLIER_YEAR_OPEN}, {@code LEDGER_DIFFERS}; 412 when the year's money moved meanwhile.
     */
    @PostMapping("/{year}/close")
    @Idempotent
    @Operation(summary = "Close a year that is over: carry its money over as the dry run showed")
    ResponseEntity<Closing> close(@PathVariable("year") int year, IfMatch ifMatch) {
        known(year);
        long version = yearEnd.lock(year);
        if (known(year).stream().anyMatch(LineBalance::isClosed)) {
            throw Problem.of(HttpStatus.CONFLICT, "YEAR_CLOSED", Integer.toString(year));
        }
        LocalDate today = LocalDate.now(clock);
        if (today.getYear() <= year) {
            throw Problem.of(HttpStatus.CONFLICT, "YEAR_NOT_OVER", LocalDate.of(year + 1, 1, 1))
                    .with("closableFrom", LocalDate.of(year + 1, 1, 1));
        }
        lines.all().stream()
                .filter(row -> row.budgetYear() < year && !row.isClosed())
                .findFirst()
                .ifPresent(earlier -> {
                    throw Problem.of(HttpStatus.CONFLICT, "EARLIER_YEAR_OPEN", Integer.toString(earlier.budgetYear()))
                            .with("year", earlier.budgetYear());
                });
        ifMatch.require(version);
        Closing done = closing(year, today, yearEnd.close(year, Caller.current().username()));
        audit.record("BUDGET-" + year, "CLOSE_YEAR", null, done);
        return ResponseEntity.ok().eTag(Versions.tag(yearEnd.version(year))).body(done);
    }

    private List<LineBalance> known(int year) {
        List<LineBalance> rows = lines.of(year);
        if (rows.isEmpty()) {
            throw Problem.notFound();
        }
        return rows;
    }

    private static Closing closing(int year, @Nullable LocalDate closedOn, List<YearEnd.Carry> carries) {
        return new Closing(
                year,
                year + 1,
                LocalDate.of(year + 1, 1, 1),
                closedOn,
                sum(carries, YearEnd.Carry::total),
                sum(carries, YearEnd.Carry::surplus),
                carries);
    }

    private static BudgetYear year(int year, boolean current, List<LineBalance> rows) {
        return new BudgetYear(
                year,
                current,
                rows.get(0).closedOn(),
                sum(rows, LineBalance::budget),
                sum(rows, LineBalance::appropriated),
                sum(rows, LineBalance::carriedIn),
                sum(rows, LineBalance::available),
                sum(rows, row -> row.reserved().plus(row.committed()).plus(row.inTransit())),
                sum(rows, LineBalance::paid),
                sum(rows, LineBalance::recovered),
                sum(rows, LineBalance::carriedOut),
                sum(rows, LineBalance::surplus));
    }

    private static <T> Money sum(List<T> rows, Function<T, Money> amount) {
        return rows.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
