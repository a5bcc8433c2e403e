package org.fourplusone.starter.time;

import java.time.Clock;
import java.time.Instant;

/**
 * Real time, for what must not follow the business clock when it is moved: tokens, leases, limits.
 *
 * @param clock a clock in UTC
 */
public record RealTime(Clock clock) {

    public Instant now() {
        return clock.instant();
    }
}
