package org.fourplusone.industry.confidentiality;

import java.util.EnumSet;
import java.util.Set;

/**
 * One number of each enterprise, of which sums are published.
 *
 * @param cuts the groups of which the sum is published
 * @param amounts in the order of the groups' enterprises
 */
public record Numbers(Set<Cut> cuts, long[] amounts) {

    public static final Set<Cut> MONTH = Set.of(Cut.TOTAL, Cut.CLUSTER);
    public static final Set<Cut> QUARTER = Set.of(Cut.TOTAL, Cut.CLUSTER, Cut.CLUSTER_SIZE);
    public static final Set<Cut> YEAR = Set.copyOf(EnumSet.allOf(Cut.class));

    /** Whether some are below zero. */
    boolean isSigned() {
        for (long amount : amounts) {
            if (amount < 0) {
                return true;
            }
        }
        return false;
    }
}
