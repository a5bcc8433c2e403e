package org.fourplusone.deploy.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.fourplusone.deploy.local.OneTimeCode;

/** A person's authenticator app: gives each code once, and waits where the next one is too far ahead. */
final class Authenticator {

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final String secret;
    private long last;

    /** @param secret as in the accounts file */
    Authenticator(String secret) {
        this.secret = secret;
    }

    /** A code that is good now and newer than the one before; the suite takes one half minute early or late. */
    synchronized String next() {
        long step = Math.max(last + 1, OneTimeCode.stepAt(Instant.now()));
        while (step > OneTimeCode.stepAt(Instant.now()) + 1) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        last = step;
        return OneTimeCode.of(secret, step);
    }
}
