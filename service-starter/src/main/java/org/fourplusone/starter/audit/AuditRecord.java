package org.fourplusone.starter.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
        String hash) {

    static AuditRecord of(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getString("case_id"),
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                row.getString("before_hash"),
                row.getString("after_hash"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    Line line() {
        return Line.of("record")
                .with("case", caseId)
                .with("sequence", sequence)
                .with("at", at)
                .with("actor", actor)
                .with("role", role)
                .with("action", action)
                .with("before", beforeHash)
                .with("after", afterHash)
                .with("detail", detail)
                .with("previous", previous)
                .with("hash", hash);
    }

    /** @throws IllegalArgumentException when the line is none of a record */
    static AuditRecord of(Line line) {
        try {
            return new AuditRecord(
                    line.text("case"),
                    line.number("sequence"),
                    Instant.parse(line.text("at")),
                    line.text("actor"),
                    line.text("role"),
                    line.text("action"),
                    line.textOrNull("before"),
                    line.textOrNull("after"),
                    line.textOrNull("detail"),
                    line.text("previous"),
                    line.text("hash"));
        } catch (DateTimeParseException noInstant) {
            throw new IllegalArgumentException("no instant", noInstant);
        }
    }

    AuditRecord hashed(String itsHash) {
        return new AuditRecord(
                caseId, sequence, at, actor, role, action, beforeHash, afterHash, detail, previous, itsHash);
    }
}
