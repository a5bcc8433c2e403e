package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.List;

/** The value of a fact. */
public sealed interface FactValue {

    /** A number in the fact's unit. */
    record Num(BigDecimal value) implements FactValue {

        @Override
        public Object json() {
            return value.toPlainString();
        }
    }

    record Flag(boolean value) implements FactValue {

        @Override
        public Object json() {
            return value;
        }
    }

    /** A code or a text. */
    record Code(String value) implements FactValue {

        @Override
        public Object json() {
            return value;
        }
    }

    /** Several codes, sorted; empty means known to be none. */
    record Codes(List<String> values) implements FactValue {

        public Codes {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public Object json() {
            return values;
        }
    }

    /** As JSON: a decimal string, a boolean, a text or a list of texts. */
    Object json();
}
