package org.fourplusone.policy.run;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.column.WholeRegister;
import org.fourplusone.policy.item.Item;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Runs one match run after the other in the background. */
@Component
class MatchRunWork {

    private static final Logger LOG = LoggerFactory.getLogger(MatchRunWork.class);
    private static final int WAITING = 8;
    private static final Duration EVERY = Duration.ofMillis(200);

    private final WholeRegister whole;
    private final MatchRuns runs;
    private final MatchRunRows rows;
    private final Clock clock;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "match-runs"));

    MatchRunWork(WholeRegister whole, MatchRuns runs, MatchRunRows rows, Clock clock) {
        this.whole = whole;
        this.runs = runs;
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws Problem 503 if enough runs are waiting already */
    MatchRun start(List<Item> items, LocalDate asOf, MatchRun.Basis basis) {
        MatchRun run = new MatchRun(
                UUID.randomUUID().toString(),
                MatchRun.State.RUNNING,
                0,
                items.size(),
                clock.instant(),
                clock.instant(),
                Caller.current().username(),
                asOf,
                basis,
                null,
                null);
        runs.add(run);
        try {
            worker.execute(() -> work(run, items));
        } catch (RejectedExecutionException e) {
            runs.failed(run.id(), "TOO_MANY_RUNS");
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_RUNS");
        }
        runs.prune();
        return run;
    }

    private void work(MatchRun run, List<Item> items) {
        Steps steps = new Steps(run.id(), items.size());
        try {
            RegisterRun judged = whole.run(items, run.asOf(), run.basis() == MatchRun.Basis.PROVEN, steps::judged);
            rows.add(run.id(), judged, steps::stored);
            runs.done(run.id(), MatchRun.Result.of(judged), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("match run {} failed", run.id(), e);
            String problem = e instanceof Problem known ? known.code() : "RUN_FAILED";
            try {
                runs.failed(run.id(), problem);
            } catch (RuntimeException unreachable) {
                LOG.warn("match run {} could not be marked as failed: {}", run.id(), unreachable.toString());
            }
        }
    }

    /** Tells how far a run is, not all too often: first the blocks of the register, then the items. */
    private final class Steps {

        private final String id;
        private final int items;
        private int blocks;
        private Instant told = Instant.MIN;

        Steps(String id, int items) {
            this.id = id;
            this.items = items;
            runs.beat(id, 0, items, clock.instant());
        }

        void judged(int done, int of) {
            blocks = of;
            tell(done);
        }

        void stored(int done) {
            tell(blocks + done);
        }

        private void tell(int done) {
            Instant now = clock.instant();
            if (told.isBefore(now.minus(EVERY))) {
                runs.beat(id, done, blocks + items, now);
                told = now;
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
