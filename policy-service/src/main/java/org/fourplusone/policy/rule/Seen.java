package org.fourplusone.policy.rule;

/** What is known of a fact at the moment of judging. */
public sealed interface Seen {

    /** Nothing is known: comparisons with it are unknown. */
    Seen UNKNOWN = new Unknown();

    /** Known not to exist, such as a loan's purpose where there is no loan: comparisons with it are false. */
    Seen NONE = new None();

    /**
     * A value.
     *
     * @param source who stated it, such as {@code TAX}, {@code DEPARTMENT} or {@code ENTERPRISE}
     * @param verified false for what an enterprise declares of itself
     */
    record Known(FactValue value, String source, boolean verified) implements Seen {}

    record Unknown() implements Seen {}

    record None() implements Seen {}
}
