package org.fourplusone.industry.enterprise;

/** A class of GB/T 4754-2017: four digits whose first two, the division, lie in one of the sections A to T. */
public final class IndustryCode {

    /** The last division of each section, A to T. */
    private static final int[] LAST_DIVISIONS = {
        5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
    };

    private IndustryCode() {}

    public static boolean isValid(String code) {
        return code.matches("[0-9]{4}") && division(code) >= 1 && division(code) <= 97;
    }

    static int division(String code) {
        return Integer.parseInt(code.substring(0, 2));
    }

    /** The section's letter. */
    public static String section(String code) {
        int section = 0;
        while (LAST_DIVISIONS[section] < division(code)) {
            section++;
        }
        return String.valueOf((char) ('A' + section));
    }
}
