package org.fourplusone.industry.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Monthly cumulative reports of above-scale enterprises. They are only ever added: a revised report is a row of a later
 * vintage, and as of a vintage the newest row up to it counts. A vintage takes reports until its publication begins.
 */
@Repository
public class Reports {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Reports(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Takes one report after the other. */
    public interface Taker {
        void take(Report report);
    }

    /**
     * Adds many at once, within the running transaction (there must be one).
     *
     * @throws Problem 409 {@code VINTAGE_CLOSED} with {@code newest}, if one is of a vintage that is published already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(List<Report> reports) {
        if (reports.isEmpty()) {
            return;
        }
        requireOpen(reports.stream()
                .map(Report::vintage)
                .min(Comparator.naturalOrder())
                .orElseThrow());
        MultiRowInsert.insert(
                batches,
                "report (credit_code, vintage, year, month, " + columns() + ")",
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

    private void requireOpen(String vintage) {
        String newest = closed();
        if (vintage.compareTo(newest) <= 0) {
            throw Problem.of(HttpStatus.CONFLICT, "VINTAGE_CLOSED", newest).with("newest", newest);
        }
    }

    /** The newest vintage that takes no more reports, empty if all do; waits for whoever adds or closes. */
    private String closed() {
        return database.sql("SELECT COALESCE(newest_closed, '') FROM report_round WHERE id = 1 FOR UPDATE")
                .query(String.class)
                .single();
    }

    /**
     * From now on nothing is added to a vintage and those before it, within the running transaction; nothing changes if it
     * is closed already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String vintage) {
        if (closed().compareTo(vintage) < 0) {
            database.sql("UPDATE report_round SET newest_closed = ? WHERE id = 1")
                    .param(vintage)
                    .update();
        }
    }

    /** The oldest vintage that anything was reported for; empty if nothing was. */
    public Optional<String> oldest() {
        return database.sql("SELECT MIN(vintage) FROM report")
                .query(String.class)
                .optional();
    }

    /** Whether anything was reported for a vintage. */
    public boolean has(String vintage) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM report WHERE vintage = ?)")
                .param(vintage)
                .query(Boolean.class)
                .single();
    }

    /** The years that are reported as of a vintage, ascending. */
    public List<Integer> years(String vintage) {
        return database.sql("SELECT DISTINCT year FROM report WHERE vintage <= ? ORDER BY year")
                .param(vintage)
                .query(Integer.class)
                .list();
    }

    /** Whether a year is reported differently as of two vintages. */
    public boolean differ(int year, String older, String newer) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM report WHERE year = ? AND vintage > ? AND vintage <= ?)")
                .param(year)
                .param(older)
                .param(newer)
                .query(Boolean.class)
                .single();
    }

    /** Hands over a year's reports up to a vintage, in the order of vintages: what comes later for a month counts. */
    public void upTo(String vintage, int year, Taker taker) {
        batches.query(
                "SELECT credit_code, vintage, year, month, " + columns()
                        + " FROM report WHERE year = ? AND vintage <= ? ORDER BY vintage",
                (RowCallbackHandler) row -> taker.take(report(row)),
                year,
                vintage);
    }

    private static Report report(ResultSet row) throws SQLException {
        int measures = Measure.values().length;
        long[] values = new long[measures];
        long[] bases = new long[measures];
        for (int i = 0; i < measures; i++) {
            values[i] = row.getLong(5 + 2 * i);
            bases[i] = row.getLong(6 + 2 * i);
        }
        return new Report(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), values, bases);
    }

    private static String columns() {
        Function<Measure, String> both = measure -> measure.column() + ", " + measure.column() + "_base";
        return Arrays.stream(Measure.values()).map(both).collect(Collectors.joining(", "));
    }
}
