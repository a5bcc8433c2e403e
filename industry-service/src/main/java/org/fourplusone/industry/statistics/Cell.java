package org.fourplusone.industry.statistics;

import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.statistics.Period.Grain;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the published set, in a single period.
 *
 * @param code of the group, see {@link org.fourplusone.industry.confidentiality.Place#code}
 * @param part month or quarter, 0 for a year
 * @param through the last month it covers
 * @param value fen, or persons
 * @param base the same period of the year before, on the footing of now
 * @param firstValue the value as it was first published, null if it was hidden then
 * @param firms enterprises whose value is not zero
 * @param baseFirms enterprises whose base is not zero
 * @param valueHidden why the value is hidden, null if it is shown
 * @param baseHidden why the base is hidden, null if it is shown
 */
record Cell(
        Cut cut,
        Grain grain,
        String code,
        int year,
        int part,
        int through,
        long value,
        long base,
        @Nullable Long firstValue,
        int firms,
        int baseFirms,
        @Nullable String valueHidden,
        @Nullable String baseHidden) {

    /** Its period and group, the same in every vintage. */
    String key() {
        return cut + " " + grain + " " + year + " " + part + " " + code;
    }

    Cell firstPublishedAs(Cell first) {
        return new Cell(
                cut,
                grain,
                code,
                year,
                part,
                through,
                value,
                base,
                first.firstValue,
                firms,
                baseFirms,
                valueHidden,
                baseHidden);
    }
}
