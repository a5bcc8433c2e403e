package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.fourplusone.fund.calendar.Calendars;
import org.junit.jupiter.api.Test;

class StepDaysTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void eachStepIsCountedFromTheDayAfterItBeganToTheDayItEndedOverTheMayHoliday() {
        // 2026-05-01 to 05 are off, Saturday 2026-05-09 is worked
        List<StepDays.Stay> stays = stays(
                "2026-05-12",
                step("2026-04-28", Move.SUBMIT, State.DRAFT, "2026-05-08"),
                step("2026-04-30", Move.ACCEPT, State.SUBMITTED, "2026-05-21"));
        assertThat(stays.get(0).step()).isEqualTo(State.SUBMITTED);
        assertThat(stays.get(0).workingDays()).as("29 and 30 April").isEqualTo(2);
        assertThat(stays.get(0).limit()).isEqualTo(5);
        assertThat(stays.get(0).to()).isEqualTo("2026-04-30");
        assertThat(stays.get(1).workingDays()).as("6, 7, 8, 9, 11 and 12 May").isEqualTo(6);
        assertThat(stays.get(1).to()).isNull();
        assertThat(stays).noneMatch(StepDays.Stay::late);
    }

    @Test
    void theClockStandsStillWhileTheEnterpriseCorrects() {
        FilingStep[] history = {
            step("2026-03-02", Move.SUBMIT, State.DRAFT, "2026-03-09"),
            step("2026-03-05", Move.RETURN, State.SUBMITTED, "2026-03-19"),
            step("2026-03-18", Move.SUBMIT, State.CORRECTION, "2026-03-20"),
            step("2026-03-20", Move.ACCEPT, State.SUBMITTED, "2026-04-13")
        };
        List<StepDays.Stay> stays = stays("2026-03-24", history);
        assertThat(stays).extracting(StepDays.Stay::workingDays).containsExactly(3, 9, 2, 2);
        assertThat(stays).extracting(StepDays.Stay::paused).containsExactly(false, true, false, false);
        StepDays days = days("2026-03-24");
        assertThat(days.taken(stays)).as("without the nine of the correction").isEqualTo(7);
        assertThat(days.usedIn(State.SUBMITTED, List.of(history[0], history[1])))
                .as("two of five are left when it comes back")
                .isEqualTo(3);
    }

    @Test
    void aStepPastItsLimitIsLate() {
        FilingStep submitted = step("2026-03-02", Move.SUBMIT, State.DRAFT, "2026-03-09");
        assertThat(stays("2026-03-09", submitted).get(0).late()).isFalse();
        assertThat(stays("2026-03-10", submitted).get(0).late()).isTrue();
        assertThat(stays("2026-03-10", submitted, step("2026-03-09", Move.ACCEPT, State.SUBMITTED, "2026-03-30"))
                        .get(0)
                        .late())
                .as("it ended in time")
                .isFalse();
    }

    @Test
    void nothingIsSaidWhereNoCalendarCoversTheDays() {
        List<StepDays.Stay> stays = stays("2093-03-10", step("2093-03-02", Move.SUBMIT, State.DRAFT, null));
        assertThat(stays.get(0).workingDays()).isNull();
        assertThat(days("2093-03-10").taken(stays)).isNull();
    }

    private static List<StepDays.Stay> stays(String today, FilingStep... history) {
        return days(today).of(List.of(history), LocalDate.parse(today));
    }

    private static StepDays days(String today) {
        return new StepDays(new Calendars(true).current(), Clock.fixed(at(today), ZONE));
    }

    private static FilingStep step(String day, Move move, State from, String dueOn) {
        LocalDate due = dueOn == null ? null : LocalDate.parse(dueOn);
        return new FilingStep(
                at(day), move.step(), move.name(), from, move.to(), "somebody", null, move.role(), null, due);
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(LocalTime.of(15, 0)).atZone(ZONE).toInstant();
    }
}
