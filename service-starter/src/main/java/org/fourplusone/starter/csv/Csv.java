package org.fourplusone.starter.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read it as UTF-8. A cell that a spreadsheet would take
 * for a formula is led by an apostrophe; a negative number is none.
 */
public final class Csv {

    /** Begins a file. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,20}(\\.[0-9]{1,20})?");

    private Csv() {}

    /** A column of a file whose rows are of one kind. */
    public record Column<R>(String title, Function<R, @Nullable Object> cell) {}

    /** A whole file, one line for each row. */
    public static <R> String table(List<Column<R>> columns, List<R> rows) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK)
                .append(line(columns.stream().map(Column::title).toList()));
        for (R row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(column.cell().apply(row)));
            csv.append(line(cells));
        }
        return csv.toString();
    }

    /** A whole file. */
    public static String of(List<String> header, List<List<@Nullable Object>> rows) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append(line(List.copyOf(header)));
        rows.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    /** One row with its line end. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The text as a spreadsheet takes it for a text or a number and never for a formula; empty for null. */
    public static String guarded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean isFormula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NEGATIVE.matcher(text).matches();
        return isFormula ? "'" + text : text;
    }

    static String cell(@Nullable Object value) {
        String text = guarded(value == null ? null : value.toString());
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
