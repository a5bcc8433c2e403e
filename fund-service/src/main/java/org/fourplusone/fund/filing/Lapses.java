package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets lapse what nobody can submit any more: drafts whose call is over, corrections past their limit. What was handed in by
 * then and waits for a service to answer is not over.
 */
@Component
class Lapses {
    /** The end of a day in Shanghai is 16:00 UTC. A draft can only have begun to wait while its call was open. */
    private static final String OVER = "SELECT f.id FROM filing f JOIN filing_call c ON c.id = f.call_id"
            + " WHERE (f.state = 'CORRECTION' AND f.due_on < :today"
            + " AND (f.waiting_since IS NULL OR f.waiting_since >= f.due_on + INTERVAL 16 HOUR)"
            + " OR f.state = 'DRAFT' AND c.closes_on < :today AND f.waiting_since IS NULL)";

    private static final Logger log = LoggerFactory.getLogger(Lapses.class);

    private final JdbcClient jdbc;
    private final Filings filings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lapses(JdbcClient jdbc, Filings filings, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Several instances may look at once: each filing moves once, on the condition that nobody moved it before. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void lapse() {
        LocalDate today = LocalDate.now(clock);
        try {
            for (String id : over(today)) {
                lapse(id, today);
            }
        } catch (DataAccessException later) {
            log.warn("lapsing waits for the database", later);
        }
    }

    private List<String> over(LocalDate today) {
        return jdbc.sql(OVER + " ORDER BY f.id LIMIT 500")
                .param("today", today)
                .query(String.class)
                .list();
    }

    private void lapse(String id, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> {
                Filing filing = filings.lock(id);
                if (isOver(id, today)) {
                    filings.move(filing, Move.LAPSE, Actor.system(), null);
                }
            });
        } catch (Problem moved) {
            log.debug("filing {} moved on meanwhile", id);
        }
    }

    /** Asked again under the lock: it may have begun to wait meanwhile. */
    private boolean isOver(String id, LocalDate today) {
        return jdbc.sql(OVER + " AND f.id = :id")
                .param("today", today)
                .param("id", id)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
