package org.fourplusone.policy.entitlement;

import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.text.Language;

/** A list as {@link Csv}. */
final class ListCsv {

    private ListCsv() {}

    static String of(List<Listed> rows, Language language) {
        return Csv.table(
                List.of(
                        new Csv.Column<>("creditCode", RunView.RowView::creditCode),
                        new Csv.Column<>("name", RunView.RowView::name),
                        new Csv.Column<>("record", RunView.RowView::record),
                        new Csv.Column<>("amount", RunView.RowView::amount),
                        new Csv.Column<>("included", RunView.RowView::included),
                        new Csv.Column<>("reason", RunView.RowView::reason),
                        new Csv.Column<>(
                                "reasonText",
                                row -> row.text() == null ? null : row.text().in(language)),
                        new Csv.Column<>(
                                "takenOutBy",
                                row -> row.takenOut() == null
                                        ? null
                                        : row.takenOut().name())),
                rows.stream().map(RunView.RowView::of).toList());
    }
}
