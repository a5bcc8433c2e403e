package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fourplusone.policy.rule.FactValue.Code;
import org.fourplusone.policy.rule.FactValue.Codes;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the fact dictionary.
 *
 * @param index position in the dictionary, from 0; arrays of facts are addressed by it
 * @param annual true if the fact belongs to a year; judging reads that of the policy year
 * @param min smallest sane value of a number
 * @param max largest sane value of a number
 * @param values the codes and their names; for BOOLEAN what "true" and "false" say as a sentence
 * @param pattern what a CODE looks like
 * @param derived set by the register itself, never declared
 */
public record FactDefinition(
        int index,
        String key,
        Subject subject,
        FactType type,
        @Nullable String unit,
        boolean annual,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Map<String, Text> values,
        @Nullable Pattern pattern,
        boolean derived,
        Text name) {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactDefinition fact && key.equals(fact.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /**
     * Reads a value of this fact.
     *
     * Every number fits into a long once it is scaled: money has at most 15 digits before the point and 2 after it,
     * decimals and ratios 12 and 6, whole numbers and years 15.
     *
     * @param given a Boolean, String, Number (whole or BigDecimal) or a list of strings
     * @throws BadFactValue if it has the wrong type, is out of range or is no known code
     */
    public FactValue read(@Nullable Object given) {
        return switch (type) {
            case BOOLEAN -> {
                if (given instanceof Boolean flag) {
                    yield new Flag(flag);
                }
                throw BadFactValue.wrongType(this);
            }
            case MONEY, INTEGER, DECIMAL, RATIO, YEAR -> new Num(number(given));
            case ENUM -> new Code(listed(text(given)));
            case CODE -> {
                String code = text(given);
                if (pattern != null && !pattern.matcher(code).matches()) {
                    throw BadFactValue.wrongType(this);
                }
                yield new Code(code);
            }
            case TEXT -> new Code(text(given));
            case SET -> {
                if (!(given instanceof List<?> list)) {
                    throw BadFactValue.wrongType(this);
                }
                List<String> codes = new ArrayList<>(list.size());
                for (Object each : list) {
                    codes.add(listed(text(each)));
                }
                yield new Codes(codes);
            }
        };
    }

    private String text(@Nullable Object given) {
        if (given instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        throw BadFactValue.wrongType(this);
    }

    private String listed(String code) {
        if (!values.containsKey(code)) {
            throw BadFactValue.unknownCode(this);
        }
        return code;
    }

    private BigDecimal number(@Nullable Object given) {
        String text = given instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(given);
        if (!(given instanceof Number || given instanceof String)
                || !DECIMAL.matcher(text).matches()) {
            throw BadFactValue.wrongType(this);
        }
        BigDecimal number = new BigDecimal(text);
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > type.scale() || plain.precision() - plain.scale() > type.digits()) {
            throw BadFactValue.wrongType(this);
        }
        if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
            throw BadFactValue.outOfRange(this);
        }
        return type.isWhole() ? number.setScale(0) : type == FactType.MONEY ? number.setScale(2) : number;
    }

    /** The smallest step between two values of a number of this type. */
    BigDecimal step() {
        return switch (type) {
            case MONEY, DECIMAL -> new BigDecimal("0.01");
            case RATIO -> new BigDecimal("0.0001");
            default -> BigDecimal.ONE;
        };
    }
}
