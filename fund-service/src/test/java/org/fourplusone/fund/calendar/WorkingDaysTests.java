package org.fourplusone.fund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    private final WorkingDays days = new Calendars(false).current();

    @Test
    void countsTheMakeUpSundaysOfTheAmendedMayHolidayOf2019() {
        LocalDate published = LocalDate.parse("2019-04-26");
        assertThat(Stream.iterate(1, n -> n + 1).limit(5).map(n -> days.plus(published, n)
                        .toString()))
                .containsExactly("2019-04-28", "2019-04-29", "2019-04-30", "2019-05-05", "2019-05-06");
    }

    @Test
    void endsOnAWorkedSaturdayAfterTheNationalDayOf2024() {
        LocalDate published = LocalDate.parse("2024-09-27");
        assertThat(Stream.iterate(1, n -> n + 1).limit(7).map(n -> days.plus(published, n)
                        .toString()))
                .containsExactly(
                        "2024-09-29",
                        "2024-09-30",
                        "2024-10-08",
                        "2024-10-09",
                        "2024-10-10",
                        "2024-10-11",
                        "2024-10-12");
    }

    @Test
    void usesTheDecemberDaysThatTheNextYearsNoticeSet() {
        assertThat(days.isWorkingDay(LocalDate.parse("2018-12-29"))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.parse("2018-12-31"))).isFalse();
    }

    @Test
    void leavesThePublicationDayOutEvenWhenItIsAWorkingDay() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        assertThat(days.plus(monday, 5)).isEqualTo("2026-11-30");
        assertThat(days.plus(monday, 0)).isEqualTo(monday);
        assertThat(days.between(monday, monday)).isZero();
    }

    @Test
    void refusesAYearWithoutACalendar() {
        assertThatThrownBy(() -> days.plus(LocalDate.parse("2026-12-30"), 5))
                .isInstanceOfSatisfying(Problem.class, missing -> {
                    assertThat(missing.code()).isEqualTo("CALENDAR_YEAR_MISSING");
                    assertThat(missing.properties()).containsEntry("year", 2027);
                });
        assertThatThrownBy(() -> days.isWorkingDay(LocalDate.parse("2017-06-01")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void usesIllustrativeYearsOnlyWithSampleData() {
        WorkingDays sample = new Calendars(true).current();
        assertThat(sample.plus(LocalDate.parse("2026-12-30"), 5)).isEqualTo("2027-01-07");
        assertThat(sample.isWorkingDay(LocalDate.parse("2028-10-05"))).isFalse();
    }

    @Test
    void refusesAnUnknownVersion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calendars(true).version("../secrets"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calendars(true).version("cn-1999-1"));
        assertThat(days.version()).isEqualTo(Calendars.CURRENT);
    }

    @Test
    void betweenUndoesPlus() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("WorkingDaysTests.betweenUndoesPlus seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            LocalDate start = LocalDate.parse("2018-01-01").plusDays(random.nextInt(8 * 365));
            int count = random.nextInt(60);
            LocalDate end = days.plus(start, count);
            assertThat(days.between(start, end)).as("%s + %d", start, count).isEqualTo(count);
            assertThat(count == 0 || days.isWorkingDay(end)).isTrue();
            assertThat(days.between(end, start)).isEqualTo(-count);
        }
    }
}
