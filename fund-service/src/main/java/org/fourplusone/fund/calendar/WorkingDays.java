package org.fourplusone.fund.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;

/**
 * Counts working days by one dated version of the State Council's calendar: Monday to Friday, less the days off, plus
 * the weekend days that are worked instead (调休). The first day counted is the one after the start, as 民法典 Art. 201
 * has it: a notice published on 2019-04-26 for five days ends on 2019-05-06.
 *
 * <p>A year without a calendar is an error (409 {@code CALENDAR_YEAR_MISSING}), never a guess.
 */
public final class WorkingDays {

    private final String version;
    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    WorkingDays(String version, Set<Integer> years, Set<LocalDate> off, Set<LocalDate> worked) {
        this.version = version;
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
    }

    /** The calendar's version, such as {@code cn-2026-1}: kept with every date that was counted by it. */
    public String version() {
        return version;
    }

    /**
     * The last of {@code days} working days after {@code start}, which is not counted itself.
     *
     * @param days at least 0; 0 answers {@code start}
     * @throws Problem 409 {@code CALENDAR_YEAR_MISSING} when a day to be looked at lies in a year without a calendar
     */
    public LocalDate plus(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forward: " + days);
        }
        LocalDate day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /**
     * How many working days follow {@code start} up to and including {@code end}; negative when {@code end} is earlier.
     * {@code between(start, plus(start, n)) == n}.
     *
     * @throws Problem 409 {@code CALENDAR_YEAR_MISSING} when a day between them lies in a year without a calendar
     */
    public int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -between(end, start);
        }
        int counted = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return counted;
    }

    /**
     * Whether offices work on that day.
     *
     * @throws Problem 409 {@code CALENDAR_YEAR_MISSING} when its year has no calendar
     */
    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw CalendarYearMissing.problem(day.getYear(), version);
        }
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day);
    }
}
