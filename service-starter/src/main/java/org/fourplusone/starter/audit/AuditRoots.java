package org.fourplusone.starter.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.audit.HeadsDigest.Heads;
import org.fourplusone.starter.audit.HeadsDigest.Taker;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals each business day when it is over: the heads of all chains that moved go under one signed root, linked to the root
 * of the day before, and the root is kept in a file outside the database. Missed days are made up for. Several instances
 * may try at once: a day's root is inserted by one of them, and each keeps the file of its own folder complete.
 */
public class AuditRoots {

    private static final Logger log = LoggerFactory.getLogger(AuditRoots.class);
    private static final ZoneId ZONE = TimeAutoConfiguration.SHANGHAI;
    /** Steps that began before midnight have ended by then; what comes later still falls under a later day's root. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration LATE = Duration.ofDays(2);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String service;
    private final SigningKey key;
    private final RootFolder folder;

    AuditRoots(
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock,
            String service,
            SigningKey key,
            RootFolder folder) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.service = service;
        this.key = key;
        this.folder = folder;
    }

    String service() {
        return service;
    }

    SigningKey key() {
        return key;
    }

    RootFolder folder() {
        return folder;
    }

    @Scheduled(fixedDelayString = "${suite.audit-delay:PT1M}", initialDelayString = "${suite.audit-delay:PT15S}")
    void bringUpToDate() {
        try {
            seal();
        } catch (DuplicateKeyException | CannotAcquireLockException another) {
            log.debug("another instance seals the day");
        } catch (DataAccessException | TransactionException later) {
            log.warn("sealing the audit waits for the database: {}", later.toString());
            return;
        }
        publish();
    }

    /** Seals every day that is over and has no root yet, from the first day with a record on. */
    public void seal() {
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(GRACE), ZONE);
        Optional<LocalDate> sealed = lastDay();
        Optional<LocalDate> next = sealed.map(day -> day.plusDays(1)).or(this::firstDay);
        if (next.isPresent()) {
            for (LocalDate day = next.get(); day.isBefore(today); day = day.plusDays(1)) {
                LocalDate each = day;
                transaction.executeWithoutResult(status -> seal(each));
            }
        }
    }

    private Optional<LocalDate> lastDay() {
        return database.sql("SELECT MAX(day) FROM audit_root")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private Optional<LocalDate> firstDay() {
        return database.sql("SELECT MIN(at) FROM audit_record")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(first -> LocalDate.ofInstant(first.toInstant(), ZONE));
    }

    private void seal(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        database.sql("""
                        INSERT INTO audit_root_head (day, case_id, sequence, hash)
                        SELECT ?, r.case_id, r.sequence, r.hash FROM audit_record r
                          JOIN (SELECT case_id, MAX(sequence) AS newest FROM audit_record WHERE at >= ? AND at < ?
                                GROUP BY case_id) moved ON moved.case_id = r.case_id AND moved.newest = r.sequence
                         WHERE NOT EXISTS (SELECT 1 FROM audit_root_head s
                                            WHERE s.case_id = r.case_id AND s.sequence >= r.sequence)""")
                .params(day, Timestamp.from(end.minus(LATE).minus(Duration.ofDays(1))), Timestamp.from(end))
                .update();
        HeadsDigest digest = new HeadsDigest();
        each(day, digest::add);
        String previous = database.sql("SELECT hash FROM audit_root ORDER BY day DESC LIMIT 1")
                .query(String.class)
                .optional()
                .orElse(AuditChain.START);
        AuditRoot root = AuditRoot.sealed(service, day, digest.count(), digest.end(), previous, key);
        database.sql("INSERT INTO audit_root (day, cases, heads, previous, public_key, hash, signature)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(day, root.cases(), root.heads(), root.previous(), root.key(), root.hash(), root.signature())
                .update();
    }

    private void each(LocalDate day, Taker taker) {
        database.sql("SELECT case_id, sequence, hash FROM audit_root_head WHERE day = ? ORDER BY case_id")
                .param(day)
                .query(row -> {
                    try {
                        taker.take(AuditRoot.head(day, row.getString(1), row.getLong(2), row.getString(3)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Brings the file up to what is sealed. A root that does not follow the file's last one is never written to it. */
    public void publish() {
        try {
            folder.alone(() -> {
                Optional<AuditRoot> last = folder.last();
                String previous = last.map(AuditRoot::hash).orElse(AuditChain.START);
                for (AuditRoot root : after(last.map(AuditRoot::day))) {
                    Heads heads = taker -> each(root.day(), taker);
                    if (!root.previous().equals(previous) || !root.isWhole() || !folder.keep(root, heads)) {
                        log.error(
                                "The audit root of {} in the database does not fit the published ones: the database was"
                                        + " changed, or {} belongs to another one",
                                root.day(),
                                folder.roots());
                        return;
                    }
                    previous = root.hash();
                }
            });
        } catch (IOException | UncheckedIOException | IllegalArgumentException | DataAccessException later) {
            log.error("the audit roots could not be kept in {}", folder.roots(), later);
        }
    }

    private List<AuditRoot> after(Optional<LocalDate> last) {
        return database.sql("SELECT * FROM audit_root WHERE day > ? ORDER BY day")
                .param(last.orElse(LocalDate.EPOCH))
                .query((row, number) -> new AuditRoot(
                        service,
                        row.getObject("day", LocalDate.class),
                        row.getLong("cases"),
                        row.getString("heads"),
                        row.getString("previous"),
                        row.getString("public_key"),
                        row.getString("hash"),
                        row.getString("signature")))
                .list();
    }
}
