package org.fourplusone.fund.allocation;

/** How a pool is shared. */
enum Method {
    /** Each the same part of what was reviewed, by largest remainder. */
    PRO_RATA,
    /** By score, each in full as long as there is money; who is tied at the end of it shares the rest pro rata. */
    RANKED
}
