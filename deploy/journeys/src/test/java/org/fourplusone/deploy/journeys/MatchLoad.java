package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How quickly the matcher answers through the gateway; not part of the build. Run it beside {@code deploy/up} with
 * {@code mvn verify -pl deploy/journeys -am -Dtest=none -Dit.test=MatchLoad -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dsuite.state=$PWD/.local}. Requests leave on time whether or not earlier ones were answered, and a late
 * one counts from when it should have left.
 */
class MatchLoad {

    private static final int PER_SECOND = 50;
    private static final int WARM_SECONDS = 15;
    private static final int SECONDS = 30;
    private static final int SIMULATIONS = 31;
    private static final long SEED = 20261122;

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void matches() throws Exception {
        Person reviewer = suite.person("reviewer");
        List<String> codes = new ArrayList<>();
        for (int page = 0; page < 10; page++) {
            reviewer.get("/api/industry/enterprises?status=ACTIVE&size=200&page=" + page * 6)
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(each -> codes.add(each.path("creditCode").asString()));
        }
        Collections.shuffle(codes, new Random(SEED));
        AtomicInteger failed = new AtomicInteger();
        run(reviewer, codes, WARM_SECONDS, failed);
        List<Long> micros = run(reviewer, codes, SECONDS, failed);
        System.out.printf(
                "match through the gateway, %d/s for %d s: median %.1f ms, p99 %.1f ms, longest %.1f ms, failed %d%n",
                PER_SECOND, SECONDS, at(micros, 50), at(micros, 99), at(micros, 100), failed.get());
        assertThat(failed.get()).isZero();
    }

    private static List<Long> run(Person person, List<String> codes, int seconds, AtomicInteger failed)
            throws InterruptedException {
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(64);
        long start = System.nanoTime();
        for (int i = 0; i < PER_SECOND * seconds; i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            String code = codes.get(i % codes.size());
            LockSupport.parkNanos(due - System.nanoTime());
            threads.execute(() -> {
                if (person.get("/api/policy/enterprises/" + code + "/match").status() != 200) {
                    failed.incrementAndGet();
                }
                micros.add((System.nanoTime() - due) / 1000);
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return micros;
    }

    @Test
    void simulations() {
        Person editor = suite.person("editor");
        JsonNode draft = editor.post("/api/policy/items/A02-03/drafts", Map.of())
                .expect(201)
                .json();
        List<Long> micros = new ArrayList<>();
        // What was tried before is answered from the store: each run tries other amounts.
        int tried = new Random().nextInt(10_000_000);
        for (int i = 0; i < SIMULATIONS; i++) {
            ObjectNode changed = (ObjectNode) draft.path("content").deepCopy();
            ((ObjectNode) changed.path("formula")).put("cap", (500_001 + tried + i) + ".00");
            long start = System.nanoTime();
            editor.post("/api/policy/simulations", Map.of("items", List.of(changed)))
                    .expect(201);
            if (i >= SIMULATIONS / 3) {
                micros.add((System.nanoTime() - start) / 1000);
            }
        }
        System.out.printf(
                "simulation of one changed item through the gateway, %d times: median %.0f ms, longest %.0f ms%n",
                micros.size(), at(micros, 50), at(micros, 100));
        assertThat(micros).isNotEmpty();
    }

    /** Milliseconds at a percentile. */
    private static double at(List<Long> micros, int percent) {
        List<Long> sorted = micros.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1)) / 1000.0;
    }
}
