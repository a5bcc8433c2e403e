package org.fourplusone.fund.award;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells industry-service of awards, at least once and in the order of each case: a message is written with the step that
 * causes it and deleted when it was taken. Several instances may send side by side; a message is locked while one tries.
 */
@Component
class AwardOutbox {
    private static final Logger log = LoggerFactory.getLogger(AwardOutbox.class);
    private static final Duration MOST_WAIT = Duration.ofMinutes(5);

    /** The body of a telling. */
    record Telling(
            String item,
            int itemVersion,
            Money amount,
            String state,
            LocalDate on,
            int year,
            String line,
            List<String> claims) {}

    /** Whether an enterprise has an open recovery, from a day on. */
    record RecoveryTelling(boolean open, LocalDate on) {}

    /** @param filing the filing, or the enterprise's credit code where it is told of the enterprise */
    private record Message(long id, String kind, String filing, String creditCode, String body, int attempts) {}

    private final JdbcClient jdbc;
    private final AwardRegister register;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final RealTime time;

    AwardOutbox(
            JdbcClient jdbc, AwardRegister register, TransactionTemplate transaction, JsonMapper json, RealTime time) {
        this.jdbc = jdbc;
        this.register = register;
        this.transaction = transaction;
        this.json = json;
        this.time = time;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String filing, String creditCode, Telling telling) {
        add("AWARD", filing, creditCode, telling);
    }

    /** Messages of one enterprise leave in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String creditCode, RecoveryTelling telling) {
        add("RECOVERY", creditCode, creditCode, telling);
    }

    private void add(String kind, String filing, String creditCode, Object telling) {
        jdbc.sql("INSERT INTO award_outbox (kind, filing_id, credit_code, body, next_at)"
                        + " VALUES (:kind, :filing, :code, :body, :now)")
                .param("kind", kind)
                .param("filing", filing)
                .param("code", creditCode)
                .param("body", json.writeValueAsString(telling))
                .param("now", UtcColumn.of(time.now()))
                .update();
    }

    /** Sends what is due, one transaction a message, until nothing is due. */
    @Scheduled(fixedDelayString = "${suite.award-delay:PT1S}", initialDelayString = "${suite.award-delay:PT1S}")
    void sendDue() {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> sendOne()))) {
                // the next one
            }
        } catch (RuntimeException failure) {
            log.warn("awards wait to be told: {}", failure.toString());
        }
    }

    private boolean sendOne() {
        Optional<Message> due = jdbc.sql("SELECT * FROM award_outbox m WHERE next_at <= :now AND NOT EXISTS"
                        + " (SELECT 1 FROM award_outbox e WHERE e.filing_id = m.filing_id AND e.id < m.id)"
                        + " ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param("now", UtcColumn.of(time.now()))
                .query((row, number) -> new Message(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("filing_id"),
                        row.getString("credit_code"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(Message message) {
        try {
            if (message.kind().equals("RECOVERY")) {
                register.tell(message.creditCode(), json.readValue(message.body(), RecoveryTelling.class));
            } else {
                register.tell(message.creditCode(), message.filing(), json.readValue(message.body(), Telling.class));
            }
            jdbc.sql("DELETE FROM award_outbox WHERE id = :id")
                    .param("id", message.id())
                    .update();
        } catch (RuntimeException failure) {
            int attempts = message.attempts() + 1;
            Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 9));
            Instant next = time.now().plus(wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait);
            log.warn("award of {} was not taken at attempt {}: {}", message.filing(), attempts, failure.getMessage());
            String told = String.valueOf(failure.getMessage());
            jdbc.sql("UPDATE award_outbox SET attempts = :attempts, next_at = :next, failure = :failure WHERE id = :id")
                    .param("attempts", attempts)
                    .param("next", UtcColumn.of(next))
                    .param("failure", told.substring(0, Math.min(told.length(), 200)))
                    .param("id", message.id())
                    .update();
        }
    }

    /** Messages that were not taken yet. */
    long waiting() {
        return jdbc.sql("SELECT COUNT(*) FROM award_outbox").query(Long.class).single();
    }
}
