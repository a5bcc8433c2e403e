package org.fourplusone.deploy.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person who repeats a write with its idempotency key until it is answered for good: while a process is dead, while its
 * claim on the key lasts, while the database comes back. What was acknowledged is kept.
 */
final class Insistent {
    /** A write that was answered with 2xx. */
    record Acknowledged(String username, String key, String call, int status, byte[] body) {}

    static final List<Acknowledged> ACKNOWLEDGED = Collections.synchronizedList(new ArrayList<>());
    static final AtomicLong ATTEMPTS = new AtomicLong();
    static final AtomicLong REFUSED = new AtomicLong();

    private static final long PAUSE_NANOS = 300_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(4);
    /** Those who wait for a dead process's claim hold none of these: the load goes on without them. */
    private static final Semaphore AT_ONCE = new Semaphore(8);

    private final Person person;
    private final String username;
    private long provedAt = System.nanoTime() - FRESH_NANOS;

    Insistent(RunningSuite suite, String username) {
        this.person = suite.person(username);
        this.username = username;
    }

    Person.Answer post(String path, Object body) {
        return write(
                "POST", path, JsonMapper.shared().writeValueAsBytes(body), Map.of("Content-Type", "application/json"));
    }

    /** The same by somebody who has to have proved a second factor. */
    Person.Answer postProved(String path, Object body) {
        prove();
        return post(path, body);
    }

    Person.Answer xml(String path, String document) {
        return write(
                "POST", path, document.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/xml"));
    }

    Person.Answer get(String path, String accept) {
        return until(path, () -> person.get(path, accept));
    }

    private Person.Answer write(String method, String path, byte[] body, Map<String, String> headers) {
        String key = UUID.randomUUID().toString();
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", key);
        Person.Answer answer = until(path, () -> person.write(method, path, body, all));
        if (answer.status() < 300) {
            ACKNOWLEDGED.add(new Acknowledged(
                    username,
                    key,
                    method + " " + path,
                    answer.status(),
                    answer.response().body()));
        } else {
            REFUSED.incrementAndGet();
        }
        return answer;
    }

    private interface Attempt {
        Person.Answer once();
    }

    private static Person.Answer until(String path, Attempt attempt) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        String last = "";
        while (System.nanoTime() < end) {
            AT_ONCE.acquireUninterruptibly();
            try {
                ATTEMPTS.incrementAndGet();
                Person.Answer answer = attempt.once();
                if (isForGood(answer)) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
            } catch (IllegalStateException | AssertionError unanswered) {
                last = unanswered.toString();
            } finally {
                AT_ONCE.release();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException(path + " was not answered for four minutes: " + last);
    }

    private static boolean isForGood(Person.Answer answer) {
        boolean inFlight = answer.status() == 409 && answer.body().contains("\"REQUEST_IN_FLIGHT\"");
        return answer.status() < 500 && answer.status() != 429 && answer.status() != 401 && !inFlight;
    }

    private synchronized void prove() {
        if (System.nanoTime() - provedAt < FRESH_NANOS) {
            return;
        }
        until("/api/session/factor", () -> {
            person.proveFactor();
            return person.get("/api/session");
        });
        provedAt = System.nanoTime();
    }
}
