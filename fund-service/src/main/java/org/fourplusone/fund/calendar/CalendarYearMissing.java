package org.fourplusone.fund.calendar;

/** No calendar is known for a year that has to be counted through: an officer has to load it first. */
public final class CalendarYearMissing extends RuntimeException {

    private final int year;

    CalendarYearMissing(int year, String version) {
        super("Calendar " + version + " has no year " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
