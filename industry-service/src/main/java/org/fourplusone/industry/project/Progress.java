package org.fourplusone.industry.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands on a day.
 *
 * @param completion done of the year's plan, per cent with one decimal; null without a plan
 * @param timeProgress whole months of the plan year that have passed, of twelve, per cent with one decimal
 * @param behind in implementation, and completion is below time progress
 * @param stalled why it counts as stalled; empty if it does not
 */
record Progress(@Nullable BigDecimal completion, BigDecimal timeProgress, boolean behind, List<Stall> stalled) {

    /** Months without anything done after which a project counts as stalled. */
    static final int IDLE_MONTHS = 3;
    /** Percentage points behind the time from which on a project counts as stalled. */
    static final int FAR_POINTS = 25;

    private static final int MONTHS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Why a project counts as stalled. */
    enum Stall {
        /** In implementation, and nothing was done in the last {@link #IDLE_MONTHS} whole months. */
        NO_PROGRESS,
        /** In implementation, and more than {@link #FAR_POINTS} points behind the time. */
        FAR_BEHIND
    }

    static Progress of(Project project, List<Milestone> milestones, LocalDate today) {
        int passed = passed(project.planYear(), today);
        BigDecimal time = share(passed, MONTHS);
        BigDecimal completion = completion(project.yearDone(), project.yearPlan());
        boolean working = project.stage() == Stage.IMPLEMENTING;
        boolean behind = working && completion != null && isBelow(project, passed, 0);
        List<Stall> stalled = new ArrayList<>();
        if (working && isIdle(project, milestones, today)) {
            stalled.add(Stall.NO_PROGRESS);
        }
        if (working && completion != null && isBelow(project, passed, FAR_POINTS)) {
            stalled.add(Stall.FAR_BEHIND);
        }
        return new Progress(completion, time, behind, stalled);
    }

    /** Whole months of a year that have passed on a day, 0 to 12. */
    static int passed(int year, LocalDate today) {
        return today.getYear() > year ? MONTHS : today.getYear() < year ? 0 : today.getMonthValue() - 1;
    }

    static @Nullable BigDecimal completion(Money done, Money plan) {
        return plan.fen() == 0 ? null : share(done.fen(), plan.fen());
    }

    /** Per cent with one decimal. */
    static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** Whether more than so many points are missing to the time; exact, before any rounding. */
    private static boolean isBelow(Project project, int passed, int points) {
        BigDecimal plan = BigDecimal.valueOf(project.yearPlan().fen());
        BigDecimal done = BigDecimal.valueOf(project.yearDone().fen());
        BigDecimal due = plan.multiply(BigDecimal.valueOf(passed * 100L - points * (long) MONTHS));
        return done.multiply(BigDecimal.valueOf(100L * MONTHS)).compareTo(due) < 0;
    }

    private static boolean isIdle(Project project, List<Milestone> milestones, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth since = now.minusMonths(IDLE_MONTHS);
        LocalDate started = project.startedOn();
        if (started == null || !YearMonth.from(started).isBefore(since)) {
            return false;
        }
        if (milestones.isEmpty() || since.getYear() != project.planYear()) {
            return YearMonth.parse(project.doneThrough()).isBefore(since);
        }
        return milestones.stream()
                .filter(each -> !YearMonth.parse(each.month()).isBefore(since)
                        && YearMonth.parse(each.month()).isBefore(now))
                .map(Milestone::done)
                .allMatch(done -> done == null || done.fen() == 0);
    }
}
