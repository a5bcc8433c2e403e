package org.fourplusone.industry.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.industry.project.ProjectQuestion.Standing;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a list added up.
 *
 * @param startRates by both bases that the published accounts use
 * @param completion done of the plan of all, per cent; absent without a plan
 * @param behind how many are behind the time
 * @param stalled how many count as stalled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectSummary(
        String currency,
        int projects,
        List<OfLevel> levels,
        int implementing,
        int completed,
        Money totalInvestment,
        Money yearPlan,
        Money yearDone,
        List<StartRate> startRates,
        @Nullable String completion,
        String timeProgress,
        int behind,
        int stalled,
        ProjectDefinitions definitions) {

    record OfLevel(Level level, Text name, int projects) {}

    /** @param rate per cent; absent where the base is empty */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StartRate(
            String base,
            Text baseName,
            int started,
            int of,
            @Nullable String rate) {}

    /** @param passed whole months of the year that have passed */
    static ProjectSummary of(List<Standing> standings, int passed) {
        List<Project> projects = standings.stream().map(Standing::project).toList();
        Money plan = sum(projects.stream().map(Project::yearPlan).toList());
        Money done = sum(projects.stream().map(Project::yearDone).toList());
        var completion = Progress.completion(done, plan);
        List<Project> implemented = projects.stream()
                .filter(each -> each.stage() != Stage.PREPARING)
                .toList();
        return new ProjectSummary(
                "CNY",
                projects.size(),
                List.of(Level.values()).stream()
                        .map(level -> new OfLevel(level, ProjectView.levelName(level), (int) projects.stream()
                                .filter(each -> each.level() == level)
                                .count()))
                        .toList(),
                (int) projects.stream()
                        .filter(each -> each.stage() == Stage.IMPLEMENTING)
                        .count(),
                (int) projects.stream()
                        .filter(each -> each.stage() == Stage.COMPLETED)
                        .count(),
                sum(projects.stream().map(Project::totalInvestment).toList()),
                plan,
                done,
                List.of(
                        rate("IMPLEMENTED", Text.of("实施类项目", "Projects in implementation or completed"), implemented),
                        rate("ALL", Text.of("全部重点项目", "All key projects"), projects)),
                completion == null ? null : completion.toPlainString(),
                Progress.share(passed, 12).toPlainString(),
                (int) standings.stream()
                        .filter(each -> each.progress().behind())
                        .count(),
                (int) standings.stream()
                        .filter(each -> !each.progress().stalled().isEmpty())
                        .count(),
                ProjectDefinitions.ALL);
    }

    private static StartRate rate(String base, Text name, List<Project> projects) {
        int started =
                (int) projects.stream().filter(each -> each.startedOn() != null).count();
        return new StartRate(
                base,
                name,
                started,
                projects.size(),
                projects.isEmpty()
                        ? null
                        : Progress.share(started, projects.size()).toPlainString());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
