package org.fourplusone.industry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The zone's key projects. */
@Repository
public class Projects {

    private static final String COLUMNS = "code, name, level, cluster, owner_code, owner_name, plan_year, stage,"
            + " total_investment, year_plan, year_done, done_through, started_on, completed_on, sample";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Projects(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** All of them, by code. */
    List<Project> all() {
        return database.sql("SELECT " + COLUMNS + " FROM project ORDER BY code")
                .query(Projects::row)
                .list();
    }

    Optional<Project> find(String code) {
        return database.sql("SELECT " + COLUMNS + " FROM project WHERE code = ?")
                .param(code)
                .query(Projects::row)
                .optional();
    }

    /** Replaces one whose version the caller has counted up in the running transaction. */
    void replace(Project project) {
        database.sql("UPDATE project SET name = :name, level = :level, cluster = :cluster, owner_code = :ownerCode,"
                        + " owner_name = :ownerName, plan_year = :planYear, stage = :stage, total_investment = :total,"
                        + " year_plan = :plan, year_done = :done, done_through = :through, started_on = :startedOn,"
                        + " completed_on = :completedOn WHERE code = :code")
                .param("name", project.name())
                .param("level", project.level().name())
                .param("cluster", project.cluster())
                .param("ownerCode", project.ownerCode())
                .param("ownerName", project.ownerName())
                .param("planYear", project.planYear())
                .param("stage", project.stage().name())
                .param("total", project.totalInvestment().fen())
                .param("plan", project.yearPlan().fen())
                .param("done", project.yearDone().fen())
                .param("through", project.doneThrough())
                .param("startedOn", project.startedOn())
                .param("completedOn", project.completedOn())
                .param("code", project.code())
                .update();
    }

    /** Those of several codes that there are, by code; they stay as they are until the running transaction ends. */
    public Map<String, Project> findAll(Collection<String> codes, boolean locked) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("SELECT " + COLUMNS + " FROM project WHERE code IN (:codes)" + (locked ? " FOR UPDATE" : ""))
                .param("codes", codes)
                .query(Projects::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Project::code, each -> each));
    }

    /** Replaces many at once and counts up their versions, within the running transaction; their months stay. */
    public void replaceAll(List<Project> projects) {
        batches.batchUpdate(
                "UPDATE project SET name = ?, level = ?, cluster = ?, owner_code = ?, owner_name = ?, plan_year = ?,"
                        + " stage = ?, total_investment = ?, year_plan = ?, year_done = ?, done_through = ?, started_on = ?,"
                        + " completed_on = ?, version = version + 1 WHERE code = ?",
                projects,
                1000,
                (statement, project) -> {
                    statement.setString(1, project.name());
                    statement.setString(2, project.level().name());
                    statement.setString(3, project.cluster());
                    statement.setString(4, project.ownerCode());
                    statement.setString(5, project.ownerName());
                    statement.setInt(6, project.planYear());
                    statement.setString(7, project.stage().name());
                    statement.setLong(8, project.totalInvestment().fen());
                    statement.setLong(9, project.yearPlan().fen());
                    statement.setLong(10, project.yearDone().fen());
                    statement.setString(11, project.doneThrough());
                    statement.setObject(12, project.startedOn());
                    statement.setObject(13, project.completedOn());
                    statement.setString(14, project.code());
                });
    }

    /** Adds many at once, within the running transaction. */
    public void addAll(List<Project> projects) {
        batches.batchUpdate(
                "INSERT INTO project (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                projects,
                1000,
                (statement, project) -> {
                    statement.setString(1, project.code());
                    statement.setString(2, project.name());
                    statement.setString(3, project.level().name());
                    statement.setString(4, project.cluster());
                    statement.setString(5, project.ownerCode());
                    statement.setString(6, project.ownerName());
                    statement.setInt(7, project.planYear());
                    statement.setString(8, project.stage().name());
                    statement.setLong(9, project.totalInvestment().fen());
                    statement.setLong(10, project.yearPlan().fen());
                    statement.setLong(11, project.yearDone().fen());
                    statement.setString(12, project.doneThrough());
                    statement.setObject(13, project.startedOn());
                    statement.setObject(14, project.completedOn());
                    statement.setBoolean(15, project.sample());
                });
    }

    private static Project row(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getString("code"),
                row.getString("name"),
                Project.Level.valueOf(row.getString("level")),
                row.getString("cluster"),
                row.getString("owner_code"),
                row.getString("owner_name"),
                row.getInt("plan_year"),
                Project.Stage.valueOf(row.getString("stage")),
                Money.ofFen(row.getLong("total_investment")),
                Money.ofFen(row.getLong("year_plan")),
                Money.ofFen(row.getLong("year_done")),
                row.getString("done_through"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getBoolean("sample"));
    }
}
