package org.fourplusone.industry.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A round of publication.
 *
 * @param vintage the newest month that it may report, such as {@code 2026-10}
 * @param done years that are added up and protected, of {@code total}
 * @param publishedAt null until DONE
 * @param problem a stable code, where it failed
 */
record Vintage(
        String vintage,
        State state,
        int done,
        int total,
        Instant startedAt,
        String startedBy,
        @Nullable Instant publishedAt,
        @Nullable String problem) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
