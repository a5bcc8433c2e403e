package org.fourplusone.industry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.imports.Column.Choice;
import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.industry.project.Project;
import org.fourplusone.industry.project.Projects;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Key projects, one a row. An empty cell leaves what is there. */
@Component
class ProjectLoader implements Loader {

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

    private final Projects projects;
    private final Enterprises enterprises;
    private final List<Column> columns;

    ProjectLoader(Projects projects, Enterprises enterprises, Taxonomies taxonomies) {
        this.projects = projects;
        this.enterprises = enterprises;
        Text yuan = Text.of("元，新项目必填", "yuan, needed for a new one");
        Text needed = Text.of("新项目必填", "needed for a new one");
        this.columns = List.of(
                Column.of(
                                "code",
                                "项目编号",
                                "Project code",
                                Form.CODE,
                                Text.of("必填，最多20位", "needed, at most 20 characters"))
                        .needed(),
                Column.of("name", "项目名称", "Project name", Form.TEXT, needed),
                Column.choice(
                        "level",
                        "级别",
                        "Level",
                        needed,
                        List.of(
                                new Choice("PROVINCE", Text.of("省级", "province")),
                                new Choice("CITY", Text.of("市级", "city")),
                                new Choice("ZONE", Text.of("区级", "zone")))),
                Column.choice(
                        "cluster",
                        "产业集群",
                        "Cluster",
                        Text.of("代码或名称，可空", "code or name, may be empty"),
                        taxonomies.codes().stream()
                                .map(code -> new Choice(code, taxonomies.nameOf(code)))
                                .toList()),
                Column.of(
                        "ownerCode",
                        "建设单位信用代码",
                        "Owner's credit code",
                        Form.CODE,
                        Text.of("可空，须在企业库中", "may be empty, must be in the register")),
                Column.of(
                        "ownerName", "建设单位", "Owner", Form.TEXT, Text.of("空为企业库中的名称", "the register's name if empty")),
                Column.of("planYear", "计划年度", "Plan year", Form.WHOLE, needed),
                Column.choice(
                        "stage",
                        "阶段",
                        "Stage",
                        needed,
                        List.of(
                                new Choice("PREPARING", Text.of("前期", "in preparation")),
                                new Choice("IMPLEMENTING", Text.of("在建", "in implementation")),
                                new Choice("COMPLETED", Text.of("竣工投产", "completed")))),
                Column.of("totalInvestment", "总投资", "Total investment", Form.MONEY, yuan),
                Column.of("yearPlan", "年度计划投资", "Plan of the year", Form.MONEY, yuan),
                Column.of("yearDone", "年度完成投资", "Done in the year", Form.MONEY, yuan),
                Column.of(
                        "doneThrough", "完成投资截至月份", "Done through", Form.MONTH, Text.of("如 2026-10", "such as 2026-10")),
                Column.of("startedOn", "开工日期", "Started on", Form.DATE, Text.of("可空", "may be empty")),
                Column.of("completedOn", "竣工日期", "Completed on", Form.DATE, Text.of("可空", "may be empty")));
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PROJECTS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Comparing compare(Findings findings) {
        return new OfProjects(findings);
    }

    private final class OfProjects implements Comparing {

        private final Findings findings;
        private final Map<String, Integer> seen = new HashMap<>();

        OfProjects(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void take(List<Line> lines) {
            Map<String, Project> known = projects.findAll(codes(lines, "code"), false);
            Map<String, Enterprise> owners = enterprises.findAll(codes(lines, "ownerCode"));
            for (Line line : lines) {
                List<FieldProblem> problems = new ArrayList<>();
                String code = line.get("code");
                if (!code.matches("[A-Z0-9._-]{1,20}")) {
                    problems.add(new FieldProblem("code", "PROJECT_CODE"));
                }
                Integer before = seen.putIfAbsent(code, line.row());
                if (before != null) {
                    problems.add(new FieldProblem("code", "ROW_TWICE", before));
                }
                Project old = known.get(code);
                Map<String, @Nullable String> now = old == null ? new HashMap<>() : values(old);
                Map<String, @Nullable String> then = new HashMap<>(now);
                then.putAll(line.values());
                then.remove("code");
                owner(then, owners, problems);
                check(then, problems);
                problems.forEach(
                        problem -> findings.error(line.row(), problem.field(), line.find(problem.field()), problem));
                if (problems.isEmpty()) {
                    found(line, old == null, now, then);
                }
            }
            findings.done(lines.size());
        }

        private void found(
                Line line, boolean added, Map<String, @Nullable String> now, Map<String, @Nullable String> then) {
            List<Change.Cell> cells = Change.differences(columns, now, then);
            if (cells.isEmpty()) {
                findings.unchanged();
            } else {
                findings.change(new Change(
                        line.row(),
                        added,
                        Map.of("code", line.get("code")),
                        String.valueOf(then.get("name")),
                        null,
                        cells,
                        Map.of()));
            }
        }

        @Override
        public void end() {}
    }

    private static void owner(
            Map<String, @Nullable String> then, Map<String, Enterprise> owners, List<FieldProblem> problems) {
        String code = then.get("ownerCode");
        if (code == null) {
            return;
        }
        Enterprise owner = owners.get(code);
        if (then.get("ownerName") == null && owner != null) {
            then.put("ownerName", owner.name());
        } else if (owner == null && then.get("ownerName") == null) {
            problems.add(new FieldProblem("ownerCode", "NOT_IN_REGISTER"));
        }
    }

    private static void check(Map<String, @Nullable String> then, List<FieldProblem> problems) {
        for (String column : NEEDED) {
            if (then.get(column) == null) {
                problems.add(new FieldProblem(column, "REQUIRED"));
            }
        }
        length(then, "name", 160, problems);
        length(then, "ownerName", 120, problems);
        String year = then.get("planYear");
        if (year != null && (Integer.parseInt(year) < 2000 || Integer.parseInt(year) > 2100)) {
            problems.add(new FieldProblem("planYear", "RANGE", "2000", "2100"));
        }
        String started = then.get("startedOn");
        String completed = then.get("completedOn");
        if (started != null && completed != null && completed.compareTo(started) < 0) {
            problems.add(new FieldProblem("completedOn", "DATE_ORDER"));
        }
    }

    private static void length(
            Map<String, @Nullable String> then, String column, int longest, List<FieldProblem> problems) {
        String text = then.get(column);
        if (text != null && text.length() > longest) {
            problems.add(new FieldProblem(column, "LENGTH", 1, longest));
        }
    }

    private static Set<String> codes(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.find(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Map<String, @Nullable String> values(Project project) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("name", project.name());
        values.put("level", project.level().name());
        values.put("cluster", project.cluster());
        values.put("ownerCode", project.ownerCode());
        values.put("ownerName", project.ownerName());
        values.put("planYear", String.valueOf(project.planYear()));
        values.put("stage", project.stage().name());
        values.put("totalInvestment", project.totalInvestment().toString());
        values.put("yearPlan", project.yearPlan().toString());
        values.put("yearDone", project.yearDone().toString());
        values.put("doneThrough", project.doneThrough());
        values.put(
                "startedOn",
                project.startedOn() == null ? null : project.startedOn().toString());
        values.put(
                "completedOn",
                project.completedOn() == null ? null : project.completedOn().toString());
        return values;
    }

    @Override
    public boolean apply(List<Change> changes, Writing writing) {
        Map<String, Project> known = projects.findAll(
                changes.stream()
                        .map(change -> change.key().get("code"))
                        .filter(Objects::nonNull)
                        .toList(),
                true);
        List<Project> added = new ArrayList<>();
        List<Project> changed = new ArrayList<>();
        for (Change change : changes) {
            String code = Objects.requireNonNull(change.key().get("code"));
            Project old = known.get(code);
            Map<String, @Nullable String> values = old == null ? new HashMap<>() : values(old);
            if (change.added() != (old == null)
                    || change.cells().stream()
                            .anyMatch(cell -> !Objects.equals(cell.before(), values.get(cell.column())))) {
                return false;
            }
            change.cells().forEach(cell -> values.put(cell.column(), cell.after()));
            (old == null ? added : changed).add(project(code, values, old != null && old.sample()));
        }
        projects.addAll(added);
        projects.replaceAll(changed);
        return true;
    }

    private static Project project(String code, Map<String, @Nullable String> values, boolean sample) {
        return new Project(
                code,
                text(values, "name"),
                Project.Level.valueOf(text(values, "level")),
                values.get("cluster"),
                values.get("ownerCode"),
                text(values, "ownerName"),
                Integer.parseInt(text(values, "planYear")),
                Project.Stage.valueOf(text(values, "stage")),
                Money.parse(text(values, "totalInvestment")),
                Money.parse(text(values, "yearPlan")),
                Money.parse(text(values, "yearDone")),
                text(values, "doneThrough"),
                date(values.get("startedOn")),
                date(values.get("completedOn")),
                sample);
    }

    private static String text(Map<String, @Nullable String> values, String column) {
        return Objects.requireNonNull(values.get(column), column);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
