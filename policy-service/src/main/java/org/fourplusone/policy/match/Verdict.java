package org.fourplusone.policy.match;

import org.fourplusone.policy.rule.Truth;

/** Whether an item fits. */
public enum Verdict {
    ELIGIBLE,
    UNDETERMINED,
    INELIGIBLE;

    static Verdict of(Truth truth) {
        return switch (truth) {
            case TRUE -> ELIGIBLE;
            case UNKNOWN -> UNDETERMINED;
            case FALSE -> INELIGIBLE;
        };
    }
}
