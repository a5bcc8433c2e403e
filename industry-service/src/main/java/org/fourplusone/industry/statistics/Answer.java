package org.fourplusone.industry.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A published table with everything needed to read it.
 *
 * @param unit of value and base
 * @param definition what was counted and how
 * @param source where the numbers come from
 * @param vintage round of publication, null while nothing has been reported
 * @param link the question that gives this table again
 */
record Answer(
        String measure,
        Text measureName,
        Text unit,
        List<Row> rows,
        Text definition,
        Text source,
        @Nullable String vintage,
        String link) {

    /**
     * One cell; numbers are decimal strings and absent where undefined or suppressed.
     *
     * @param through the last month counted, only of a year that is not over
     * @param growth percent
     * @param contribution percent
     * @param pull percentage points
     * @param negative a single period that came out below zero because of a correction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String cluster,
            Text clusterName,
            @Nullable String month,
            @Nullable String quarter,
            @Nullable String year,
            @Nullable String through,
            @Nullable String value,
            @Nullable String base,
            @Nullable String growth,
            @Nullable String contribution,
            @Nullable String pull,
            boolean suppressed,
            @Nullable Boolean negative) {

        String period() {
            return month != null ? month : quarter != null ? quarter : year != null ? year : "";
        }
    }
}
