package org.fourplusone.fund.timeliness;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.starter.problem.Problem;

/** Working days between two dates, looked up instead of counted: many filings lie in the same few years. */
final class DayCount {

    private final WorkingDays calendar;
    /** For each year, how many working days lie up to each of its days; empty when the year has no calendar. */
    private final Map<Integer, Optional<int[]>> years = new HashMap<>();

    DayCount(WorkingDays calendar) {
        this.calendar = calendar;
    }

    String calendar() {
        return calendar.version();
    }

    /** As {@link WorkingDays#between}, {@code end} not before {@code start}; empty when a year between has no calendar. */
    OptionalInt between(LocalDate start, LocalDate end) {
        int days = 0;
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            Optional<int[]> counted = years.computeIfAbsent(year, this::count);
            if (counted.isEmpty()) {
                return OptionalInt.empty();
            }
            int[] upTo = counted.get();
            int last = year == end.getYear() ? upTo[end.getDayOfYear()] : upTo[upTo.length - 1];
            int before = year == start.getYear() ? upTo[start.getDayOfYear()] : 0;
            days += last - before;
        }
        return OptionalInt.of(days);
    }

    private Optional<int[]> count(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] upTo = new int[first.lengthOfYear() + 1];
        try {
            for (int day = 1; day < upTo.length; day++) {
                upTo[day] = upTo[day - 1] + (calendar.isWorkingDay(first.withDayOfYear(day)) ? 1 : 0);
            }
        } catch (Problem missing) {
            return Optional.empty();
        }
        return Optional.of(upTo);
    }
}
