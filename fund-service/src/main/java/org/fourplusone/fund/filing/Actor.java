package org.fourplusone.fund.filing;

import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a move, and as what.
 *
 * @param caller the signed-in person, whose separation is checked; null for the public and for the system
 * @param role recorded in the history
 */
public record Actor(@Nullable Caller caller, String role) {

    public static Actor of(Caller caller, Move move) {
        return new Actor(caller, move.role());
    }

    /** Somebody from outside without a sign-in, such as an objector. */
    public static Actor visitor() {
        return new Actor(null, "PUBLIC");
    }

    public static Actor system() {
        return new Actor(null, "SYSTEM");
    }

    @Nullable
    String person() {
        return caller == null ? null : caller.username();
    }
}
