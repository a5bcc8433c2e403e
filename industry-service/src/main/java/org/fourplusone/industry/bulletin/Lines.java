package org.fourplusone.industry.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fourplusone.industry.bulletin.Bulletin.Line;
import org.fourplusone.industry.statistics.Releases.Row;
import org.fourplusone.industry.statistics.Releases.Table;
import org.jspecify.annotations.Nullable;

/** The lines of a section's table, from the published cells of its year so far. */
record Lines(Scale scale, @Nullable Line total, List<Line> clusters) {

    /** @param table cells from the first period of the issue's year to the issue itself */
    static Lines of(Issue issue, Table table) {
        List<Row> now = table.rows().stream()
                .filter(row -> row.period().equals(issue.code()))
                .toList();
        boolean flows = !table.measure().isStock();
        Scale scale = Scale.of(table.measure().isMoney(), most(table));
        List<Line> lines = new ArrayList<>();
        for (Row row : now) {
            List<Row> year = flows ? row(table, row.cluster()) : List.of();
            boolean told = isToDate(issue, year);
            boolean hidden = row.suppressed();
            lines.add(new Line(
                    row.cluster(),
                    row.name(),
                    hidden,
                    hidden || row.value() == null ? null : scale.write(new BigDecimal(row.value())),
                    hidden ? null : row.value(),
                    hidden ? null : row.growth(),
                    hidden ? null : row.contribution(),
                    hidden ? null : row.pull(),
                    told ? scale.write(sum(year, Row::value)) : null,
                    told ? growth(year) : null));
        }
        return new Lines(scale, total(issue, table, scale), lines);
    }

    /** The zone as a whole, as it is published beside the clusters. */
    private static @Nullable Line total(Issue issue, Table table, Scale scale) {
        Row now = table.totals().stream()
                .filter(row -> row.period().equals(issue.code()))
                .findFirst()
                .orElse(null);
        if (now == null || now.suppressed() || now.value() == null) {
            return null;
        }
        boolean told = !table.measure().isStock() && isToDate(issue, table.totals());
        return new Line(
                now.cluster(),
                now.name(),
                false,
                scale.write(new BigDecimal(now.value())),
                now.value(),
                now.growth(),
                null,
                null,
                told ? scale.write(sum(table.totals(), Row::value)) : null,
                told ? growth(table.totals()) : null);
    }

    /** Whether the periods of the year so far are all published. */
    private static boolean isToDate(Issue issue, List<Row> year) {
        return issue.part() > 1
                && year.size() == issue.part()
                && year.stream().noneMatch(row -> row.suppressed() || row.value() == null);
    }

    private static List<Row> row(Table table, String cluster) {
        return table.rows().stream()
                .filter(row -> row.cluster().equals(cluster))
                .toList();
    }

    private static BigDecimal most(Table table) {
        return Stream.concat(table.rows().stream(), table.totals().stream())
                .filter(row -> !row.suppressed() && row.value() != null)
                .map(row -> number(row.value()).abs())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Row> rows, Function<Row, @Nullable String> column) {
        return rows.stream().map(row -> number(column.apply(row))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String growth(List<Row> rows) {
        if (rows.stream().anyMatch(row -> row.base() == null)) {
            return null;
        }
        BigDecimal base = sum(rows, Row::base);
        return base.signum() <= 0
                ? null
                : sum(rows, Row::value)
                        .subtract(base)
                        .movePointRight(2)
                        .divide(base, 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
