package org.fourplusone.industry.statistics;

import java.util.List;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published tables as other rooms may read them: what the interface answers to anybody, and nothing more. */
@Component
public class Releases {

    private static final String TOTAL = "TOTAL";
    private static final Text WHOLE = Text.of("合计", "Total");

    private final PublishedTables tables;

    Releases(PublishedTables tables) {
        this.tables = tables;
    }

    /**
     * A table by cluster and one kind of period, in order of the periods.
     *
     * @param totals the zone as a whole, by period
     * @param vintage null while nothing has been reported
     */
    public record Table(
            Measure measure,
            List<Row> rows,
            List<Row> totals,
            Text source,
            @Nullable String vintage) {}

    /** A cell; its numbers are decimal strings, absent where undefined or withheld. */
    public record Row(
            String cluster,
            Text name,
            String period,
            @Nullable String value,
            @Nullable String base,
            @Nullable String growth,
            @Nullable String contribution,
            @Nullable String pull,
            boolean suppressed) {}

    /** @param grain {@code month} or {@code quarter} */
    public Table byCluster(Measure measure, String grain, @Nullable String from, @Nullable String to) {
        Answer answer = tables.answer(
                Question.of(new Question.Words(measure.code(), "cluster," + grain, from, to, "yoy", null, null)));
        return new Table(measure, rows(answer.rows()), rows(answer.totals()), answer.source(), answer.vintage());
    }

    private static List<Row> rows(List<Answer.Row> rows) {
        return rows.stream()
                .map(row -> new Row(
                        row.cluster() == null ? TOTAL : row.cluster(),
                        row.clusterName() == null ? WHOLE : row.clusterName(),
                        row.period(),
                        row.value(),
                        row.base(),
                        row.growth(),
                        row.contribution(),
                        row.pull(),
                        row.suppressed()))
                .toList();
    }
}
