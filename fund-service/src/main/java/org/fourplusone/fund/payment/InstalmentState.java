package org.fourplusone.fund.payment;

import java.util.Set;
import org.fourplusone.starter.text.Text;

/** The states of an instalment and what may follow each. */
enum InstalmentState {
    PLANNED("待申请", "Planned"),
    REQUESTED("已申请", "Requested"),
    IN_BATCH("已编批", "In a batch"),
    SENT("已发送银行", "Sent to the bank"),
    PAID("已到账", "Paid"),
    FAILED("银行退回", "Refused by the bank");

    private final Text title;

    InstalmentState(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }

    Set<InstalmentState> next() {
        return switch (this) {
            case PLANNED, FAILED -> Set.of(REQUESTED);
            case REQUESTED -> Set.of(IN_BATCH);
            case IN_BATCH -> Set.of(SENT);
            case SENT -> Set.of(PAID, FAILED);
            case PAID -> Set.of();
        };
    }
}
