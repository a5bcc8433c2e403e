package org.fourplusone.industry.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.fourplusone.industry.project.ProjectFile.Member;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.industry.project.ProjectFile.Post;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Key projects with their months and teams. */
@Repository
public class ProjectFiles {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Projects projects;

    ProjectFiles(JdbcClient database, JdbcTemplate batches, Projects projects) {
        this.database = database;
        this.batches = batches;
        this.projects = projects;
    }

    /** All projects by code, without their teams: a zone has hundreds of them, not thousands. */
    List<ProjectFile> all() {
        Map<String, List<Milestone>> months = months(null);
        Map<String, Long> versions = versions(null);
        List<ProjectFile> files = new ArrayList<>();
        for (Project project : projects.all()) {
            files.add(new ProjectFile(
                    project,
                    months.getOrDefault(project.code(), List.of()),
                    List.of(),
                    versions.getOrDefault(project.code(), 1L)));
        }
        return files;
    }

    Optional<ProjectFile> find(String code) {
        return projects.find(code)
                .map(project -> new ProjectFile(
                        project,
                        months(code).getOrDefault(code, List.of()),
                        team(code),
                        versions(code).getOrDefault(code, 1L)));
    }

    /** Adds many with their months and teams, within the running transaction. */
    public void addAll(List<ProjectFile> files) {
        projects.addAll(files.stream().map(ProjectFile::project).toList());
        addParts(files);
    }

    /** Replaces a project, if it is still at the version before. */
    boolean replace(ProjectFile next) {
        String code = next.project().code();
        boolean replaced = database.sql("UPDATE project SET version = version + 1 WHERE code = ? AND version = ?")
                        .param(code)
                        .param(next.version() - 1)
                        .update()
                == 1;
        if (replaced) {
            projects.replace(next.project());
            database.sql("DELETE FROM project_month WHERE project = ?")
                    .param(code)
                    .update();
            database.sql("DELETE FROM project_member WHERE project = ?")
                    .param(code)
                    .update();
            addParts(List.of(next));
        }
        return replaced;
    }

    private record MonthRow(String project, Milestone milestone) {}

    private record MemberRow(String project, int ordinal, Member member) {}

    private void addParts(List<ProjectFile> files) {
        List<MonthRow> months = new ArrayList<>();
        List<MemberRow> members = new ArrayList<>();
        for (ProjectFile file : files) {
            String code = file.project().code();
            file.milestones().forEach(milestone -> months.add(new MonthRow(code, milestone)));
            for (int i = 0; i < file.team().size(); i++) {
                members.add(new MemberRow(code, i, file.team().get(i)));
            }
        }
        MultiRowInsert.insert(
                batches, "project_month (project, month, plan, done)", 4, months, (statement, first, row) -> {
                    Money done = row.milestone().done();
                    statement.setString(first, row.project());
                    statement.setString(first + 1, row.milestone().month());
                    statement.setLong(first + 2, row.milestone().plan().fen());
                    statement.setObject(first + 3, done == null ? null : done.fen());
                });
        MultiRowInsert.insert(
                batches,
                "project_member (project, ordinal, post, name, office, contact)",
                6,
                members,
                (statement, first, row) -> {
                    statement.setString(first, row.project());
                    statement.setInt(first + 1, row.ordinal());
                    statement.setString(first + 2, row.member().post().name());
                    statement.setString(first + 3, row.member().name());
                    statement.setString(first + 4, row.member().office());
                    statement.setString(first + 5, row.member().contact());
                });
    }

    private Map<String, List<Milestone>> months(@Nullable String code) {
        Map<String, List<Milestone>> months = new HashMap<>();
        database.sql("SELECT project, month, plan, done FROM project_month WHERE (:code IS NULL OR project = :code)"
                        + " ORDER BY project, month")
                .param("code", code)
                .query((RowCallbackHandler) row -> {
                    Long done = row.getObject("done", Long.class);
                    months.computeIfAbsent(row.getString("project"), key -> new ArrayList<>())
                            .add(new Milestone(
                                    row.getString("month"),
                                    Money.ofFen(row.getLong("plan")),
                                    done == null ? null : Money.ofFen(done)));
                });
        return months;
    }

    private List<Member> team(String code) {
        return database.sql("SELECT post, name, office, contact FROM project_member WHERE project = ? ORDER BY ordinal")
                .param(code)
                .query((row, number) -> new Member(
                        Post.valueOf(row.getString("post")),
                        row.getString("name"),
                        row.getString("office"),
                        row.getString("contact")))
                .list();
    }

    private Map<String, Long> versions(@Nullable String code) {
        Map<String, Long> versions = new HashMap<>();
        database.sql("SELECT code, version FROM project WHERE (:code IS NULL OR code = :code)")
                .param("code", code)
                .query((RowCallbackHandler) row -> versions.put(row.getString("code"), row.getLong("version")));
        return versions;
    }
}
