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

/** Lets lapse what nobody can submit any more: drafts whose call is over, corrections past their limit. */
@Component
class Lapses {
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
                lapse(id);
            }
        } catch (DataAccessException later) {
            log.warn("lapsing waits for the database", later);
        }
    }

    private List<String> over(LocalDate today) {
        return jdbc.sql("SELECT f.id FROM filing f JOIN filing_call c ON c.id = f.call_id"
                        + " WHERE (f.state = 'CORRECTION' AND f.due_on < :today)"
                        + " OR (f.state = 'DRAFT' AND c.closes_on < :today) ORDER BY f.id LIMIT 500")
                .param("today", today)
                .query(String.class)
                .list();
    }

    private void lapse(String id) {
        try {
            transaction.executeWithoutResult(
                    status -> filings.move(filings.lock(id), Move.LAPSE, Actor.system(), null));
        } catch (Problem moved) {
            log.debug("filing {} moved on meanwhile", id);
        }
    }
}
