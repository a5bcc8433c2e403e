package org.fourplusone.starter.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case, chained to the one before.
 *
 * @param caseId id of the case
 * @param sequence position in the case, from 1 without gaps
 * @param at business time, UTC, to the microsecond
 * @param actor username of the person or program
 * @param role roles in which it was done, joined by commas
 * @param action what was done, such as {@code step.done}
 * @param beforeHash SHA-256 (hex) of the JSON before, absent where there was nothing
 * @param afterHash SHA-256 (hex) of the JSON after
 * @param detail the JSON after, or absent
 * @param previous hash of the record before, 64 zeros for the first
 * @param hash SHA-256 (hex) over all of the above
 */
public record AuditRecord(
        String caseId,
        long sequence,
        Instant at,
        String actor,
        String role,
        String action,
        @Nullable String beforeHash,
        @Nullable String afterHash,
        @Nullable String detail,
        String previous,
        String hash) {}
