package org.fourplusone.industry.statistics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year, quarter or month as the interface writes it: {@code 2024}, {@code 2024-Q1}, {@code 2024-01}.
 *
 * @param firstMonth months since year 0
 * @param lastMonth months since year 0
 */
record Period(int firstMonth, int lastMonth) {

    private static final Pattern FORM = Pattern.compile("((?:19|20)\\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    static Optional<Period> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1)) * 12;
        if (form.group(2) != null) {
            int quarter = year + (Integer.parseInt(form.group(2)) - 1) * 3;
            return Optional.of(new Period(quarter, quarter + 2));
        }
        if (form.group(3) != null) {
            int month = year + Integer.parseInt(form.group(3)) - 1;
            return Optional.of(new Period(month, month));
        }
        return Optional.of(new Period(year, year + 11));
    }

    /** How tables are cut in time. */
    enum Grain {
        MONTH,
        QUARTER,
        YEAR;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static @Nullable Grain of(String code) {
            for (Grain grain : values()) {
                if (grain.code().equals(code)) {
                    return grain;
                }
            }
            return null;
        }

        /** How the interface writes a part of a year. */
        String write(int year, int part) {
            return switch (this) {
                case MONTH -> year + (part < 10 ? "-0" : "-") + part;
                case QUARTER -> year + "-Q" + part;
                case YEAR -> String.valueOf(year);
            };
        }

        /** The first month of a part of a year, in months since year 0. */
        int firstMonth(int year, int part) {
            return switch (this) {
                case MONTH -> year * 12 + part - 1;
                case QUARTER -> year * 12 + (part - 1) * 3;
                case YEAR -> year * 12;
            };
        }
    }
}
