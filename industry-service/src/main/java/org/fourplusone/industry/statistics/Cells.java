package org.fourplusone.industry.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published set of every vintage, as it was frozen. */
@Repository
class Cells {

    private static final String COLUMNS = "cut, grain, code, year, part, through, value, base, first_published, firms,"
            + " base_firms, value_hidden, base_hidden";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Cells(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    void addAll(String vintage, Measure measure, List<Cell> cells) {
        MultiRowInsert.insert(
                batches, "statistic_cell (vintage, measure, " + COLUMNS + ")", 15, cells, (statement, first, cell) -> {
                    statement.setString(first, vintage);
                    statement.setString(first + 1, measure.code());
                    statement.setString(first + 2, cell.cut().name());
                    statement.setString(first + 3, cell.grain().name());
                    statement.setString(first + 4, cell.code());
                    statement.setInt(first + 5, cell.year());
                    statement.setInt(first + 6, cell.part());
                    statement.setInt(first + 7, cell.through());
                    statement.setLong(first + 8, cell.value());
                    statement.setLong(first + 9, cell.base());
                    statement.setObject(first + 10, cell.firstValue(), Types.BIGINT);
                    statement.setInt(first + 11, cell.firms());
                    statement.setInt(first + 12, cell.baseFirms());
                    statement.setString(first + 13, cell.valueHidden());
                    statement.setString(first + 14, cell.baseHidden());
                });
    }

    /** The cells of a cut and of the totals, by period. */
    List<Cell> find(String vintage, Measure measure, Cut cut, Grain grain, int fromYear, int toYear) {
        return database.sql("SELECT " + COLUMNS + " FROM statistic_cell WHERE vintage = ? AND measure = ?"
                        + " AND cut IN ('TOTAL', ?) AND grain = ? AND year BETWEEN ? AND ? ORDER BY year, part, code")
                .param(vintage)
                .param(measure.code())
                .param(cut.name())
                .param(grain.name())
                .param(fromYear)
                .param(toYear)
                .query((row, number) -> cell(row))
                .list();
    }

    /** All cells of a measure in a year. */
    List<Cell> ofYear(String vintage, Measure measure, int year) {
        return database.sql("SELECT " + COLUMNS + " FROM statistic_cell WHERE vintage = ? AND measure = ? AND year = ?")
                .param(vintage)
                .param(measure.code())
                .param(year)
                .query((row, number) -> cell(row))
                .list();
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                Cut.valueOf(row.getString(1)),
                Grain.valueOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8),
                row.getObject(9, Long.class),
                row.getInt(10),
                row.getInt(11),
                row.getString(12),
                row.getString(13));
    }
}
