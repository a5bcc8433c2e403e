package org.fourplusone.policy.column;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.register.Enterprise;

/**
 * Items judged for every enterprise of the register.
 *
 * @param cursor the newest change of the register that is in
 * @param stale true if the last good register answered because industry-service is down
 * @param registerAsOf when the register was last known to be current
 * @param enterprises the rows, by credit code
 */
public record RegisterRun(
        LocalDate asOf,
        long cursor,
        boolean stale,
        Instant registerAsOf,
        List<Enterprise> enterprises,
        List<ItemRun> items) {

    public int size() {
        return enterprises.size();
    }

    public Enterprise enterprise(int row) {
        return enterprises.get(row);
    }
}
