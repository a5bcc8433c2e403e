package org.fourplusone.fund.payment;

import java.time.Instant;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments that go to the bank together.
 *
 * @param messageId the name of its message, unique for ever
 */
record Batch(
        String id,
        String messageId,
        State state,
        int count,
        Money sum,
        Instant madeAt,
        String madeBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Instant sentAt,
        @Nullable String sentBy) {

    /** MADE → RELEASED → SENT, each once. */
    enum State {
        MADE,
        RELEASED,
        SENT;

        /** The moves open from here. */
        List<String> actions() {
            return switch (this) {
                case MADE -> List.of("release");
                case RELEASED -> List.of("send");
                case SENT -> List.of();
            };
        }
    }
}
