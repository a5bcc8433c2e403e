package org.fourplusone.fund.ledger;

/**
 * The accounts of one programme line. BUDGET is the outside the appropriation comes from, so its balance is the negative
 * of the line's budget; TREASURY is the outside a recovery comes from. Together with the others every posting sums to 0:
 * budget = available + reserved + committed + inTransit + paid. Paid stays gross, recovered stands beside it.
 */
public enum Account {
    BUDGET,
    AVAILABLE,
    RESERVED,
    COMMITTED,
    IN_TRANSIT,
    PAID,
    TREASURY,
    RECOVERED
}
