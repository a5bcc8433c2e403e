package org.fourplusone.industry.project;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which projects a list shows, and in which order; null means any.
 *
 * @param query part of the name, of the owner's name or of the code
 * @param stalled only those that count as stalled, or only the others
 * @param behind only those behind the time, or only the others
 * @param sort one of {@code code name level totalInvestment yearPlan yearDone completion}, with {@code -} before it for the
 *     greatest first
 */
record ProjectQuestion(
        @Nullable String query,
        @Nullable Level level,
        @Nullable String cluster,
        @Nullable Stage stage,
        @Nullable Integer planYear,
        @Nullable Boolean stalled,
        @Nullable Boolean behind,
        @Nullable String sort) {

    /** A project and how it stands. */
    record Standing(ProjectFile file, Progress progress) {

        Project project() {
            return file.project();
        }
    }

    List<Standing> of(List<ProjectFile> files, LocalDate today) {
        Comparator<Standing> order = order();
        return files.stream()
                .map(file -> new Standing(file, Progress.of(file.project(), file.milestones(), today)))
                .filter(this::shows)
                .sorted(order)
                .toList();
    }

    private boolean shows(Standing standing) {
        Project project = standing.project();
        return (level == null || project.level() == level)
                && (stage == null || project.stage() == stage)
                && (planYear == null || project.planYear() == planYear)
                && (cluster == null || cluster.equals(project.cluster() == null ? "NONE" : project.cluster()))
                && (stalled == null || stalled != standing.progress().stalled().isEmpty())
                && (behind == null || behind == standing.progress().behind())
                && (query == null || isIn(project, query.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean isIn(Project project, String words) {
        return (project.name() + "\n" + project.ownerName() + "\n" + project.code())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private Comparator<Standing> order() {
        String by = sort == null ? "code" : sort;
        boolean down = by.startsWith("-");
        Comparator<Standing> order =
                switch (down ? by.substring(1) : by) {
                    case "code" -> Comparator.comparing(each -> each.project().code());
                    case "name" -> Comparator.comparing(each -> each.project().name());
                    case "level" -> Comparator.comparing(each -> each.project().level());
                    case "totalInvestment" -> money(Project::totalInvestment);
                    case "yearPlan" -> money(Project::yearPlan);
                    case "yearDone" -> money(Project::yearDone);
                    case "completion" ->
                        Comparator.comparing(
                                each -> each.progress().completion(), Comparator.nullsLast(Comparator.naturalOrder()));
                    default ->
                        throw Problem.invalid(new FieldProblem(
                                "sort",
                                "UNKNOWN_VALUE",
                                "code, name, level, totalInvestment, yearPlan, yearDone, completion"));
                };
        Comparator<Standing> byCode =
                Comparator.comparing(each -> each.project().code());
        return (down ? order.reversed() : order).thenComparing(byCode);
    }

    private static Comparator<Standing> money(java.util.function.Function<Project, Money> money) {
        return Comparator.comparing(each -> money.apply(each.project()));
    }
}
