package org.fourplusone.fund.ledger;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One caller in the {@link ReservationQueue}. Either the writer begins it or the caller gives it up, never both. */
final class Waiting {
    private enum State {
        QUEUED,
        BEGUN,
        GIVEN_UP
    }

    private final Reservation reservation;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Throwable refusal;

    Waiting(Reservation reservation) {
        this.reservation = reservation;
    }

    Reservation reservation() {
        return reservation;
    }

    boolean begin() {
        return state.compareAndSet(State.QUEUED, State.BEGUN);
    }

    boolean giveUp() {
        return state.compareAndSet(State.QUEUED, State.GIVEN_UP);
    }

    void end(@Nullable Throwable itsRefusal) {
        refusal = itsRefusal;
        done.countDown();
    }

    /** Waits; an interrupted caller is not kept waiting. */
    boolean isDone(long time, TimeUnit unit) {
        try {
            return done.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for what was begun, whatever happens, and throws the refusal if it is one. */
    void outcome() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (refusal instanceof Error error) {
            throw error;
        }
        if (refusal instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
