package org.fourplusone.fund.call;

/** How a call's money is given out. */
public enum Allocation {
    /** All filings of the call are allocated together at its end. */
    POOLED,
    /** Each filing is approved as it comes, as long as the line has money. */
    FIRST_COME
}
