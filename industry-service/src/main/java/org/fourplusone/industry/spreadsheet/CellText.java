package org.fourplusone.industry.spreadsheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type into cells, brought into one form. */
public final class CellText {

    private static final Pattern EDGE =
            Pattern.compile("^[\\s\\u00A0\\u3000\\u200B\\uFEFF]+|[\\s\\u00A0\\u3000\\u200B\\uFEFF]+$");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_STARTS = "=@＝＠";

    private CellText() {}

    /** Without the space around it, the ideographic and the invisible kinds included. */
    public static String strip(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return first > ' ' && first < 0x80 && last > ' ' && last < 0x80
                ? text
                : EDGE.matcher(text).replaceAll("");
    }

    /** Without the apostrophe that an export put before what a program could take for a formula. */
    static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Full-width letters, digits and signs as the plain ones; minus signs and dashes as {@code -}. */
    public static String narrow(String text) {
        boolean plain = text.chars().allMatch(character -> character < 0x80);
        return plain
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace('\u2212', '-')
                        .replace('\u2013', '-')
                        .replace('\u2014', '-')
                        .strip();
    }

    /** A code: narrow and in capitals. */
    public static String code(String text) {
        return narrow(text).toUpperCase(Locale.ROOT);
    }

    /**
     * A plain decimal number such as {@code -1234.50}; thousands separators and a leading plus go, a percentage becomes a ratio.
     *
     * @return null if it is no number
     */
    public static @Nullable String number(String text) {
        String number = narrow(text).replace(" ", "");
        if (number.length() > 40) {
            return null;
        }
        boolean percent = number.endsWith("%");
        if (percent) {
            number = number.substring(0, number.length() - 1);
        }
        if (GROUPED.matcher(number).matches()) {
            number = number.replace(",", "");
        }
        if (!PLAIN.matcher(number).matches()) {
            return null;
        }
        number = number.startsWith("+") ? number.substring(1) : number;
        return percent ? new java.math.BigDecimal(number).movePointLeft(2).toPlainString() : number;
    }

    /** Whether a text holds control characters, or the mark that a lossy conversion leaves for what it could not read. */
    public static boolean isUnreadable(String text) {
        return text.chars().anyMatch(character -> Character.isISOControl(character) || character == 0xFFFD);
    }

    /** Whether a spreadsheet program would take it for a formula. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
