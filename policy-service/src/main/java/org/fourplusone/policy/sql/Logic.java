package org.fourplusone.policy.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts conditions together. SQL's own logic is the matcher's: NULL stands for unknown, and AND, OR, NOT and every
 * comparison treat it as Kleene's strong logic does. What is decided before the statement runs is folded away.
 */
final class Logic {

    static final String TRUE = "TRUE";
    static final String FALSE = "FALSE";

    private Logic() {}

    static String of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static String and(List<String> conditions) {
        return joined(conditions, " AND ", TRUE, FALSE);
    }

    static String or(List<String> conditions) {
        return joined(conditions, " OR ", FALSE, TRUE);
    }

    static String not(String condition) {
        return switch (condition) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            default -> "NOT (" + condition + ")";
        };
    }

    /** Unknown where the value is, and otherwise as given. */
    static String whereKnown(String value, boolean then) {
        return "CASE WHEN " + value + " IS NULL THEN NULL ELSE " + of(then) + " END";
    }

    private static String joined(List<String> conditions, String word, String neutral, String decisive) {
        List<String> parts = new ArrayList<>();
        for (String each : conditions) {
            if (each.equals(decisive)) {
                return decisive;
            }
            if (!each.equals(neutral)) {
                parts.add(each);
            }
        }
        return switch (parts.size()) {
            case 0 -> neutral;
            case 1 -> parts.get(0);
            default -> "(" + String.join(word, parts) + ")";
        };
    }
}
