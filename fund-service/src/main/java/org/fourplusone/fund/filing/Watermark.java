package org.fourplusone.fund.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.fourplusone.starter.time.RealTime;

/**
 * From where a growing table is read on, so that nothing is missed: a row has its number before it is committed, so it may
 * come to light below rows that were read already. The last rows are therefore read again, until no transaction of their
 * time can be open. Not safe for several threads.
 */
public final class Watermark {
    /** Far longer than a transaction lasts: a statement is given up after 30 seconds. */
    private static final Duration SETTLED = Duration.ofMinutes(5);
    /** How many numbers transactions under way may have drawn before the first reading. */
    private static final long UNDER_WAY = 500;

    private final RealTime time;
    private boolean hasRead;
    private long settled;
    private long latest;
    private Instant began = Instant.EPOCH;
    private Instant latestAt = Instant.EPOCH;

    public Watermark(RealTime time) {
        this.time = time;
    }

    /**
     * Reads on.
     *
     * @param newest the greatest number there is
     * @param all reads all rows; only at first, or as long as that did not succeed
     * @param above reads the rows with a greater number than this
     */
    public void readOn(LongSupplier newest, Runnable all, LongConsumer above) {
        long after = begin();
        long latestNow = newest.getAsLong();
        if (hasRead) {
            above.accept(after);
        } else {
            all.run();
        }
        read(latestNow);
    }

    /** A reading begins: the rows with a greater number are to be read; at first all. */
    long begin() {
        began = time.now();
        return settled;
    }

    /** All of them were read. @param newest the greatest number there was when the reading had begun */
    void read(long newest) {
        if (!hasRead) {
            settled = Math.max(0, newest - UNDER_WAY);
        } else if (began.isBefore(latestAt.plus(SETTLED))) {
            return;
        } else {
            settled = Math.max(settled, latest);
        }
        hasRead = true;
        latest = newest;
        latestAt = began;
    }

    boolean hasRead() {
        return hasRead;
    }
}
