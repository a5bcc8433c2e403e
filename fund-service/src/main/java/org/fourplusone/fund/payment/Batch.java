package org.fourplusone.fund.payment;

import java.time.Instant;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.security.Caller;
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
        @Nullable String sentBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) {

    /** MADE → RELEASED → SENT, each once; a made one may be withdrawn by its maker. */
    enum State {
        MADE,
        RELEASED,
        SENT,
        WITHDRAWN;

        /** The moves open from here. */
        List<String> actions() {
            return switch (this) {
                case MADE -> List.of("release", "withdraw");
                case RELEASED -> List.of("send");
                case SENT, WITHDRAWN -> List.of();
            };
        }
    }

    /** Whether the move is this person's: the maker's to withdraw, a releaser's to release and to send. */
    boolean allows(String move, Caller caller) {
        return move.equals("withdraw")
                ? caller.has("PAYER") && caller.username().equals(madeBy)
                : caller.has("RELEASER");
    }
}
