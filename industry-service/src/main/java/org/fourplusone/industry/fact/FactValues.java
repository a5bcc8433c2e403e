package org.fourplusone.industry.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a fact's value as the dictionary describes it and brings it into its written form. */
final class FactValues {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private FactValues() {}

    /** Either the written form or what is wrong with the value. */
    record Reading(@Nullable String value, @Nullable FieldProblem problem) {

        static Reading of(String value) {
            return new Reading(value, null);
        }

        static Reading refused(FieldProblem problem) {
            return new Reading(null, problem);
        }
    }

    static Reading read(FactDefinition fact, JsonNode value, String field) {
        return switch (fact.type()) {
            case MONEY -> number(fact, value, field, 2);
            case INTEGER, YEAR -> number(fact, value, field, 0);
            case DECIMAL -> number(fact, value, field, 4);
            case RATIO -> number(fact, value, field, 6);
            case BOOLEAN ->
                value.isBoolean()
                        ? Reading.of(String.valueOf(value.booleanValue()))
                        : Reading.refused(new FieldProblem(field, "FACT_BOOLEAN"));
            case ENUM -> text(fact, value, field, 60);
            case CODE, TEXT -> text(fact, value, field, 200);
            case SET -> set(fact, value, field);
        };
    }

    private static Reading number(FactDefinition fact, JsonNode value, String field, int decimals) {
        String text = value.isNumber() ? value.asString() : value.isString() ? value.stringValue() : "";
        if (text.length() > 30 || !NUMBER.matcher(text).matches()) {
            return Reading.refused(new FieldProblem(field, "FACT_NUMBER", decimals));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > decimals) {
            return Reading.refused(new FieldProblem(field, "FACT_NUMBER", decimals));
        }
        if (fact.min() != null && number.compareTo(fact.min()) < 0
                || fact.max() != null && number.compareTo(fact.max()) > 0) {
            return Reading.refused(new FieldProblem(field, "RANGE", plain(fact.min()), plain(fact.max())));
        }
        boolean fixed = fact.type() == FactDefinition.Type.MONEY || decimals == 0;
        BigDecimal written = fixed ? number.setScale(decimals, RoundingMode.UNNECESSARY) : number;
        return Reading.of(written.toPlainString());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "…" : number.toPlainString();
    }

    private static Reading text(FactDefinition fact, JsonNode value, String field, int longest) {
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().length() > longest) {
            return Reading.refused(new FieldProblem(field, "LENGTH", 1, longest));
        }
        String text = value.stringValue().strip();
        if (!fact.isAllowed(text)) {
            return Reading.refused(new FieldProblem(field, "FACT_CODE", fact.allowedCodes()));
        }
        if (fact.pattern() != null && !text.matches(fact.pattern())) {
            return Reading.refused(new FieldProblem(field, "FACT_PATTERN", fact.pattern()));
        }
        return Reading.of(text);
    }

    private static Reading set(FactDefinition fact, JsonNode value, String field) {
        if (!value.isArray()) {
            return Reading.refused(new FieldProblem(field, "FACT_SET", fact.allowedCodes()));
        }
        Set<String> codes = new TreeSet<>();
        for (JsonNode code : value) {
            if (!code.isString() || !fact.isAllowed(code.stringValue())) {
                return Reading.refused(new FieldProblem(field, "FACT_SET", fact.allowedCodes()));
            }
            codes.add(code.stringValue());
        }
        return Reading.of(String.join(",", codes));
    }
}
