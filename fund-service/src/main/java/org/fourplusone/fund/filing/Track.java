package org.fourplusone.fund.filing;

/** How an item is handled: without application, by verification, or with an expert's score and a special audit. */
public enum Track {
    NO_APPLICATION,
    VERIFY,
    EXPERT_AND_AUDIT
}
