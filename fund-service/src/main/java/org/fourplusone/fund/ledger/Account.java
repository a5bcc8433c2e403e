package org.fourplusone.fund.ledger;

import java.util.Locale;

/**
 * The accounts of one programme line in one budget year. BUDGET is the outside the appropriation comes from, so its
 * balance is the negative of what was appropriated; CARRIED_IN and CARRIED_OUT (结转) join a year to the one before and
 * after it; SURPLUS (结余) is what went back to the treasury; TREASURY is the outside a recovery comes from. Together every
 * posting sums to 0: appropriated + carried in = available + reserved + committed + inTransit + paid + carried out +
 * surplus. Paid stays gross, recovered stands beside it.
 */
public enum Account {
    BUDGET,
    CARRIED_IN,
    AVAILABLE,
    RESERVED,
    COMMITTED,
    IN_TRANSIT,
    PAID,
    CARRIED_OUT,
    SURPLUS,
    TREASURY,
    RECOVERED;

    /** Whether money comes from outside here, so that the balance may stand below zero. */
    boolean isOutside() {
        return this == BUDGET || this == CARRIED_IN || this == TREASURY;
    }

    /** The column of the balance rows. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
