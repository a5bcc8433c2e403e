package org.fourplusone.industry.fact;

import org.fourplusone.industry.fact.Addresses.Address;

/** Whether an enterprise's registered address lies in the zone, as a fact that the items' conditions read. */
final class ZoneFact {

    static final String KEY = "ent.registeredInZone";

    /** The source of a fact that follows from the registered address. */
    static final String SOURCE = "ADDRESS";

    private ZoneFact() {}

    static Fact of(Address address) {
        return new Fact(
                KEY,
                null,
                null,
                Boolean.toString(address.inZone()),
                SOURCE,
                true,
                address.recordedAt(),
                address.recordedBy());
    }
}
