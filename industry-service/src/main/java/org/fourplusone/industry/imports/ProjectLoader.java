package org.fourplusone.industry.imports;

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
import org.fourplusone.industry.project.Project;
import org.fourplusone.industry.project.Projects;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Key projects, one a row. An empty cell leaves what is there. */
@Component
class ProjectLoader implements Loader {

    private final Projects projects;
    private final Enterprises enterprises;
    private final List<Column> columns;

    ProjectLoader(Projects projects, Enterprises enterprises, Taxonomies taxonomies) {
        this.projects = projects;
        this.enterprises = enterprises;
        this.columns = ProjectColumns.of(taxonomies);
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
                Map<String, @Nullable String> now = old == null ? new HashMap<>() : ProjectCells.of(old);
                Map<String, @Nullable String> then = new HashMap<>(now);
                then.putAll(line.values());
                then.remove("code");
                owner(then, owners, problems);
                problems.addAll(ProjectCells.problems(then));
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

    private static Set<String> codes(List<Line> lines, String column) {
        return lines.stream()
                .map(line -> line.find(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
            Map<String, @Nullable String> values = old == null ? new HashMap<>() : ProjectCells.of(old);
            if (change.added() != (old == null)
                    || change.cells().stream()
                            .anyMatch(cell -> !Objects.equals(cell.before(), values.get(cell.column())))) {
                return false;
            }
            change.cells().forEach(cell -> values.put(cell.column(), cell.after()));
            (old == null ? added : changed).add(ProjectCells.project(code, values, old != null && old.sample()));
        }
        projects.addAll(added);
        projects.replaceAll(changed);
        return true;
    }
}
