package org.fourplusone.industry.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** How a number follows from others: it works itself out and writes itself down, so that the two cannot differ. */
sealed interface Formula {

    /** Far more digits than any result is rounded to. */
    MathContext DIGITS = MathContext.DECIMAL128;

    /** A number of a figure: {@code S013} is its value, {@code S103.growth} its growth. */
    record Part(String key) implements Formula {}

    record Constant(BigDecimal value) implements Formula {}

    record Operation(Sign sign, Formula left, Formula right) implements Formula {}

    /** The four operations; {@code rank} says which binds closer. */
    enum Sign {
        PLUS("+", 1),
        MINUS("−", 1),
        TIMES("×", 2),
        OVER("÷", 2);

        private final String written;
        private final int rank;

        Sign(String written, int rank) {
            this.written = written;
            this.rank = rank;
        }

        private BigDecimal apply(BigDecimal left, BigDecimal right) {
            return switch (this) {
                case PLUS -> left.add(right);
                case MINUS -> left.subtract(right);
                case TIMES -> left.multiply(right);
                case OVER -> left.divide(right, DIGITS);
            };
        }
    }

    /** Reads {@code {"over": [{"plus": ["S014", "S015"]}, "S013"]}}: texts are parts, numbers constants. */
    static Formula read(JsonNode json) {
        if (json.isString()) {
            return new Part(json.asString());
        }
        if (json.isNumber()) {
            return new Constant(json.decimalValue());
        }
        String sign = json.propertyNames().iterator().next();
        JsonNode sides = json.get(sign);
        return new Operation(
                Sign.valueOf(sign.toUpperCase(java.util.Locale.ROOT)), read(sides.get(0)), read(sides.get(1)));
    }

    default BigDecimal value(Function<String, BigDecimal> parts) {
        if (this instanceof Part part) {
            return parts.apply(part.key());
        }
        if (this instanceof Operation operation) {
            return operation
                    .sign()
                    .apply(operation.left().value(parts), operation.right().value(parts));
        }
        return ((Constant) this).value();
    }

    /** In one line, with the brackets that it needs and no more. */
    default String write(Function<String, String> parts) {
        if (this instanceof Part part) {
            return parts.apply(part.key());
        }
        if (this instanceof Operation operation) {
            int rank = operation.sign().rank;
            return operation.left().within(rank, parts)
                    + " " + operation.sign().written + " "
                    + operation.right().within(rank + 1, parts);
        }
        return ((Constant) this).value().toPlainString();
    }

    private String within(int rank, Function<String, String> parts) {
        String written = write(parts);
        return this instanceof Operation operation && operation.sign().rank < rank ? "(" + written + ")" : written;
    }

    /** The parts that it reads, each once, as they are written. */
    default Set<String> parts() {
        Set<String> keys = new LinkedHashSet<>();
        if (this instanceof Part part) {
            keys.add(part.key());
        } else if (this instanceof Operation operation) {
            keys.addAll(operation.left().parts());
            keys.addAll(operation.right().parts());
        }
        return keys;
    }
}
