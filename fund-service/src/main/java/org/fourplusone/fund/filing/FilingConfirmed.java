package org.fourplusone.fund.filing;

/**
 * A filing has passed its notice and its award is committed. Published inside the transaction that did it; whoever hears it
 * acts in the same transaction.
 */
public record FilingConfirmed(Filing filing) {}
