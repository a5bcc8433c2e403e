package org.fourplusone.fund.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourplusone.fund.calendar.Calendars;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.State;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class PassageTests {
    private static final WorkingDays CALENDAR = new Calendars(true).current();
    private static final DayCount COUNT = new DayCount(CALENDAR);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static Passage.Filed filed(String paidOn) {
        LocalDate paid = paidOn == null ? null : LocalDate.parse(paidOn);
        return new Passage.Filed("F", "LC2026-000001", "CALL", "A01-01", new Text("项", "Item"), 2026, paid);
    }

    private static List<Passage.Entered> steps(String... steps) {
        return Stream.of(steps)
                .map(step -> step.split(" "))
                .map(step -> new Passage.Entered(State.valueOf(step[0]), LocalDate.parse(step[1])))
                .toList();
    }

    @Test
    void countsTheOfficesDaysAndNotTheEnterprises() {
        Passage passage = Passage.of(
                        filed("2026-11-26"),
                        steps(
                                "SUBMITTED 2026-11-02",
                                "CORRECTION 2026-11-03",
                                "SUBMITTED 2026-11-10",
                                "ACCEPTED 2026-11-11",
                                "REVIEWED 2026-11-13",
                                "APPROVED 2026-11-16",
                                "ON_NOTICE 2026-11-17",
                                "CONFIRMED 2026-11-24",
                                "PAYING 2026-11-25",
                                "CLOSED 2026-11-26"),
                        TODAY,
                        COUNT)
                .orElseThrow();
        assertThat(passage.days())
                .isEqualTo(Map.of(
                        Phase.INTAKE, 2,
                        Phase.ENTERPRISE, 5,
                        Phase.REVIEW, 2,
                        Phase.APPROVAL, 1,
                        Phase.NOTICE, 6,
                        Phase.PAYMENT, 2));
        assertThat(passage.total()).isEqualTo(13);
        assertThat(passage.isWithinAim()).isTrue();
    }

    /** Later instalments wait for the enterprise's own project; money has come with the first. */
    @Test
    void endsWithTheFirstPayment() {
        Passage passage = Passage.of(
                        filed("2026-11-06"),
                        steps("REVIEWED 2026-11-02", "CONFIRMED 2026-11-03", "PAYING 2026-11-05", "CLOSED 2026-11-27"),
                        TODAY,
                        COUNT)
                .orElseThrow();
        assertThat(passage.total()).isEqualTo(4);
        assertThat(passage.days()).containsEntry(Phase.PAYMENT, 3);
    }

    @Test
    void anOpenFilingCountsToToday() {
        Passage passage = Passage.of(filed(null), steps("SUBMITTED 2026-06-01", "ACCEPTED 2026-06-02"), TODAY, COUNT)
                .orElseThrow();
        assertThat(passage.isPaid()).isFalse();
        assertThat(passage.total()).isEqualTo(CALENDAR.between(LocalDate.parse("2026-06-01"), TODAY));
        assertThat(passage.isWithinAim()).isFalse();
    }

    /** A call may put the notice first: what waits for its approval then is at work like any other. */
    @Test
    void whatIsApprovedAfterItsNoticeIsNotEndedMeanwhile() {
        String[] way = {
            "SUBMITTED 2026-11-02",
            "ACCEPTED 2026-11-03",
            "REVIEWED 2026-11-05",
            "ON_NOTICE 2026-11-06",
            "NOTICED 2026-11-16",
            "APPROVED 2026-11-19",
            "CONFIRMED 2026-11-19",
            "PAYING 2026-11-20"
        };
        Passage open = Passage.of(filed(null), steps(List.of(way).subList(0, 5).toArray(String[]::new)), TODAY, COUNT)
                .orElseThrow();
        assertThat(open.days()).containsEntry(Phase.APPROVAL, 1 + 10);
        Passage paid = Passage.of(filed("2026-11-23"), steps(way), TODAY, COUNT).orElseThrow();
        assertThat(paid.days()).containsEntry(Phase.APPROVAL, 1 + 3).containsEntry(Phase.NOTICE, 6);
        assertThat(paid.total())
                .isEqualTo(CALENDAR.between(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-23")));
    }

    @Test
    void leavesOutWhatEndedWithoutMoneyOrHasNoCalendar() {
        assertThat(Passage.of(filed(null), steps("SUBMITTED 2026-11-02", "REFUSED 2026-11-03"), TODAY, COUNT))
                .isEmpty();
        assertThat(Passage.of(filed(null), steps("WITHDRAWN 2026-11-02"), TODAY, COUNT))
                .isEmpty();
        assertThat(Passage.of(filed(null), steps("SUBMITTED 2001-11-02"), TODAY, COUNT))
                .isEmpty();
    }

    @Test
    void theLookedUpCountIsTheCountedOne() {
        long seed = System.nanoTime();
        System.out.println("PassageTests: dates with seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            LocalDate start = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
            LocalDate end = start.plusDays(random.nextInt(300));
            assertThat(COUNT.between(start, end)).hasValue(CALENDAR.between(start, end));
        }
    }

    @Test
    void aMedianOfEvenManyLiesBetweenTheMiddleTwo() {
        assertThat(tally(9, 1, 4).median()).hasToString("4.0");
        assertThat(tally(9, 1, 4, 5).median()).hasToString("4.5");
        assertThat(tally(0, 300).median()).hasToString("150.0");
        assertThat(tally(7, 7).median()).hasToString("7.0");
        assertThat(tally().median()).isNull();
    }

    @Test
    void aMeasureCountsWhatLiesWithinTheAim() {
        Timeliness.Measure measure = Timeliness.Measure.of(tally(60, 61, 1));
        assertThat(measure.within()).isEqualTo(2);
        assertThat(measure.share()).hasToString("66.7");
        assertThat(measure.longest()).isEqualTo(61);
        assertThat(Timeliness.Measure.of(tally())).isEqualTo(new Timeliness.Measure(0, 0, null, null, null));
        assertThat(Timeliness.Measure.of(tally(0)).longest()).isZero();
    }

    private static Tally tally(int... days) {
        Tally tally = new Tally();
        IntStream.of(days).forEach(tally::add);
        return tally;
    }
}
