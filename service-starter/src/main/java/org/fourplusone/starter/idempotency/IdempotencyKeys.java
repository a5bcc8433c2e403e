package org.fourplusone.starter.idempotency;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.sql.Rows;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys seen, with their answers (table {@code idempotency_key}).
 *
 * <p>A key is claimed in a statement of its own, before the effect; the answer is stored in the effect's transaction,
 * only while the claim still holds. A claim whose process died can be taken over after a minute: the dead one can no
 * longer commit, since its claim is gone.
 */
public class IdempotencyKeys {

    static final Duration CLAIM = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final RealTime time;

    IdempotencyKeys(JdbcClient database, JdbcTemplate batches, RealTime time) {
        this.database = database;
        this.batches = batches;
        this.time = time;
    }

    /**
     * An answer as it was first given.
     *
     * @param status the HTTP status
     */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    /** The outcome of asking for a key: the earlier answer, or else a claim under which to work. */
    record Claim(@Nullable Answer earlier, String id) {}

    /**
     * @throws Problem 422 {@code KEY_REUSED} if the key came with another request, 409 {@code REQUEST_IN_FLIGHT} while
     *     somebody works under it
     */
    Claim claim(String caller, String key, byte[] request) {
        String id = UUID.randomUUID().toString();
        Timestamp until = Timestamp.from(time.now().plus(CLAIM));
        try {
            database.sql("""
                            INSERT INTO idempotency_key (caller, idempotency_key, request_hash, claim, claimed_until, created_at)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(caller, key, request, id, until, Timestamp.from(time.now()))
                    .update();
            return new Claim(null, id);
        } catch (DuplicateKeyException e) {
            return earlier(caller, key, request, id, until);
        }
    }

    private Claim earlier(String caller, String key, byte[] request, String id, Timestamp until) {
        Optional<Row> row = database.sql("""
                        SELECT request_hash, claimed_until, status, content_type, location, etag, body
                        FROM idempotency_key WHERE caller = ? AND idempotency_key = ?""")
                .params(caller, key)
                .query((result, number) -> new Row(
                        result.getBytes("request_hash"),
                        result.getTimestamp("claimed_until").toInstant(),
                        result.getObject("status") == null
                                ? null
                                : new Answer(
                                        result.getInt("status"),
                                        result.getString("content_type"),
                                        result.getString("location"),
                                        result.getString("etag"),
                                        result.getBytes("body"))))
                .optional();
        if (row.isEmpty()) { // freed just now by a refusal
            throw inFlight();
        }
        if (!Arrays.equals(row.get().request, request)) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "KEY_REUSED");
        }
        if (row.get().answer != null) {
            return new Claim(row.get().answer, id);
        }
        int taken = database.sql("""
                        UPDATE idempotency_key SET claim = ?, claimed_until = ?
                        WHERE caller = ? AND idempotency_key = ? AND status IS NULL AND claimed_until < ?""")
                .params(id, until, caller, key, Timestamp.from(time.now()))
                .update();
        if (taken != 1) {
            throw inFlight();
        }
        return new Claim(null, id);
    }

    private static Problem inFlight() {
        return Problem.of(HttpStatus.CONFLICT, "REQUEST_IN_FLIGHT");
    }

    private record Row(
            byte[] request, Instant until, @Nullable Answer answer) {}

    /** Stores the answer inside the effect's transaction; false if the claim was taken over, so that it must roll back. */
    boolean store(String caller, String key, String claim, Answer answer) {
        return database.sql("""
                                UPDATE idempotency_key SET status = ?, content_type = ?, location = ?, etag = ?, body = ?
                                WHERE caller = ? AND idempotency_key = ? AND claim = ? AND status IS NULL""")
                        .params(Arrays.asList(
                                answer.status,
                                answer.contentType,
                                answer.location,
                                answer.etag,
                                answer.body,
                                caller,
                                key,
                                claim))
                        .update()
                == 1;
    }

    /** Frees a key after a refusal, which changed nothing. */
    void free(String caller, String key, String claim) {
        database.sql("""
                        DELETE FROM idempotency_key
                        WHERE caller = ? AND idempotency_key = ? AND claim = ? AND status IS NULL""").params(caller, key, claim).update();
    }

    /**
     * A request whose answer is known beforehand, so that key and answer are kept in one row by the effect's transaction.
     *
     * @param caller username, empty for the public
     * @param request SHA-256 of the request
     * @param body the answer's JSON
     */
    public record Answered(String caller, String key, byte[] request, byte[] body) {}

    /**
     * Keeps keys with their answers, inside the transaction of their effects.
     *
     * @throws DuplicateKeyException if one of the keys is known: then see {@link #isAnswered}
     */
    public void keep(List<Answered> requests) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        // The body as text: the driver would write bytes one by one.
        Rows.insert(
                batches,
                "INSERT INTO idempotency_key (caller, idempotency_key, request_hash, claim, claimed_until, created_at,"
                        + " status, content_type, body)",
                "(?, ?, ?, '', ?, ?, 200, 'application/json', ?)",
                requests.stream()
                        .map(each -> Rows.of(
                                each.caller,
                                each.key,
                                each.request,
                                now,
                                now,
                                new String(each.body, StandardCharsets.UTF_8)))
                        .toList(),
                "");
    }

    /**
     * Whether this very request was answered before.
     *
     * @throws Problem 422 {@code KEY_REUSED} if the key came with another request
     */
    public boolean isAnswered(Answered request) {
        Optional<byte[]> known = database.sql(
                        "SELECT request_hash FROM idempotency_key WHERE caller = ? AND idempotency_key = ?"
                                + " AND status IS NOT NULL")
                .params(request.caller, request.key)
                .query((row, number) -> row.getBytes(1))
                .optional();
        if (known.isPresent() && !Arrays.equals(known.get(), request.request)) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "KEY_REUSED");
        }
        return known.isPresent();
    }
}
