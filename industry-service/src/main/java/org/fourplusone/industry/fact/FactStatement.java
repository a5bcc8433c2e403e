package org.fourplusone.industry.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Facts that somebody states.
 *
 * @param facts single facts, at most 500 at once
 * @param knownEmpty kinds of records that the enterprise has none of
 */
record FactStatement(
        @Nullable @Valid @Size(max = 500) List<@NotNull @Valid Entry> facts,
        @Nullable @Size(max = 4) List<@NotNull String> knownEmpty) {

    /**
     * One fact.
     *
     * @param period the year of an annual fact; the business year if left out
     * @param value boolean, text, number or list of codes, as the dictionary says; null withdraws what was declared
     * @param record the record that the fact belongs to
     */
    record Entry(
            @NotBlank String key,
            @Nullable String period,
            @Nullable JsonNode value,
            @Nullable @Valid Reference record) {}

    /** A record of the enterprise: kind PROJECT, HONOUR, LOAN or LEASE and its reference. */
    record Reference(
            @NotBlank String kind, @NotBlank @Size(max = 40) String ref) {

        RecordRef toRecord() {
            return new RecordRef(kind, ref);
        }
    }

    List<Entry> entries() {
        return facts == null ? List.of() : facts;
    }

    List<String> empty() {
        return knownEmpty == null ? List.of() : knownEmpty;
    }
}
