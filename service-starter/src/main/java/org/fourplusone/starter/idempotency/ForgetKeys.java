package org.fourplusone.starter.idempotency;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.fourplusone.starter.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets keys with their answers, which may hold personal data, once nobody retries any more. They are looked for without a
 * lock and deleted by their primary key, in its order and few at a time, so that no claim waits for long.
 */
public class ForgetKeys {

    private static final Logger log = LoggerFactory.getLogger(ForgetKeys.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final RealTime time;
    private final Duration kept;

    ForgetKeys(
            JdbcClient database, JdbcTemplate batches, TransactionTemplate transaction, RealTime time, Duration kept) {
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
        this.time = time;
        this.kept = kept;
    }

    private record Key(String caller, String key) {}

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void hourly() {
        try {
            forget();
        } catch (DataAccessException | TransactionException later) {
            log.warn("forgetting old idempotency keys waits for the database: {}", later.toString());
        }
    }

    /** Forgets what is older than its retention, answered or given up; never a key under which somebody works. */
    public void forget() {
        Timestamp before = Timestamp.from(time.now().minus(kept));
        List<Key> old;
        do {
            old = older(before);
            delete(old, before);
        } while (old.size() == AT_ONCE);
    }

    private List<Key> older(Timestamp before) {
        return database
                .sql("SELECT caller, idempotency_key FROM idempotency_key WHERE created_at < ? AND claimed_until < ?"
                        + " ORDER BY created_at LIMIT " + AT_ONCE)
                .params(before, before)
                .query((row, number) -> new Key(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Key::caller).thenComparing(Key::key))
                .toList();
    }

    /** On the condition again: a key that was freed and used anew meanwhile stays. */
    private void delete(List<Key> old, Timestamp before) {
        transaction.executeWithoutResult(status -> batches.batchUpdate(
                "DELETE FROM idempotency_key"
                        + " WHERE caller = ? AND idempotency_key = ? AND created_at < ? AND claimed_until < ?",
                old,
                AT_ONCE,
                (row, each) -> {
                    row.setString(1, each.caller);
                    row.setString(2, each.key);
                    row.setTimestamp(3, before);
                    row.setTimestamp(4, before);
                }));
    }
}
