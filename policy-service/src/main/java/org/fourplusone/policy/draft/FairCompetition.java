package org.fourplusone.policy.draft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The record of a fair-competition review (State Council Decree 783): nothing is published without one that is valid on
 * the first day in force.
 *
 * @param number of the review, as its authority numbers it
 * @param authority who reviewed
 * @param conclusion what was found
 * @param reviewedOn not in the future
 * @param validTo the last day, not before {@code validFrom}
 */
record FairCompetition(
        @NotBlank @Size(max = 100) String number,
        @NotBlank @Size(max = 200) String authority,
        @NotBlank @Size(max = 2000) String conclusion,
        @NotNull LocalDate reviewedOn,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo) {

    boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
