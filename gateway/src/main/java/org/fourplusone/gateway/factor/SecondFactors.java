package org.fourplusone.gateway.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of people: set up, proved with a code that is good once, reset. Real time counts. */
@Component
public class SecondFactors {

    /** A factor renewed longer ago does not count; the services measure by the same. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SecondFactors.class);

    private final JdbcClient database;
    private final FactorVault vault;
    private final Clock clock;

    SecondFactors(JdbcClient database, FactorVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A secret that its person has not confirmed yet.
     *
     * @param secret in groups of four
     * @param address the {@code otpauth:} address
     */
    public record Begun(String secret, String address) {}

    private record Row(byte[] locked, @Nullable Long setUpAt) {}

    /** Since when the person has a second factor. */
    public Optional<Instant> since(String username) {
        return find(username).map(Row::setUpAt).map(Instant::ofEpochMilli);
    }

    /** @throws Refusal 409 {@code FACTOR_NOT_SET_UP} */
    public void requireSetUp(String username) {
        if (since(username).isEmpty()) {
            throw notSetUp();
        }
    }

    /**
     * Uses a code up; the instant at which the person has proved the factor.
     *
     * @throws Refusal 400 for wrong digits, 409 {@code FACTOR_USED} for a code that is not newer than the last one used,
     *     409 {@code FACTOR_NOT_SET_UP}
     */
    public Instant prove(String username, String digits) {
        Row row = find(username).filter(found -> found.setUpAt() != null).orElseThrow(SecondFactors::notSetUp);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long step = stepOf(row, username, digits, now);
        int used = database.sql("""
                        UPDATE second_factor SET last_step = ?
                        WHERE username = ? AND last_step < ? AND set_up_at IS NOT NULL AND secret = ?""").params(step, username, step, row.locked()).update();
        if (used != 1) {
            log.info("A code of {} was used again", username);
            throw Refusal.of(HttpStatus.CONFLICT, "FACTOR_USED").at(new FieldError("code", "CODE_USED"));
        }
        return now;
    }

    /**
     * A new secret for somebody without a factor, in place of one that was not confirmed.
     *
     * @throws Refusal 409 {@code FACTOR_SET_UP}
     */
    public Begun begin(String username) {
        TotpSecret secret = TotpSecret.fresh();
        byte[] locked = vault.lock(secret, username);
        database.sql("""
                        INSERT INTO second_factor (username, secret) VALUES (:username, :secret)
                        ON DUPLICATE KEY UPDATE secret = IF(set_up_at IS NULL, :secret, secret)""").param("username", username).param("secret", locked).update();
        if (since(username).isPresent()) {
            throw setUpAlready();
        }
        return new Begun(secret.inGroups(), secret.address(username));
    }

