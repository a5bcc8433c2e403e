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
    RECONCILED("已对账", "Confirmed by the bank's statement"),
    FAILED("银行退回", "Sent back by the bank"),
    /** The final account left nothing to pay of it, or the award was revoked. */
    CANCELLED("不再拨付", "No longer due"),
    /** Of a payment alone: it was taken out of its batch before the release, its instalment is REQUESTED again. */
    WITHDRAWN("已移出批次", "Taken out of its batch");

    private final Text title;

    InstalmentState(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }

    Set<InstalmentState> next() {
        return switch (this) {
            case PLANNED, FAILED -> Set.of(REQUESTED, CANCELLED);
            case REQUESTED -> Set.of(REQUESTED, IN_BATCH, CANCELLED);
            case IN_BATCH -> Set.of(SENT); // and REQUESTED again when its batch is withdrawn, by that alone
            case SENT -> Set.of(PAID, FAILED);
            case PAID -> Set.of(RECONCILED, FAILED);
            case RECONCILED -> Set.of(FAILED);
            case CANCELLED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether it is on its way: nothing can be decided of it until the bank has answered. */
    boolean isUnderWay() {
        return this == IN_BATCH || this == SENT;
    }

    /** Whether the enterprise has the money. */
    boolean isPaid() {
        return this == PAID || this == RECONCILED;
    }

    /** Whether nothing more is to be paid of it. */
    boolean isDone() {
        return isPaid() || this == CANCELLED;
    }
}
