package org.fourplusone.industry.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin: text and tables from the same numbers. Every number of the text stands in a table of its section.
 *
 * @param kind {@code month} or {@code quarter}
 * @param toDate how the part of the year so far is called, absent for its first period
 * @param sample whether the register holds sample data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bulletin(
        String period,
        String kind,
        Text title,
        Text name,
        @Nullable Text toDate,
        List<Section> sections,
        Text notes,
        Text source,
        @Nullable String vintage,
        boolean sample,
        String link) {

    /**
     * What is said of one measure.
     *
     * @param unit of the amounts
     * @param total the zone as a whole; absent where it is withheld
     * @param link the question to the statistics that its table answers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Section(
            String measure,
            Text heading,
            List<Text> paragraphs,
            Text unit,
            @Nullable Line total,
            List<Line> lines,
            String link) {}

    /**
     * A line of a table. Rates are percent, the pull is percentage points; numbers are absent where undefined or withheld.
     *
     * @param value in the section's unit, rounded half up
     * @param exact the value as published: yuan or persons
     * @param toDate the sum of the year so far, in the section's unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String cluster,
            Text name,
            boolean suppressed,
            @Nullable Text value,
            @Nullable String exact,
            @Nullable String growth,
            @Nullable String contribution,
            @Nullable String pull,
            @Nullable Text toDate,
            @Nullable String toDateGrowth) {}
}
