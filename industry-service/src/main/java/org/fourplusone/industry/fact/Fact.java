package org.fourplusone.industry.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one fact.
 *
 * @param record the record it belongs to, null for the enterprise itself
 * @param period the year of an annual fact, otherwise null
 * @param value in its written form (money with two decimals, codes of a set joined by commas); null withdraws it
 * @param source where it comes from: ENTERPRISE, DEPARTMENT, TAX, …
 * @param verified checked by a department, not merely declared
 * @param recordedAt null for what the register's own entry says
 */
public record Fact(
        String key,
        @Nullable RecordRef record,
        @Nullable String period,
        @Nullable String value,
        String source,
        boolean verified,
        @Nullable Instant recordedAt,
        String recordedBy) {

    /** The key of the marker that an enterprise is known to have no record of a kind. */
    public static final String NONE = "NONE";

    /** One of the enterprise's records: kind PROJECT, HONOUR, LOAN or LEASE and its reference. */
    public record RecordRef(String kind, String ref) {}

    /** What a newer version must share with an older one to replace it. */
    record Identity(
            @Nullable RecordRef record,
            String key,
            @Nullable String period) {}

    Identity identity() {
        return new Identity(record, key, period);
    }

    boolean isNoneMarker() {
        return key.equals(NONE);
    }
}