    /**
     * Sets the begun factor up with its first code; the instant at which it was proved.
     *
     * @throws Refusal 400 for wrong digits, 409 {@code FACTOR_SET_UP} or {@code FACTOR_NOT_BEGUN}
     */
    @Transactional
    public Instant confirm(String username, String digits) {
        Row row = find(username).orElseThrow(() -> Refusal.of(HttpStatus.CONFLICT, "FACTOR_NOT_BEGUN"));
        if (row.setUpAt() != null) {
            throw setUpAlready();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int done = database.sql("""
                        UPDATE second_factor SET set_up_at = ?, last_step = ?
                        WHERE username = ? AND set_up_at IS NULL AND secret = ?""")
                .params(now.toEpochMilli(), stepOf(row, username, digits, now), username, row.locked())
                .update();
        if (done != 1) {
            throw setUpAlready();
        }
        record(username, "SET_UP", username);
        return now;
    }

    /**
     * Takes the factor away, in the caller's transaction; the person sets up a new one.
     *
     * @throws Refusal 409 {@code FACTOR_NOT_SET_UP}
     */
    public void reset(String username, String actor) {
        int gone = database.sql("DELETE FROM second_factor WHERE username = ? AND set_up_at IS NOT NULL")
                .param(username)
                .update();
        if (gone != 1) {
            throw notSetUp();
        }
        record(username, "RESET", actor);
    }

    /** Writes a secret of the accounts file, unless it is the one that is kept. */
    public void take(String username, String base32) {
        TotpSecret secret = new TotpSecret(base32);
        boolean kept = find(username)
                .filter(row -> row.setUpAt() != null)
                .map(row -> vault.open(row.locked(), username))
                .filter(secret::equals)
                .isPresent();
        if (!kept) {
            database.sql("""
                            INSERT INTO second_factor (username, secret, set_up_at) VALUES (:username, :secret, :now)
                            ON DUPLICATE KEY UPDATE secret = :secret, set_up_at = :now, last_step = 0""")
                    .param("username", username)
                    .param("secret", vault.lock(secret, username))
                    .param("now", clock.millis())
                    .update();
        }
    }

    /**
     * Something done to a person's factor.
     *
     * @param act {@code SET_UP} or {@code RESET}
     */
    public record Act(String username, String act, String actor, Instant at) {}

    /** Newest first; of everybody where {@code username} is empty. */
    public List<Act> acts(String username, int page, int size) {
        return database.sql("SELECT username, act, actor, at FROM second_factor_record" + of(username)
                        + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                .param("username", username)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, number) -> new Act(
                        row.getString(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4))))
                .list();
    }

    public long countActs(String username) {
        return database.sql("SELECT COUNT(*) FROM second_factor_record" + of(username))
                .param("username", username)
                .query(Long.class)
                .single();
    }

    private static String of(String username) {
        return username.isEmpty() ? "" : " WHERE username = :username";
    }

    /**
     * Locks again by the first key what older keys locked, each secret only as it was read; how many. Once none is left, the
     * older keys can go.
     */
    public int relock() {
        if (!vault.hasOldKeys()) {
            return 0;
        }
        return database
                .sql("SELECT username, secret FROM second_factor")
                .query((row, number) -> relock(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int relock(String username, byte[] locked) {
        if (vault.isOfFirstKey(locked, username)) {
            return 0;
        }
        return database.sql("UPDATE second_factor SET secret = ? WHERE username = ? AND secret = ?")
                .params(vault.lock(vault.open(locked, username), username), username, locked)
                .update();
    }

    /** Whether a text can be a secret of the accounts file. */
    public static boolean isSecret(String base32) {
        try {
            return base32.equals(new TotpSecret(base32).text());
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private long stepOf(Row row, String username, String digits, Instant now) {
        OptionalLong step = vault.open(row.locked(), username).stepOf(digits, now);
        if (step.isEmpty()) {
            log.info("A code of {} was wrong", username);
            throw Refusal.of(HttpStatus.BAD_REQUEST, "FACTOR_WRONG").at(new FieldError("code", "CODE_WRONG"));
        }
        return step.getAsLong();
    }

    private void record(String username, String act, String actor) {
        database.sql("INSERT INTO second_factor_record (username, act, actor, at) VALUES (?, ?, ?, ?)")
                .params(username, act, actor, clock.millis())
                .update();
        log.info("Second factor of {}: {} by {}", username, act, actor);
    }

    private Optional<Row> find(String username) {
        return database.sql("SELECT secret, set_up_at FROM second_factor WHERE username = ?")
                .param(username)
                .query(SecondFactors::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getBytes("secret"), row.getObject("set_up_at", Long.class));
    }

    private static Refusal notSetUp() {
        return Refusal.of(HttpStatus.CONFLICT, "FACTOR_NOT_SET_UP").at(new FieldError("code", "FACTOR_NOT_SET_UP"));
    }

    private static Refusal setUpAlready() {
        return Refusal.of(HttpStatus.CONFLICT, "FACTOR_SET_UP");
    }
}
