package org.fourplusone.fund.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.fund.ledger.BudgetDocument;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts the CNY 60,000,000 at the first start, before the service reports itself ready. The split over the lines is
 * illustrative; officers revise it by further entries. Each line's appropriation is posted once, however many instances
 * start together: the second posting of the same step fails in the database.
 */
@Component
class FirstBudget implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstBudget.class);

    /** Million yuan for each line. */
    static final Map<Line, Integer> SPLIT = new EnumMap<>(Map.of(
            Line.EXPAND_INVESTMENT, 20,
            Line.TECH_INNOVATION, 16,
            Line.RESTRUCTURE_LISTING, 6,
            Line.BRAND_BUILDING, 6,
            Line.OTHER, 12));

    /** How often a slow or starting database is asked before the start fails. */
    private static final int ATTEMPTS = 60;

    private final BudgetLines lines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstBudget(BudgetLines lines, TransactionTemplate transaction, Clock clock) {
        this.lines = lines;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                appropriateAll();
                return;
            } catch (DataAccessException | TransactionException busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
                log.info("the first budget waits for the database: {}", busy.toString());
                Thread.sleep(1000);
            }
        }
    }

    /** In the year in which the service first started; a start that was cut off goes on in the same year. */
    private void appropriateAll() {
        List<LineBalance> rows = lines.all();
        int year = rows.stream()
                .filter(row -> row.appropriated().isPositive())
                .findFirst()
                .map(LineBalance::budgetYear)
                .orElseGet(() -> LocalDate.now(clock).getYear());
        Set<Line> given = rows.stream()
                .filter(row -> row.budgetYear() == year && row.appropriated().isPositive())
                .map(LineBalance::line)
                .collect(Collectors.toSet());
        BudgetDocument document =
                new BudgetDocument(rows.get(0).source(), rows.get(0).document());
        SPLIT.keySet().stream()
                .filter(line -> !given.contains(line))
                .forEach(line -> appropriate(year, line, document));
    }

    private void appropriate(int year, Line line, BudgetDocument document) {
        Money amount = Money.ofYuan(SPLIT.getOrDefault(line, 0) * 1_000_000L);
        Cause cause = new Cause("APPROPRIATE", "first-" + line.name(), null);
        try {
            transaction.executeWithoutResult(status -> lines.appropriate(year, line, amount, document, cause));
            log.info("appropriated {} to {} for {}", amount, line, year);
        } catch (DuplicateKeyException posted) {
            log.info("{} was appropriated to already", line);
        }
    }
}
