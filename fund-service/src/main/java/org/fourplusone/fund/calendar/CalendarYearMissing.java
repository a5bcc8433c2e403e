package org.fourplusone.fund.calendar;

import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** 409 {@code CALENDAR_YEAR_MISSING}: no calendar is known for a {@code year} that has to be counted through. */
final class CalendarYearMissing {

    private CalendarYearMissing() {}

    static Problem problem(int year, String version) {
        return Problem.of(HttpStatus.CONFLICT, "CALENDAR_YEAR_MISSING", Integer.toString(year), version)
                .with("year", year)
                .with("calendar", version);
    }
}
