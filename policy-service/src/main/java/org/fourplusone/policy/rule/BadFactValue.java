package org.fourplusone.policy.rule;

import java.util.List;

/** A value that the dictionary does not allow for its fact. */
public final class BadFactValue extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    private BadFactValue(FactDefinition fact, String code, Object... arguments) {
        super(fact.key() + ": " + code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    static BadFactValue wrongType(FactDefinition fact) {
        return new BadFactValue(fact, "FACT_TYPE", fact.type().name());
    }

    static BadFactValue unknownCode(FactDefinition fact) {
        return new BadFactValue(
                fact, "FACT_CODE", String.join(", ", fact.values().keySet()));
    }

    static BadFactValue outOfRange(FactDefinition fact) {
        return new BadFactValue(
                fact,
                "FACT_RANGE",
                fact.min() == null ? "" : fact.min().toPlainString(),
                fact.max() == null ? "" : fact.max().toPlainString());
    }

    /** A stable code: FACT_TYPE, FACT_CODE or FACT_RANGE. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
