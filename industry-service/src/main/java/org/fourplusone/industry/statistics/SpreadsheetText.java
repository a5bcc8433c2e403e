package org.fourplusone.industry.statistics;

import org.jspecify.annotations.Nullable;

/** Text as it may stand in a spreadsheet: what a program could take for a formula is led by an apostrophe. */
final class SpreadsheetText {

    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    static String guarded(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return STARTERS.indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9]+(\\.[0-9]+)?") ? "'" + text : text;
    }
}
