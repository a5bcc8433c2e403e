package org.fourplusone.industry.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A published table with everything needed to read it.
 *
 * @param form {@code single} or {@code cumulative}
 * @param unit of value and base
 * @param rows the groups, by period
 * @param totals the zone as a whole, by period
 * @param definition what was counted and how
 * @param source where the numbers come from
 * @param vintage round of publication, null while nothing has been published
 * @param link the question that gives this table again, for good
 */
record Answer(
        String measure,
        Text measureName,
        String form,
        Text unit,
        List<Row> rows,
        List<Row> totals,
        Text definition,
        Text source,
        @Nullable String vintage,
        String link) {

    /** The same with some of its rows. */
    Answer only(List<Row> some, String asked) {
        return new Answer(measure, measureName, form, unit, some, totals, definition, source, vintage, asked);
    }

    /**
     * One cell; numbers are decimal strings and absent where undefined or suppressed.
     *
     * @param segment of the chain, NONE outside of it
     * @param sizeClass L, M, S or XS, NONE while unknown
     * @param through the last month counted, only of a year that is not over
     * @param base comparable: as reported now for the same period of the year before
     * @param basePublished the value of that period as it was published first
     * @param growth percent
     * @param contribution percent
     * @param pull percentage points
     * @param suppressed whether the value is hidden
     * @param baseSuppressed whether the base is hidden, and growth, contribution and pull with it
     * @param negative a single period that came out below zero, as a correction or a loss
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Nullable String cluster,
            @Nullable Text clusterName,
            @Nullable String segment,
            @Nullable Text segmentName,
            @Nullable String industry,
            @Nullable Text industryName,
            @Nullable String sizeClass,
            @Nullable String month,
            @Nullable String quarter,
            @Nullable String year,
            @Nullable String through,
            @Nullable String value,
            @Nullable String base,
            @Nullable String basePublished,
            @Nullable String growth,
            @Nullable String contribution,
            @Nullable String pull,
            boolean suppressed,
            @Nullable Boolean baseSuppressed,
            @Nullable Boolean negative) {

        String period() {
            return month != null ? month : quarter != null ? quarter : year != null ? year : "";
        }
    }
}
