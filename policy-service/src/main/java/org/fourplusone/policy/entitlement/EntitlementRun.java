package org.fourplusone.policy.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import org.fourplusone.policy.item.Item;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list of whom the register proves to be entitled to an item.
 *
 * @param cursor the newest change of the register that was in
 * @param registerAsOf when the register was last known to be current
 * @param stale judged on the last good register while industry-service was down
 * @param judged enterprises of the register
 * @param unfit how many plainly do not fit; they are not listed
 * @param unknown of how many the register says nothing that speaks for them; they are not listed
 * @param version for the entity tag
 * @param decidedBy who confirmed or discarded it
 */
record EntitlementRun(
        String id,
        String item,
        int itemVersion,
        Text title,
        Item.ProgrammeLine line,
        boolean illustrative,
        int policyYear,
        LocalDate asOf,
        long cursor,
        Instant registerAsOf,
        boolean stale,
        int judged,
        int unfit,
        int unknown,
        State state,
        long version,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    enum State {
        DRY_RUN,
        CONFIRMED,
        DISCARDED
    }
}
