package org.fourplusone.fund.recovery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The one transition table of a recovery: which move leads from where to where, by which role, as which step for the
 * separation by person on the filing's case.
 */
public enum RecoveryMove {
    /** The enterprise is heard. */
    STATE("statement", "ENTERPRISE", Step.APPLY, Recovery.State.DEMANDED, Recovery.State.DEMANDED),
    ORDER("order", "APPROVER", Step.ORDER, Recovery.State.ORDERED, Recovery.State.DEMANDED),
    DROP("drop", "APPROVER", Step.ORDER, Recovery.State.DROPPED, Recovery.State.DEMANDED),
    DUN("dun", "REVIEWER", Step.REVIEW, Recovery.State.ORDERED, Recovery.State.ORDERED),
    /** The bank sent a payment back itself: nobody's to choose. Ends it where nothing is left to claim. */
    SHRINK("shrink", "SYSTEM", Step.RELEASE, null, Recovery.State.DEMANDED, Recovery.State.ORDERED),
    /** Money that came in; the last of it settles. */
    REPAY("repay", "RELEASER", Step.RELEASE, Recovery.State.SETTLED, Recovery.State.ORDERED),
    PROPOSE_OFFSET("offset", "PAYER", Step.PAY, null, Recovery.State.ORDERED),
    /** Confirmed by a second person; the last of it settles. */
    OFFSET("confirm-offset", "RELEASER", Step.RELEASE, Recovery.State.SETTLED, Recovery.State.ORDERED),
    /** Signed by several persons; the last signature writes off. */
    WRITE_OFF("write-off", "APPROVER", Step.ORDER, Recovery.State.WRITTEN_OFF, Recovery.State.ORDERED),
    BAN(
            "ban",
            "APPROVER",
            Step.ORDER,
            null,
            Recovery.State.ORDERED,
            Recovery.State.SETTLED,
            Recovery.State.WRITTEN_OFF),
    LIFT_BAN(
            "lift-ban",
            "APPROVER",
            Step.ORDER,
            null,
            Recovery.State.ORDERED,
            Recovery.State.SETTLED,
            Recovery.State.WRITTEN_OFF);

    private final String action;
    private final String role;
    private final Step step;
    private final Recovery.@Nullable State to;
    private final Set<Recovery.State> from;

    RecoveryMove(String action, String role, Step step, Recovery.@Nullable State to, Recovery.State... from) {
        this.action = action;
        this.role = role;
        this.step = step;
        this.to = to;
        this.from = EnumSet.of(from[0], from);
    }

    /** The verb in the path and in {@code actions}. */
    public String action() {
        return action;
    }

    public String role() {
        return role;
    }

    public Step step() {
        return step;
    }

    /** Where it leads when it is done in full; null where the state stays. */
    Recovery.@Nullable State to() {
        return to;
    }

    boolean leavesFrom(Recovery.State state) {
        return from.contains(state);
    }

    /** 409 {@code ILLEGAL_MOVE} with {@code allowed}, the verbs that are legal from the recovery's state. */
    public void requireFrom(Recovery recovery) {
        if (!leavesFrom(recovery.state())) {
            List<String> allowed = Arrays.stream(values())
                    .filter(move -> move != SHRINK && move.leavesFrom(recovery.state()))
                    .map(RecoveryMove::action)
                    .toList();
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "ILLEGAL_MOVE",
                            action,
                            recovery.state().name())
                    .with("state", recovery.state().name())
                    .with("allowed", allowed);
        }
    }
}
