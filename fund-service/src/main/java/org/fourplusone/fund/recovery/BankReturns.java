package org.fourplusone.fund.recovery;

/** What the bank's statements know of money that came in. */
public interface BankReturns {
    /** Whether the bank's reference is that of a payment that it sent back, which is booked as that and is no repayment. */
    boolean isReturn(String reference);
}
