package org.fourplusone.industry.statistics;

import java.util.List;
import java.util.Optional;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables that were added up from the reports. */
@Repository
class Cells {

    private final JdbcClient database;

    Cells(JdbcClient database) {
        this.database = database;
    }

    Optional<String> newestVintage() {
        return database.sql("SELECT vintage FROM statistic ORDER BY vintage DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    /** All cells of the years that the months from and to lie in, by period. */
    List<Cell> find(String vintage, Measure measure, Grain grain, int fromYear, int toYear) {
        String column = measure.column();
        return database.sql("SELECT cluster, year, part, through, " + column + ", " + column + "_base, " + column
                        + "_firms, " + column + "_base_firms FROM statistic WHERE vintage = ? AND grain = ?"
                        + " AND year BETWEEN ? AND ? ORDER BY year, part, cluster")
                .param(vintage)
                .param(grain.name())
                .param(fromYear)
                .param(toYear)
                .query((row, number) -> new Cell(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7),
                        row.getInt(8)))
                .list();
    }
}
