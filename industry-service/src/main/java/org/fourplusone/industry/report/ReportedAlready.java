package org.fourplusone.industry.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been reported, for those who bring more: reports are only ever added, and none to a published vintage. */
@Repository
public class ReportedAlready {

    private final JdbcClient database;

    ReportedAlready(JdbcClient database) {
        this.database = database;
    }

    /** What tells one report from another within a vintage. */
    public record Key(String creditCode, String vintage, int year, int month) {

        public static Key of(Report report) {
            return new Key(report.creditCode(), report.vintage(), report.year(), report.month());
        }
    }

    /** The reports of several enterprises for some months of one vintage. */
    public Map<Key, Report> of(
            Collection<String> creditCodes, String vintage, Collection<Integer> years, Collection<Integer> months) {
        Map<Key, Report> reports = new HashMap<>();
        if (creditCodes.isEmpty()) {
            return reports;
        }
        Measure[] measures = Measure.values();
        String columns = Arrays.stream(measures)
                .map(measure -> measure.column() + ", " + measure.column() + "_base")
                .collect(Collectors.joining(", "));
        database.sql("SELECT credit_code, year, month, " + columns + " FROM report WHERE credit_code IN (:codes)"
                        + " AND vintage = :vintage AND year IN (:years) AND month IN (:months)")
                .param("codes", creditCodes)
                .param("years", years)
                .param("months", months)
                .param("vintage", vintage)
                .query((RowCallbackHandler) row -> {
                    long[] values = new long[measures.length];
                    long[] bases = new long[measures.length];
                    for (int i = 0; i < measures.length; i++) {
                        values[i] = row.getLong(4 + 2 * i);
                        bases[i] = row.getLong(5 + 2 * i);
                    }
                    Report report = new Report(row.getString(1), vintage, row.getInt(2), row.getInt(3), values, bases);
                    reports.put(Key.of(report), report);
                });
        return reports;
    }

    /** The newest vintage that is published or about to be, empty if none is; it and those before take no more reports. */
    public String newestPublished() {
        return database.sql("SELECT COALESCE(newest_closed, '') FROM report_round WHERE id = 1")
                .query(String.class)
                .single();
    }
}
