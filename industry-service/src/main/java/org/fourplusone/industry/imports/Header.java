package org.fourplusone.industry.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.spreadsheet.SheetRow;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which column stands where in a file.
 *
 * @param places a column for each place, null for a place without one
 */
record Header(List<@Nullable Column> places) {

    private static final int NEAR = 3;

    /** Reads the first row; what is wrong with it goes to the findings, all of it. */
    static Header of(SheetRow row, List<Column> columns, Findings findings) {
        List<@Nullable Column> places = new ArrayList<>();
        Map<Column, Integer> seen = new HashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            String title = row.cells().get(place);
            Column column = columns.stream()
                    .filter(each -> !title.isEmpty() && each.isMeantBy(title))
                    .findFirst()
                    .orElse(null);
            if (column == null && !title.isEmpty()) {
                findings.error(row.number(), title(title), title, unknown(title, columns));
            } else if (column != null && seen.put(column, place) != null) {
                findings.error(row.number(), column.key(), title, new FieldProblem(column.key(), "HEADER_TWICE"));
            }
            places.add(column);
        }
        for (Column column : columns) {
            if (column.required() && !seen.containsKey(column)) {
                findings.error(row.number(), column.key(), "", new FieldProblem(column.key(), "HEADER_MISSING"));
            }
        }
        return new Header(places);
    }

    private static String title(String title) {
        return title.length() > 40 ? title.substring(0, 40) : title;
    }

    private static FieldProblem unknown(String title, List<Column> columns) {
        String shown = title(title);
        Column nearest = columns.stream()
                .min(Comparator.comparingInt(column -> column.distance(shown)))
                .orElseThrow();
        return nearest.distance(shown) <= NEAR
                ? new FieldProblem(
                        shown,
                        "HEADER_NEAR",
                        nearest.name().zh(),
                        nearest.name().en())
                : new FieldProblem(shown, "HEADER_UNKNOWN");
    }
}
