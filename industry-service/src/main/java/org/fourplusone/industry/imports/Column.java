package org.fourplusone.industry.imports;

import java.util.List;
import java.util.Locale;
import org.fourplusone.industry.spreadsheet.CellText;
import org.fourplusone.starter.text.Text;

/**
 * A column of a file. Its header may be its key or its name in either language.
 *
 * @param required whether a file must have it and every row must fill it
 * @param hint what to write into it
 * @param choices the codes that are allowed, each also by its names
 */
record Column(String key, Text name, Form form, boolean required, Text hint, List<Choice> choices) {

    enum Form {
        CODE,
        TEXT,
        MONEY,
        SIGNED_MONEY,
        WHOLE,
        FLAG,
        DATE,
        MONTH,
        CHOICE,
        ANY
    }

    record Choice(String code, Text name) {}

    static Column of(String key, String zh, String en, Form form, Text hint) {
        return new Column(key, Text.of(zh, en), form, false, hint, List.of());
    }

    static Column choice(String key, String zh, String en, Text hint, List<Choice> choices) {
        return new Column(key, Text.of(zh, en), Form.CHOICE, false, hint, choices);
    }

    Column needed() {
        return new Column(key, name, form, true, hint, choices);
    }

    /** Whether a header cell means this column; a unit in brackets, spaces and capitals make no difference. */
    boolean isMeantBy(String header) {
        String plain = plain(header);
        return plain.equals(plain(key)) || plain.equals(plain(name.zh())) || plain.equals(plain(name.en()));
    }

    /** How many letters a header is away from this column's key or names. */
    int distance(String header) {
        String plain = plain(header);
        return Math.min(
                letters(plain, plain(key)),
                Math.min(letters(plain, plain(name.zh())), letters(plain, plain(name.en()))));
    }

    private static String plain(String header) {
        return CellText.narrow(header).replaceAll("\\([^)]*\\)|[\\s_*-]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int letters(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + swap);
            }
            before = now;
        }
        return before[to.length()];
    }
}
