package org.fourplusone.industry.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.project.Progress.Stall;
import org.fourplusone.industry.project.ProjectFile.Member;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.industry.project.ProjectFile.Post;
import org.fourplusone.industry.project.ProjectQuestion.Standing;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** How key projects are shown. */
final class ProjectView {

    private ProjectView() {}

    /**
     * A project as the public sees it: who builds it by name, not by code.
     *
     * @param completion done of the year's plan, per cent; absent without a plan
     * @param timeProgress months passed of the plan year, per cent
     * @param behind in implementation and below time progress
     * @param stalled why it counts as stalled; empty if it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String code,
            String name,
            Project.Level level,
            Text levelName,
            @Nullable String cluster,
            String owner,
            int planYear,
            Project.Stage stage,
            Text stageName,
            String currency,
            Money totalInvestment,
            Money yearPlan,
            Money yearDone,
            String doneThrough,
            @Nullable String completion,
            String timeProgress,
            boolean behind,
            List<Stall> stalled,
            @Nullable String startedOn,
            @Nullable String completedOn,
            boolean sample) {

        static Row of(Standing standing) {
            Project project = standing.project();
            Progress progress = standing.progress();
            return new Row(
                    project.code(),
                    project.name(),
                    project.level(),
                    ProjectView.levelName(project.level()),
                    project.cluster(),
                    project.ownerName(),
                    project.planYear(),
                    project.stage(),
                    ProjectView.stageName(project.stage()),
                    "CNY",
                    project.totalInvestment(),
                    project.yearPlan(),
                    project.yearDone(),
                    project.doneThrough(),
                    text(progress.completion()),
                    progress.timeProgress().toPlainString(),
                    progress.behind(),
                    progress.stalled(),
                    text(project.startedOn()),
                    text(project.completedOn()),
                    project.sample());
        }
    }

    /** A month with what it adds up to since January. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(
            String month,
            Money plan,
            @Nullable Money done,
            Money planToDate,
            @Nullable Money doneToDate) {}

    /** A member of the service team. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            Post post,
            Text postName,
            String name,
            @Nullable String office,
            @Nullable String contact) {}

    /**
     * One project.
     *
     * @param ownerCode the owner's credit code, for officers
     * @param team who serves it, for officers; absent for everybody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            Row project,
            List<Month> milestones,
            @Nullable String ownerCode,
            @Nullable List<Person> team,
            long version,
            ProjectDefinitions definitions) {}

    static Detail detail(ProjectFile file, Progress progress, boolean officer) {
        return new Detail(
                Row.of(new Standing(file, progress)),
                months(file.milestones()),
                officer ? file.project().ownerCode() : null,
                officer ? file.team().stream().map(ProjectView::person).toList() : null,
                file.version(),
                ProjectDefinitions.ALL);
    }

    private static Person person(Member member) {
        return new Person(member.post(), member.post().text(), member.name(), member.office(), member.contact());
    }

    private static List<Month> months(List<Milestone> milestones) {
        List<Month> months = new ArrayList<>();
        Money plan = Money.ZERO;
        Money done = Money.ZERO;
        for (Milestone each : milestones) {
            plan = plan.plus(each.plan());
            Money reported = each.done();
            done = reported == null ? done : done.plus(reported);
            months.add(new Month(each.month(), each.plan(), reported, plan, reported == null ? null : done));
        }
        return months;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static Text levelName(Project.Level level) {
        return switch (level) {
            case PROVINCE -> Text.of("省级", "Province");
            case CITY -> Text.of("市级", "City");
            case ZONE -> Text.of("区级", "Zone");
        };
    }

    static Text stageName(Project.Stage stage) {
        return switch (stage) {
            case PREPARING -> Text.of("前期", "In preparation");
            case IMPLEMENTING -> Text.of("在建", "In implementation");
            case COMPLETED -> Text.of("竣工投产", "Completed");
        };
    }
}
