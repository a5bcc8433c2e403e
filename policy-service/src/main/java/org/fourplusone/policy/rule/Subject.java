package org.fourplusone.policy.rule;

/** What a fact is stated of: the enterprise itself or one of its records. */
public enum Subject {
    ENTERPRISE("ent"),
    PROJECT("project"),
    HONOUR("honour"),
    LOAN("loan"),
    LEASE("lease");

    private final String prefix;

    Subject(String prefix) {
        this.prefix = prefix;
    }

    /** How the keys of this subject's facts begin; enterprise facts have further beginnings. */
    public String prefix() {
        return prefix;
    }

    public boolean isRecord() {
        return this != ENTERPRISE;
    }
}
