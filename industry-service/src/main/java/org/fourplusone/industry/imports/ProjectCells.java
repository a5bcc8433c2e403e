package org.fourplusone.industry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.industry.project.Project;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/** A key project as cells of a file, by column, without its code; and back. */
final class ProjectCells {

    /** What a project cannot be without. */
    private static final List<String> NEEDED = List.of(
            "name",
            "level",
            "ownerName",
            "planYear",
            "stage",
            "totalInvestment",
            "yearPlan",
            "yearDone",
            "doneThrough");

    private ProjectCells() {}

    static Map<String, @Nullable String> of(Project project) {
        Map<String, @Nullable String> cells = new HashMap<>();
        cells.put("name", project.name());
        cells.put("level", project.level().name());
        cells.put("cluster", project.cluster());
        cells.put("ownerCode", project.ownerCode());
        cells.put("ownerName", project.ownerName());
        cells.put("planYear", String.valueOf(project.planYear()));
        cells.put("stage", project.stage().name());
        cells.put("totalInvestment", project.totalInvestment().toString());
        cells.put("yearPlan", project.yearPlan().toString());
        cells.put("yearDone", project.yearDone().toString());
        cells.put("doneThrough", project.doneThrough());
        cells.put("startedOn", text(project.startedOn()));
        cells.put("completedOn", text(project.completedOn()));
        return cells;
    }

    /** What is wrong with them, apart from what cannot be read at all. */
    static List<FieldProblem> problems(Map<String, @Nullable String> cells) {
        List<FieldProblem> problems = new ArrayList<>();
        for (String column : NEEDED) {
            if (cells.get(column) == null) {
                problems.add(new FieldProblem(column, "REQUIRED"));
            }
        }
        length(cells, "name", 160, problems);
        length(cells, "ownerName", 120, problems);
        String year = cells.get("planYear");
        if (year != null && (Integer.parseInt(year) < 2000 || Integer.parseInt(year) > 2100)) {
            problems.add(new FieldProblem("planYear", "RANGE", "2000", "2100"));
        }
        String started = cells.get("startedOn");
        String completed = cells.get("completedOn");
        if (started != null && completed != null && completed.compareTo(started) < 0) {
            problems.add(new FieldProblem("completedOn", "DATE_ORDER"));
        }
        return problems;
    }

    private static void length(
            Map<String, @Nullable String> cells, String column, int longest, List<FieldProblem> problems) {
        String text = cells.get(column);
        if (text != null && text.length() > longest) {
            problems.add(new FieldProblem(column, "LENGTH", 1, longest));
        }
    }

    static Project project(String code, Map<String, @Nullable String> cells, boolean sample) {
        return new Project(
                code,
                text(cells, "name"),
                Project.Level.valueOf(text(cells, "level")),
                cells.get("cluster"),
                cells.get("ownerCode"),
                text(cells, "ownerName"),
                Integer.parseInt(text(cells, "planYear")),
                Project.Stage.valueOf(text(cells, "stage")),
                Money.parse(text(cells, "totalInvestment")),
                Money.parse(text(cells, "yearPlan")),
                Money.parse(text(cells, "yearDone")),
                text(cells, "doneThrough"),
                date(cells.get("startedOn")),
                date(cells.get("completedOn")),
                sample);
    }

    private static String text(Map<String, @Nullable String> cells, String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
