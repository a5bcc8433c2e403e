package org.fourplusone.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * A change that is not published yet: of one item, or of the whole package.
 *
 * @param code the item; null for a package
 * @param base for an item the version that it shall replace, null for a new one; for a package the stamp of the catalogue
 *     it was compared with
 * @param hands who wrote or submitted it
 * @param publishedVersion of the item; of the catalogue for a package
 * @param version grows with every change of the draft
 */
record Draft(
        String id,
        Kind kind,
        @Nullable String code,
        @Nullable Long base,
        DraftMove.State state,
        JsonNode content,
        Text title,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String submittedBy,
        @Nullable FairCompetition review,
        @Nullable String returned,
        @Nullable String publishedBy,
        @Nullable Integer publishedVersion,
        @Nullable LocalDate inForceFrom,
        Set<String> hands,
        long version) {

    enum Kind {
        ITEM,
        PACKAGE
    }

    /** @throws Problem 409 {@code ILLEGAL_MOVE} with the moves that are possible */
    void require(DraftMove move) {
        if (!move.leavesFrom(state)) {
            throw Problem.of(HttpStatus.CONFLICT, "ILLEGAL_MOVE")
                    .with(
                            "allowed",
                            DraftMove.from(state).stream().map(DraftMove::word).toList());
        }
    }

    /** The moves that are open to this person now. */
    List<String> actions(Caller caller) {
        return DraftMove.from(state).stream()
                .filter(move -> caller.has(move.role()))
                .filter(move -> move != DraftMove.PUBLISH || !hands.contains(caller.username()))
                .filter(move -> move != DraftMove.SAVE || kind == Kind.ITEM)
                .map(DraftMove::word)
                .toList();
    }
}
