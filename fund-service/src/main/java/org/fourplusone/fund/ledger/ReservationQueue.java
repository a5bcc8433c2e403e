package org.fourplusone.fund.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fourplusone.starter.idempotency.IdempotencyKeys;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reservations on a line that thousands want at once. Callers wait in the order they came; one writer takes all that wait
 * into one transaction, so that the hot balance row is locked and the log flushed once for all of them. Nobody has an
 * outcome before the commit. Each instance has its queue; between instances the locked row decides who comes first.
 */
@Component
public class ReservationQueue implements InitializingBean, DisposableBean {
    private static final int MOST_WAITING = 1_024;
    private static final int MOST_AT_ONCE = 256;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long MOMENT_NANOS = 2_000_000;
    private static final long GLANCE_NANOS = 50_000;

    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ReservationGroup group;
    private final IdempotencyKeys keys;
    private final Thread writer;
    private volatile boolean closed;

    ReservationQueue(ReservationGroup group, IdempotencyKeys keys) {
        this.group = group;
        this.keys = keys;
        this.writer = new Thread(this::writeWhatWaits, "reservations");
    }

    @Override
    public void afterPropertiesSet() {
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Moves the amount from available to reserved and returns when that is durable. The same request again has no second
     * effect. Called outside of a transaction: the writer would wait for the caller's locks, and the caller for the writer.
     *
     * @throws Problem 409 {@code LINE_EXHAUSTED} with {@code available}; 422 {@code KEY_REUSED}; 503
     *     {@code RESERVATIONS_BUSY} when too many wait, and then nothing was changed
     * @throws org.springframework.dao.DataAccessException when the database fails; the same request again tells whether it
     *     was reserved
     */
    public void reserve(Reservation reservation) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a queued reservation is a transaction of its own");
        }
        Waiting mine = new Waiting(reservation);
        if (!waiting.offer(mine) || (closed && mine.giveUp())) {
            throw busy();
        }
        if (!mine.isDone(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && mine.giveUp()) {
            throw busy();
        }
        mine.outcome();
    }

    /** What waits is still written; who comes later is refused. */
    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        writer.join(PATIENCE_MILLIS);
    }

    private void writeWhatWaits() {
        int before = 0;
        while (!closed || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    before = writeWithWhoComes(first, before);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the writer", e);
            }
        }
    }

    /** A transaction is begun for the first, and whoever comes meanwhile is in it; returns how many were. */
    private int writeWithWhoComes(Waiting first, int before) {
        List<Waiting> together = new ArrayList<>(List.of(first));
        write(together, () -> gather(together, before));
        return together.size();
    }

    /**
     * Those who wait, in their order. Callers that were answered together ask again together: the writer gives them a
     * moment, so that it does not write the first of them alone, and looks up now and then rather than at each of them.
     *
     * @param before how many were written together the last time
     */
    private void gather(List<Waiting> together, int before) {
        long end = System.nanoTime() + MOMENT_NANOS;
        while (together.size() + waiting.size() < before && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        waiting.drainTo(together, MOST_AT_ONCE - together.size());
        together.removeIf(each -> !each.begin());
    }

    /**
     * What one caller's rows break, or a deadlock, must not hurt the others: a transaction that failed so is split in two,
     * down to the one that fails alone. Their order stays.
     */
    private void write(List<Waiting> together, Runnable begun) {
        try {
            group.write(
                    () -> {
                        begun.run();
                        return together.stream().map(Waiting::reservation).toList();
                    },
                    refused -> together.forEach(each -> each.end(refused.get(each.reservation()))));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            if (together.size() > 1) {
                write(together.subList(0, together.size() / 2), () -> {});
                write(together.subList(together.size() / 2, together.size()), () -> {});
            } else {
                together.forEach(each -> each.end(outcome(each.reservation(), e)));
            }
        } catch (RuntimeException | Error e) {
            together.forEach(each -> each.end(e));
        }
    }

    /** Null when the same request was answered before: it has its effect already. */
    private @Nullable Throwable outcome(Reservation reservation, RuntimeException failure) {
        try {
            return failure instanceof DuplicateKeyException && keys.isAnswered(reservation.request()) ? null : failure;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "RESERVATIONS_BUSY");
    }
}
