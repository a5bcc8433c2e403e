package org.fourplusone.policy.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done with a draft: the one table of who leads from which state to which. */
enum DraftMove {
    SAVE("POLICY_EDITOR", State.DRAFT, State.DRAFT),
    SUBMIT("POLICY_EDITOR", State.SUBMITTED, State.DRAFT),
    RETURN("POLICY_PUBLISHER", State.DRAFT, State.SUBMITTED),
    PUBLISH("POLICY_PUBLISHER", State.PUBLISHED, State.SUBMITTED),
    DISCARD("POLICY_EDITOR", State.DISCARDED, State.DRAFT, State.SUBMITTED);

    /** Where a draft stands. */
    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    private final String role;
    private final State to;
    private final Set<State> from;

    DraftMove(String role, State to, State... from) {
        this.role = role;
        this.to = to;
        this.from = Set.of(from);
    }

    String role() {
        return role;
    }

    State to() {
        return to;
    }

    boolean leavesFrom(State state) {
        return from.contains(state);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The moves that lead on from a state. */
    static List<DraftMove> from(State state) {
        return Arrays.stream(values()).filter(move -> move.leavesFrom(state)).toList();
    }
}
