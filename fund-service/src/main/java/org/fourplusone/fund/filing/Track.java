package org.fourplusone.fund.filing;

import org.fourplusone.fund.mandate.Right;

/** How an item is handled: without application, by verification, or with an expert's score and a special audit. */
public enum Track {
    NO_APPLICATION,
    VERIFY,
    EXPERT_AND_AUDIT;

    /** The right that acting on such a filing needs, on the enterprise's side. */
    Right right() {
        return this == NO_APPLICATION ? Right.CONFIRM_ACCOUNT : Right.FILE;
    }
}
