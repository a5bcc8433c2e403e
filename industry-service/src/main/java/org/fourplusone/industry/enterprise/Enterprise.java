package org.fourplusone.industry.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal person in the register.
 *
 * @param cluster code of its primary cluster, null for none
 * @param industryCode class of GB/T 4754-2017
 * @param sizeClass by the 2017 rules, null while staff or revenue are unknown
 * @param aboveScale whether it is in the above-scale library
 * @param sample generated, not a real enterprise
 * @param version of this entry, from 1
 * @param factVersion of what is known of it, from 0
 * @param changeNumber place in the change feed
 */
public record Enterprise(
        String creditCode,
        String name,
        @Nullable String cluster,
        String industryCode,
        @Nullable SizeClass sizeClass,
        boolean aboveScale,
        @Nullable String street,
        @Nullable String address,
        @Nullable LocalDate established,
        Status status,
        boolean sample,
        long version,
        long factVersion,
        long changeNumber) {

    /** Whether it still does business. */
    public enum Status {
        ACTIVE,
        CLOSED
    }

    /** As it is after a change of its status. */
    Enterprise as(Status next, long number) {
        return changed(name, address, street, next, number);
    }

    Enterprise renamed(String next, long number) {
        return changed(next, address, street, status, number);
    }

    /** As it is at another registered address. */
    public Enterprise movedTo(@Nullable String nextAddress, @Nullable String nextStreet, long number) {
        return changed(name, nextAddress, nextStreet, status, number);
    }

    private Enterprise changed(
            String nextName,
            @Nullable String nextAddress,
            @Nullable String nextStreet,
            Status nextStatus,
            long number) {
        return new Enterprise(
                creditCode,
                nextName,
                cluster,
                industryCode,
                sizeClass,
                aboveScale,
                nextStreet,
                nextAddress,
                established,
                nextStatus,
                sample,
                version + 1,
                factVersion,
                number);
    }
}
