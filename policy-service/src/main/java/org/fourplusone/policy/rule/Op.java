package org.fourplusone.policy.rule;

import java.util.Arrays;
import java.util.Optional;

/** How a fact is compared. */
public enum Op {
    EQ("eq"),
    NE("ne"),
    LT("lt"),
    LTE("lte"),
    GT("gt"),
    GTE("gte"),
    IN("in"),
    NOT_IN("notIn"),
    EXISTS("exists");

    private final String word;

    Op(String word) {
        this.word = word;
    }

    static Optional<Op> of(String word) {
        return Arrays.stream(values()).filter(op -> op.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    boolean isOrder() {
        return this == LT || this == LTE || this == GT || this == GTE;
    }

    boolean isList() {
        return this == IN || this == NOT_IN;
    }

    /** Which types this comparison makes sense for. */
    boolean fits(FactType type) {
        return switch (this) {
            case LT, LTE, GT, GTE -> type.isNumber();
            case EQ, NE -> type != FactType.SET;
            case IN, NOT_IN -> type != FactType.BOOLEAN && type != FactType.TEXT;
            case EXISTS -> true;
        };
    }
}
