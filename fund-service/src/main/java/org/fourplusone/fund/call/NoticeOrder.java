package org.fourplusone.fund.call;

/** Which comes first on the filings of a call. */
public enum NoticeOrder {
    /** Approved awards go on public notice. */
    AFTER_APPROVAL,
    /** Recommended awards go on public notice, and are approved once it has passed. */
    BEFORE_APPROVAL
}
