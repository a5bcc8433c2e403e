package org.fourplusone.fund.filing;

import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a move, and as what.
 *
 * @param caller the signed-in person, whose separation is checked; null for the public and for the system
 * @param role recorded in the history
 * @param onBehalfOf the person who delegated the step to the caller; both count for the separation
 */
public record Actor(
        @Nullable Caller caller, String role, @Nullable String onBehalfOf) {

    public Actor(@Nullable Caller caller, String role) {
        this(caller, role, null);
    }

    public static Actor of(Caller caller, Move move) {
        return new Actor(caller, move.role());
    }

    public static Actor of(Caller caller, Move move, @Nullable String onBehalfOf) {
        return new Actor(caller, move.role(), onBehalfOf);
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
