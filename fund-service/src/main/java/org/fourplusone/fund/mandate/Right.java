package org.fourplusone.fund.mandate;

import org.fourplusone.starter.text.Text;

/** What a mandate lets somebody do for an enterprise. */
public enum Right {
    /** Begin, change, submit and withdraw filings, hand in evidence. */
    FILE("办理申报", "File"),
    /** Say that the enterprise wants what it is offered, and to which account. */
    CONFIRM_ACCOUNT("确认意愿和账户", "Confirm willingness and account");

    private final Text title;

    Right(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }
}
