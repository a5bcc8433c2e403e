package org.fourplusone.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourplusone.gateway.session.SessionSettings.SignInSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after some failures in a row a username, known or not, has to wait, twice as long after each
 * further failure. An attempt is counted before its password is looked at, so that many at once gain nothing.
 */
@Component
class SignInBackoff {

    /** What is guessed: each has a count of its own for a name. */
    enum Guess {
        PASSWORD,
        CODE
    }

    private static final String CODES = "factor:";

    private final JdbcClient database;
    private final SignInSettings settings;
    private final Clock clock;

    SignInBackoff(JdbcClient database, SessionSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings.signIn();
        this.clock = clock;
    }

    /** How long this username still has to wait; empty when an attempt is open. */
    Optional<Duration> wait(Guess guess, String username) {
        return database.sql("SELECT blocked_until FROM sign_in_backoff WHERE username_hash = ?")
                .param(key(guess, username))
                .query(Long.class)
                .optional()
                .map(until -> Duration.ofMillis(until - clock.millis()))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /** Counts an attempt as failed until {@link #succeeded} says otherwise. */
    void attempted(Guess guess, String username) {
        long now = clock.millis();
        // Assignments run from left to right: blocked_until sees the new number of failures.
        database.sql("""
                        INSERT INTO sign_in_backoff (username_hash, failures, blocked_until, last_failure)
                        VALUES (:key, 1, 0, :now)
                        ON DUPLICATE KEY UPDATE
                            failures = IF(last_failure < :forgotten, 1, LEAST(failures + 1, 1000)),
                            blocked_until = IF(failures < :free, 0,
                                :now + LEAST(:longest, :first * POW(2, LEAST(failures - :free, 20)))),
                            last_failure = :now""")
                .param("key", key(guess, username))
                .param("now", now)
                .param("forgotten", now - settings.forgetAfter().toMillis())
                .param("free", settings.freeFailures())
                .param("first", settings.firstPause().toMillis())
                .param("longest", settings.longestPause().toMillis())
                .update();
    }

    /** Starts the count anew. The row stays: one deleted under others that count would set them against each other. */
    void succeeded(Guess guess, String username) {
        database.sql("UPDATE sign_in_backoff SET failures = 0, blocked_until = 0 WHERE username_hash = ?")
                .param(key(guess, username))
                .update();
    }

    /** Drops what is a day old, each row by its key, so that no attempt waits for a range of them. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void dropOld() {
        long old = clock.millis() - Duration.ofDays(1).toMillis();
        List<String> names = database.sql(
                        "SELECT username_hash FROM sign_in_backoff WHERE last_failure < ? LIMIT 10000")
                .param(old)
                .query(String.class)
                .list();
        names.forEach(name -> database.sql("DELETE FROM sign_in_backoff WHERE username_hash = ? AND last_failure < ?")
                .params(name, old)
                .update());
    }

    /** No hash begins like the keys of codes, whatever is typed as a username. */
    private static String key(Guess guess, String username) {
        String hash = LoadAccounts.sha256(username.toLowerCase(Locale.ROOT));
        return guess == Guess.CODE ? CODES + hash.substring(CODES.length()) : hash;
    }
}
