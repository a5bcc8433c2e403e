package org.fourplusone.industry.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One kind of fact, as the dictionary describes it.
 *
 * @param subject what it is stated of: the enterprise itself or one of its records
 * @param values the allowed codes of an ENUM or SET
 * @param valuesBy which of the values go with which value of another fact of the same record
 * @param min least number allowed
 * @param max greatest number allowed
 * @param pattern regular expression that a CODE matches as a whole
 * @param derived policy-service works it out itself; it is never stored
 */
record FactDefinition(
        String key,
        Subject subject,
        Type type,
        @Nullable String unit,
        @Nullable List<Value> values,
        @Nullable ValuesBy valuesBy,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String pattern,
        Period period,
        Text name,
        @Nullable Text group,
        @Nullable Boolean derived) {

    enum Subject {
        ENTERPRISE,
        PROJECT,
        HONOUR,
        LOAN,
        LEASE
    }

    enum Type {
        MONEY,
        INTEGER,
        DECIMAL,
        RATIO,
        BOOLEAN,
        ENUM,
        SET,
        TEXT,
        YEAR,
        CODE
    }

    /** ANNUAL facts are stated for a year, CURRENT ones for now. */
    enum Period {
        ANNUAL,
        CURRENT
    }

    /** An allowed code and its name. */
    record Value(String code, Text name) {}

    /** For each value of {@code fact}, the codes that are allowed with it. */
    record ValuesBy(String fact, Map<String, List<String>> allowed) {}

    boolean isAllowed(String code) {
        return values == null || values.stream().anyMatch(value -> value.code().equals(code));
    }

    String allowedCodes() {
        return values == null
                ? ""
                : String.join(", ", values.stream().map(Value::code).toList());
    }
}
