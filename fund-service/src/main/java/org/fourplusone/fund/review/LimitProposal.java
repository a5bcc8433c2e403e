package org.fourplusone.fund.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits that one person proposes and another confirms.
 *
 * @param decision why they were discarded
 */
record LimitProposal(
        String id,
        ApprovalLimits limits,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    enum State {
        PROPOSED,
        CONFIRMED,
        DISCARDED
    }
}
