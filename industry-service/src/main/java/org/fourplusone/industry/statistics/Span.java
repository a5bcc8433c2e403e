package org.fourplusone.industry.statistics;

import org.fourplusone.industry.confidentiality.Cut;
import org.jspecify.annotations.Nullable;

/**
 * A single period, or all periods of a year up to one, of one group.
 *
 * @param newest its last cell
 * @param first what was published first of it, null if some of that was hidden
 * @param published the first published value of the same span a year earlier, null if there is none
 */
record Span(
        Cell newest,
        long value,
        long base,
        @Nullable Long first,
        @Nullable Long published) {

    static Span of(Cell cell) {
        return new Span(cell, cell.value(), cell.base(), cell.firstValue(), null);
    }

    /** This and the period after it. */
    Span with(Cell next) {
        Long both = first == null || next.firstValue() == null ? null : Long.valueOf(first + next.firstValue());
        return new Span(next, value + next.value(), base + next.base(), both, null);
    }

    /** Beside the same span of the year before, if that is as long. */
    Span after(@Nullable Span earlier) {
        return earlier == null || earlier.newest.through() != newest.through()
                ? this
                : new Span(newest, value, base, first, earlier.first);
    }

    boolean isTotal() {
        return newest.cut() == Cut.TOTAL;
    }

    String period() {
        return newest.grain().write(newest.year(), newest.part());
    }

    static String key(Cell cell, int year, int part) {
        return cell.cut() + " " + cell.code() + " " + year + " " + part;
    }
}
