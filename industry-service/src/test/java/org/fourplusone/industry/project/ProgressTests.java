package org.fourplusone.industry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.project.Progress.Stall;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 22);

    private static Project project(Stage stage, long plan, long done) {
        return new Project(
                "KP-1",
                "示例",
                Level.ZONE,
                null,
                null,
                "示例",
                2026,
                stage,
                Money.ofYuan(plan * 3),
                Money.ofYuan(plan),
                Money.ofYuan(done),
                "2026-10",
                LocalDate.of(2026, 2, 1),
                null,
                true);
    }

    /** Ten reported months, of which the last {@code idle} brought nothing. */
    private static List<Milestone> months(int idle) {
        List<Milestone> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Milestone(
                    "2026-%02d".formatted(month),
                    Money.ofYuan(1),
                    month > 10 ? null : Money.ofYuan(month > 10 - idle ? 0 : 1)));
        }
        return months;
    }

    @Test
    void countsWholeMonthsOfThePlanYear() {
        assertThat(Progress.passed(2026, NOVEMBER)).isEqualTo(10);
        assertThat(Progress.passed(2026, LocalDate.of(2026, 1, 31))).isZero();
        assertThat(Progress.passed(2025, NOVEMBER)).isEqualTo(12);
        assertThat(Progress.passed(2027, NOVEMBER)).isZero();
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 12, 10), months(0), NOVEMBER)
                        .timeProgress())
                .isEqualByComparingTo("83.3");
    }

    @Test
    void isBehindBelowTheTimeExactlyAndNotByRounding() {
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 12, 10), months(0), NOVEMBER)
                        .behind())
                .isFalse();
        Progress almost = Progress.of(project(Stage.IMPLEMENTING, 1_200_000, 999_999), months(0), NOVEMBER);
        assertThat(almost.behind()).isTrue();
        assertThat(almost.completion()).isEqualByComparingTo("83.3");
        assertThat(Progress.of(project(Stage.COMPLETED, 12, 1), months(0), NOVEMBER)
                        .behind())
                .isFalse();
        assertThat(Progress.of(project(Stage.PREPARING, 12, 0), months(0), NOVEMBER)
                        .stalled())
                .isEmpty();
    }

    @Test
    void isStalledMoreThanTwentyFivePointsBehindOrAfterThreeIdleMonths() {
        // 83.33 - 25 = 58.33 per cent of 1,200,000 is 700,000.
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 1_200_000, 700_000), months(0), NOVEMBER)
                        .stalled())
                .isEmpty();
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 1_200_000, 699_999), months(0), NOVEMBER)
                        .stalled())
                .containsExactly(Stall.FAR_BEHIND);
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 12, 12), months(2), NOVEMBER)
                        .stalled())
                .isEmpty();
        assertThat(Progress.of(project(Stage.IMPLEMENTING, 12, 12), months(3), NOVEMBER)
                        .stalled())
                .containsExactly(Stall.NO_PROGRESS);
    }

    @Test
    void goesByTheReportedMonthWhereThereAreNoMilestones() {
        Project late = project(Stage.IMPLEMENTING, 12, 12);
        assertThat(Progress.of(late, List.of(), NOVEMBER).stalled()).isEmpty();
        assertThat(Progress.of(late, List.of(), LocalDate.of(2027, 2, 1)).stalled())
                .containsExactly(Stall.NO_PROGRESS);
    }

    @Test
    void hasNoCompletionWithoutAPlan() {
        Progress progress = Progress.of(project(Stage.IMPLEMENTING, 0, 0), List.of(), NOVEMBER);
        assertThat(progress.completion()).isNull();
        assertThat(progress.behind()).isFalse();
    }
}
