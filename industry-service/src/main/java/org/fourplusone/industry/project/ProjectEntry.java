package org.fourplusone.industry.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.industry.project.ProjectFile.Member;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.industry.project.ProjectFile.Post;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What an officer enters of a key project.
 *
 * @param code needed when adding; when changing it may be left out and must fit the path
 * @param ownerCode credit code of the enterprise that builds it, which must be in the register
 * @param ownerName the register's name if left out
 * @param yearDone what is done of the year's plan; where there are milestones it is their sum and may be left out
 * @param doneThrough the month up to which that counts; where there are milestones the last reported one
 * @param milestones months of the plan year, whose plans add up to the year's plan; reported ones come first
 * @param team at most one leader, one helping department and one specialist, and approving departments
 */
record ProjectEntry(
        @Nullable String code,
        @NotBlank @Size(max = 160) String name,
        @NotNull Level level,
        @Nullable String cluster,
        @Nullable String ownerCode,
        @Nullable @Size(max = 120) String ownerName,
        @NotNull @Min(2000) @Max(2100) Integer planYear,
        @NotNull Stage stage,
        @NotNull Money totalInvestment,
        @NotNull Money yearPlan,
        @Nullable Money yearDone,

        @Nullable @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])")
        String doneThrough,

        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable @Size(max = 12) List<@NotNull @Valid Month> milestones,
        @Nullable @Size(max = 30) List<@NotNull @Valid Person> team) {

    record Month(
            @NotNull @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])")
            String month,

            @NotNull Money plan,
            @Nullable Money done) {}

    record Person(
            @NotNull Post post,
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 120) String office,
            @Nullable @Size(max = 60) String contact) {}

    /** A project as it would be entered to be as it is. */
    static ProjectEntry of(ProjectFile file) {
        Project project = file.project();
        return new ProjectEntry(
                project.code(),
                project.name(),
                project.level(),
                project.cluster(),
                project.ownerCode(),
                project.ownerName(),
                project.planYear(),
                project.stage(),
                project.totalInvestment(),
                project.yearPlan(),
                project.yearDone(),
                project.doneThrough(),
                project.startedOn(),
                project.completedOn(),
                file.milestones().stream()
                        .map(each -> new Month(each.month(), each.plan(), each.done()))
                        .toList(),
                file.team().stream()
                        .map(each -> new Person(each.post(), each.name(), each.office(), each.contact()))
                        .toList());
    }

    List<Milestone> months() {
        return milestones == null
                ? List.of()
                : milestones.stream()
                        .map(each -> new Milestone(each.month(), each.plan(), each.done()))
                        .sorted(java.util.Comparator.comparing(Milestone::month))
                        .toList();
    }

    List<Member> members() {
        return team == null
                ? List.of()
                : team.stream()
                        .map(each -> new Member(each.post(), each.name().strip(), each.office(), each.contact()))
                        .sorted(java.util.Comparator.comparing(Member::post))
                        .toList();
    }

    /** What is done of the year's plan: the sum of its months where there are any. */
    Money done() {
        return months().isEmpty()
                ? Objects.requireNonNullElse(yearDone, Money.ZERO)
                : months().stream()
                        .map(Milestone::done)
                        .filter(Objects::nonNull)
                        .reduce(Money.ZERO, Money::plus);
    }

    /** The month up to which that counts: the last reported one, or the one before the plan year. */
    String through() {
        String before = YearMonth.of(planYear, 1).minusMonths(1).toString();
        return months().isEmpty()
                ? Objects.requireNonNullElse(doneThrough, before)
                : months().stream()
                        .filter(Milestone::isReported)
                        .map(Milestone::month)
                        .reduce(before, (first, second) -> second);
    }

    /** Every field that cannot be used. */
    List<FieldProblem> problems(Taxonomies taxonomies, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (cluster != null && !taxonomies.isCluster(cluster)) {
            problems.add(new FieldProblem("cluster", "UNKNOWN_VALUE", String.join(", ", taxonomies.codes())));
        }
        notNegative("totalInvestment", totalInvestment, problems);
        notNegative("yearPlan", yearPlan, problems);
        notNegative("yearDone", yearDone, problems);
        if (startedOn != null && completedOn != null && completedOn.isBefore(startedOn)) {
            problems.add(new FieldProblem("completedOn", "DATE_ORDER"));
        }
        if (stage == Stage.COMPLETED && completedOn == null) {
            problems.add(new FieldProblem("completedOn", "REQUIRED"));
        }
        for (LocalDate day : new LocalDate[] {startedOn, completedOn}) {
            if (day != null && (day.isAfter(today) || day.getYear() < 2000)) {
                problems.add(new FieldProblem(
                        day.equals(startedOn) ? "startedOn" : "completedOn", "RANGE", "2000-01-01", today));
            }
        }
        months(today, problems);
        Set<Post> posts = EnumSet.noneOf(Post.class);
        for (int i = 0; i < members().size(); i++) {
            Post post = members().get(i).post();
            if (post.isSingle() && !posts.add(post)) {
                problems.add(new FieldProblem("team", "TEAM_ONE", post));
            }
        }
        return problems;
    }

    private void months(LocalDate today, List<FieldProblem> problems) {
        List<Milestone> months = months();
        Set<String> seen = new java.util.HashSet<>();
        boolean open = false;
        Money plan = Money.ZERO;
        for (int i = 0; i < months.size(); i++) {
            Milestone each = months.get(i);
            String field = "milestones[" + i + "]";
            YearMonth month = YearMonth.parse(each.month());
            if (month.getYear() != planYear || !seen.add(each.month())) {
                problems.add(new FieldProblem(field + ".month", "PROJECT_MONTH", planYear));
            }
            if (each.isReported() && (open || month.isAfter(YearMonth.from(today)))) {
                problems.add(new FieldProblem(field + ".done", "PROJECT_DONE"));
            }
            open |= !each.isReported();
            notNegative(field + ".plan", each.plan(), problems);
            notNegative(field + ".done", each.done(), problems);
            plan = plan.plus(each.plan());
        }
        if (!months.isEmpty() && !plan.equals(yearPlan)) {
            problems.add(new FieldProblem("milestones", "PROJECT_PLAN_SUM", plan, yearPlan));
        }
    }

    private static void notNegative(String field, @Nullable Money money, List<FieldProblem> problems) {
        if (money != null && money.isNegative()) {
            problems.add(new FieldProblem(field, "RANGE", "0.00", "90000000000000.00"));
        }
    }
}
