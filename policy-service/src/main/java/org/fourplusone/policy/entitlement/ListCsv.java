package org.fourplusone.policy.entitlement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read it as UTF-8. A cell that a spreadsheet would
 * take for a formula is led by an apostrophe.
 */
final class ListCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final List<String> COLUMNS =
            List.of("creditCode", "name", "record", "amount", "included", "reason", "reasonText", "takenOutBy");

    private ListCsv() {}

    static String of(List<Listed> rows, Language language) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append(line(COLUMNS));
        for (Listed row : rows) {
            RunView.RowView view = RunView.RowView.of(row);
            Text text = view.text();
            RunView.TakenView taken = view.takenOut();
            csv.append(line(Arrays.asList(
                    view.creditCode(),
                    view.name(),
                    view.record(),
                    view.amount(),
                    view.included(),
                    view.reason(),
                    text == null ? null : text.in(language),
                    taken == null ? null : taken.name())));
        }
        return csv.toString();
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(ListCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
