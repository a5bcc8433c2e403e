package org.fourplusone.fund.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Why money moved.
 *
 * @param step the business step, e.g. {@code APPROVE}, {@code CLOSE_NOTICE}, {@code SEND_BATCH}; at most 40 characters
 * @param reference what makes the step unique, e.g. the filing's id, the instalment's id with its attempt; at most 80
 *     characters, 60 where the step may take several postings. The same step with the same reference is posted once: a
 *     second one fails in the database.
 * @param person who caused it; null for the system
 */
public record Cause(String step, String reference, @Nullable String person) {
    /** The same cause for another posting that it takes. */
    Cause part(Object name) {
        return new Cause(step, reference + "/" + name, person);
    }
}
