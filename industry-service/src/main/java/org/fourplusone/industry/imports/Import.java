package org.fourplusone.industry.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the register.
 *
 * @param done rows that are compared or applied, of about {@code total}
 * @param beatAt when the instance that works on it last said so, in real time
 * @param seenCursor the newest change of the register when the comparison began
 * @param recomputed whether the register had changed when it was to be applied, so that it was compared anew
 * @param problem a stable code, where the file is refused as a whole or the work failed
 * @param problemWith what the problem's sentence is filled with
 */
record Import(
        String id,
        ImportKind kind,
        String fileName,
        long fileSize,
        String sha256,
        State state,
        int done,
        int total,
        Instant startedAt,
        String startedBy,
        Instant beatAt,
        long seenCursor,
        boolean recomputed,
        ImportParts.Counts counts,
        @Nullable String problem,
        List<String> problemWith,
        @Nullable Instant finishedAt,
        @Nullable String finishedBy) {

    /**
     * CHECKING → READY (it can be applied) or REFUSED (it has errors); READY → APPLYING → APPLIED, or back to CHECKING if the
     * register has changed meanwhile; READY → DISCARDED. FAILED if the work was cut off.
     */
    enum State {
        CHECKING,
        READY,
        REFUSED,
        APPLYING,
        APPLIED,
        DISCARDED,
        FAILED
    }

    boolean isRunning() {
        return state == State.CHECKING || state == State.APPLYING;
    }

    boolean hasChanges() {
        return counts.added() + counts.changed() > 0;
    }

    /** The moves that are open. */
    List<String> actions() {
        return state != State.READY ? List.of() : hasChanges() ? List.of("apply", "discard") : List.of("discard");
    }
}
