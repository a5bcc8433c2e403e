package org.fourplusone.policy.rule;

/** What kind of value a fact holds. Numbers are exact decimals; none is ever a floating-point number. */
public enum FactType {
    /** Yuan with at most two decimals. */
    MONEY,
    /** A whole number. */
    INTEGER,
    /** A decimal number in the fact's unit. */
    DECIMAL,
    /** A share or growth rate: 0.10 is 10 %. */
    RATIO,
    BOOLEAN,
    /** One code of a list. */
    ENUM,
    /** Several codes of a list. */
    SET,
    TEXT,
    /** A calendar year, Asia/Shanghai. */
    YEAR,
    /** A code without a list: an industry code, a reference. */
    CODE;

    public boolean isNumber() {
        return this == MONEY || this == INTEGER || this == DECIMAL || this == RATIO || this == YEAR;
    }

    /** How many decimals a number of this type has at most; scaled by them it is whole. */
    public int scale() {
        return switch (this) {
            case MONEY -> 2;
            case DECIMAL, RATIO -> 6;
            default -> 0;
        };
    }

    /** How many digits stand before the point at most: with the decimals every number fits into a long. */
    int digits() {
        return this == DECIMAL || this == RATIO ? 12 : 15;
    }

    boolean isWhole() {
        return this == INTEGER || this == YEAR;
    }

    boolean isListed() {
        return this == ENUM || this == SET;
    }
}
