package org.fourplusone.fund.recovery;

import org.fourplusone.fund.filing.Filing;

/** Something that the enterprise is told of a recovery; heard inside the transaction of the step. */
public record RecoveryTold(Act act, Recovery recovery, Filing filing) {
    public enum Act {
        DEMANDED,
        ORDERED,
        DROPPED,
        DUNNED
    }
}
