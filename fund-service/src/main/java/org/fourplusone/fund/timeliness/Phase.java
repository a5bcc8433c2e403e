package org.fourplusone.fund.timeliness;

import java.util.Optional;
import org.fourplusone.fund.filing.State;
import org.fourplusone.starter.text.Text;

/** A stretch of the way from filing to money, and whose time it takes. */
enum Phase {
    INTAKE("受理", "Acceptance"),
    REVIEW("审核", "Review"),
    APPROVAL("审定", "Approval"),
    NOTICE("公示", "Public notice"),
    PAYMENT("拨付", "Payment"),
    /** Corrections: the clock of the offices stands still. */
    ENTERPRISE("企业补正(不计入)", "Correction by the enterprise (not counted)");

    private final Text title;

    Phase(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }

    /** The phase that a state belongs to, whichever of notice and approval is first; none before submission and after an end. */
    static Optional<Phase> of(State state) {
        return switch (state) {
            case SUBMITTED -> Optional.of(INTAKE);
            case CORRECTION -> Optional.of(ENTERPRISE);
            case ACCEPTED -> Optional.of(REVIEW);
            case REVIEWED, NOTICED -> Optional.of(APPROVAL);
            case APPROVED, ON_NOTICE, OBJECTED -> Optional.of(NOTICE);
            case CONFIRMED, PAYING, CLOSED -> Optional.of(PAYMENT);
            case DRAFT, REFUSED, REJECTED, WITHDRAWN, LAPSED -> Optional.empty();
        };
    }
}
