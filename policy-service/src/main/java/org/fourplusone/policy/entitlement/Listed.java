package org.fourplusone.policy.entitlement;

import java.time.Instant;
import java.util.List;
import org.fourplusone.policy.match.Finding;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise of a list.
 *
 * @param record the record that proves it, or null
 * @param amount exact; null where it is not
 * @param exclusion null if it is included
 * @param named the facts or conditions that the exclusion speaks of
 * @param taken by whom and why an officer took it out, or null
 */
record Listed(
        String creditCode,
        String name,
        @Nullable String record,
        @Nullable Money amount,
        @Nullable Exclusion exclusion,
        List<Finding.Named> named,
        @Nullable Taken taken) {

    record Taken(String by, String name, String why, Instant at) {}

    boolean included() {
        return exclusion == null;
    }
}
