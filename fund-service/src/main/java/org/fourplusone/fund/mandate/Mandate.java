package org.fourplusone.fund.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's mandate for one enterprise.
 *
 * @param username the person's account
 * @param name the person as the enterprise calls them
 * @param may what a clerk may do; a legal representative may everything
 * @param to its last day; null while nothing ends it
 * @param endedAt when it was ended before that; it counts no more from that instant
 */
record Mandate(
        String id,
        String creditCode,
        String username,
        String name,
        Role role,
        List<Right> may,
        LocalDate from,
        @Nullable LocalDate to,
        String givenBy,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    enum Role {
        /** 法定代表人: names the clerks. */
        LEGAL_REPRESENTATIVE,
        /** 经办人. */
        CLERK
    }

    boolean isInForceOn(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean allows(Right right) {
        return role == Role.LEGAL_REPRESENTATIVE || may.contains(right);
    }

    /** Whether some day is in both and neither was ended. */
    boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return endedAt == null && (otherTo == null || !from.isAfter(otherTo)) && (to == null || !otherFrom.isAfter(to));
    }
}
