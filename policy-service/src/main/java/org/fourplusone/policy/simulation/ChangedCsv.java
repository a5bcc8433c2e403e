package org.fourplusone.policy.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changed enterprises as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would take for a formula is led by an apostrophe. An empty greatest amount has no bound.
 */
final class ChangedCsv {

    static final String HEADER = "\uFEFFcreditCode,name,cluster,sizeClass,item,change,"
            + "verdictBefore,lowBefore,highBefore,verdictAfter,lowAfter,highAfter\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private ChangedCsv() {}

    static String line(ChangedEnterprise each) {
        List<@Nullable Object> cells = new ArrayList<>();
        Collections.addAll(
                cells, each.creditCode(), each.name(), each.cluster(), each.sizeClass(), each.item(), each.change());
        for (Standpoint stands : List.of(each.before(), each.after())) {
            Collections.addAll(cells, stands.verdict(), stands.low(), stands.high());
        }
        return cells.stream().map(ChangedCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
