package org.fourplusone.industry.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Monthly cumulative reports of above-scale enterprises, and the published tables that are added up from them. The
 * tables are worked out once per vintage in the database, so that a question reads a few hundred rows however many
 * reports there are.
 */
@Repository
public class Reports {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Reports(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Adds many at once, within the running transaction. */
    public void addAll(List<Report> reports) {
        String columns = columns(column -> column + ", " + column + "_base");
        MultiRowInsert.insert(
                batches,
                "report (credit_code, vintage, year, month, " + columns + ")",
                4 + 2 * Measure.values().length,
                reports,
                (statement, first, report) -> {
                    statement.setString(first, report.creditCode());
                    statement.setString(first + 1, report.vintage());
                    statement.setInt(first + 2, report.year());
                    statement.setInt(first + 3, report.month());
                    for (int i = 0; i < report.values().length; i++) {
                        statement.setLong(first + 4 + 2 * i, report.values()[i]);
                        statement.setLong(first + 5 + 2 * i, report.bases()[i]);
                    }
                });
    }

    /** Works out the published tables of a vintage: months and quarters by themselves, years from January on. */
    public void addUp(String vintage) {
        database.sql("DELETE FROM statistic WHERE vintage = ?").param(vintage).update();
        database.sql(table("MONTH", "r.month", "")).param("vintage", vintage).update();
        database.sql(table("QUARTER", "r.month DIV 3", " AND r.month IN (3, 6, 9, 12)"))
                .param("vintage", vintage)
                .update();
        database.sql(years()).param("vintage", vintage).update();
    }

    /**
     * Single periods: each report less the one before it in the same year. Window functions do it in one pass; the
     * months that are read decide whether the periods are months or quarters.
     */
    private static String table(String grain, String part, String months) {
        return insert()
                + "SELECT p.vintage, '" + grain + "', p.year, p.part, p.month, p.cluster, " + sums() + " FROM (SELECT"
                + " r.vintage, r.year, r.month, " + part + " AS part, COALESCE(e.cluster, 'NONE') AS cluster, "
                + Arrays.stream(Measure.values()).map(Reports::single).collect(Collectors.joining(", "))
                + " FROM report r JOIN enterprise e ON e.credit_code = r.credit_code WHERE r.vintage = :vintage"
                + months
                + " WINDOW earlier AS (PARTITION BY r.credit_code, r.year ORDER BY r.month)) p"
                + " GROUP BY p.vintage, p.year, p.part, p.month, p.cluster";
    }

    private static String single(Measure measure) {
        return both(
                measure,
                column -> measure.isStock()
                        ? "r." + column + " AS " + column
                        : "r." + column + " - COALESCE(LAG(r." + column + ") OVER earlier, 0) AS " + column);
    }

    /** Years, as far as the newest month that was reported for them. */
    private static String years() {
        return insert()
                + "SELECT p.vintage, 'YEAR', p.year, 0, p.month, COALESCE(e.cluster, 'NONE'), " + sums()
                + " FROM report p JOIN enterprise e ON e.credit_code = p.credit_code"
                + " JOIN (SELECT year, MAX(month) AS month FROM report WHERE vintage = :vintage GROUP BY year) newest"
                + " ON newest.year = p.year AND newest.month = p.month"
                + " WHERE p.vintage = :vintage GROUP BY p.vintage, p.year, p.month, COALESCE(e.cluster, 'NONE')";
    }

    private static String insert() {
        return "INSERT INTO statistic (vintage, grain, year, part, through, cluster, "
                + columns(column -> column + ", " + column + "_base, " + column + "_firms, " + column + "_base_firms")
                + ") ";
    }

    private static String sums() {
        return columns(column -> "SUM(p." + column + "), SUM(p." + column + "_base), SUM(p." + column + " <> 0), SUM(p."
                + column + "_base <> 0)");
    }

    private static String both(Measure measure, Function<String, String> sql) {
        return sql.apply(measure.column()) + ", " + sql.apply(measure.column() + "_base");
    }

    private static String columns(Function<String, String> sql) {
        return Arrays.stream(Measure.values()).map(Measure::column).map(sql).collect(Collectors.joining(", "));
    }
}
