package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.confidentiality.Group;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.fourplusone.industry.report.Measure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The concentration of groups by year, as far as it may be shown. */
@Repository
class Concentrations {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Concentrations(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    record Row(int year, String code, Concentration concentration) {}

    /** @param shown groups whose sum is shown */
    void add(String vintage, Measure measure, int year, List<Group> shown, long[] amounts) {
        record Kept(Group group, Concentration concentration) {}
        List<Kept> kept = new ArrayList<>();
        for (Group group : shown) {
            long[] of =
                    Arrays.stream(group.members()).mapToLong(i -> amounts[i]).toArray();
            Concentration.of(of).ifPresent(concentration -> kept.add(new Kept(group, concentration)));
        }
        MultiRowInsert.insert(
                batches,
                "statistic_concentration (vintage, measure, cut, year, code, firms, cr4, hhi)",
                8,
                kept,
                (statement, first, row) -> {
                    statement.setString(first, vintage);
                    statement.setString(first + 1, measure.code());
                    statement.setString(first + 2, row.group().cut().name());
                    statement.setInt(first + 3, year);
                    statement.setString(first + 4, row.group().code());
                    statement.setInt(first + 5, row.concentration().firms());
                    statement.setInt(first + 6, row.concentration().cr4());
                    statement.setInt(first + 7, row.concentration().hhi());
                });
    }

    List<Row> find(String vintage, Measure measure, Cut cut, int fromYear, int toYear) {
        return database.sql("SELECT year, code, firms, cr4, hhi FROM statistic_concentration WHERE vintage = ?"
                        + " AND measure = ? AND cut = ? AND year BETWEEN ? AND ? ORDER BY year, code")
                .param(vintage)
                .param(measure.code())
                .param(cut.name())
                .param(fromYear)
                .param(toYear)
                .query((row, number) -> new Row(
                        row.getInt(1),
                        row.getString(2),
                        new Concentration(row.getInt(3), row.getInt(4), row.getInt(5))))
                .list();
    }
}
