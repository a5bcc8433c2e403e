package org.fourplusone.industry.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact's written value as JSON shows it: booleans and lists of codes as such, everything else as text. */
final class FactJson {

    private FactJson() {}

    static @Nullable Object value(@Nullable FactDefinition fact, @Nullable String value) {
        if (value == null || fact == null) {
            return value;
        }
        return switch (fact.type()) {
            case BOOLEAN -> Boolean.valueOf(value);
            case SET -> value.isEmpty() ? List.of() : List.of(value.split(","));
            default -> value;
        };
    }
}
