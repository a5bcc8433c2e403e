package org.fourplusone.policy.entitlement;

import java.util.Arrays;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;

/** A list as {@link Csv}. */
final class ListCsv {

    private static final List<String> COLUMNS =
            List.of("creditCode", "name", "record", "amount", "included", "reason", "reasonText", "takenOutBy");

    private ListCsv() {}

    static String of(List<Listed> rows, Language language) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(COLUMNS));
        for (Listed row : rows) {
            RunView.RowView view = RunView.RowView.of(row);
            Text text = view.text();
            RunView.TakenView taken = view.takenOut();
            csv.append(Csv.line(Arrays.asList(
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
}
