package org.fourplusone.fund.budget;

import java.util.EnumMap;
import java.util.Map;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
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

    private final Ledger ledger;
    private final TransactionTemplate transaction;

    FirstBudget(Ledger ledger, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
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

    private void appropriateAll() {
        for (LineBalance line : ledger.lines()) {
            if (line.budget().isZero()) {
                appropriate(line.line());
            }
        }
    }

    private void appropriate(Line line) {
        Money amount = Money.ofYuan(SPLIT.getOrDefault(line, 0) * 1_000_000L);
        try {
            transaction.executeWithoutResult(
                    status -> ledger.appropriate(line, amount, new Cause("APPROPRIATE", "first-" + line.name(), null)));
            log.info("appropriated {} to {}", amount, line);
        } catch (DuplicateKeyException posted) {
            log.info("another instance appropriated to {}", line);
        }
    }
}
