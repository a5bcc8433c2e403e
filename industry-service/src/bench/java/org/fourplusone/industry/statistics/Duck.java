package org.fourplusone.industry.statistics;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same rows in DuckDB, in memory, with only the columns that the question reads. */
final class Duck implements AutoCloseable {

    private final Connection connection;

    Duck(Connection from) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE report (credit_code VARCHAR, year SMALLINT, month TINYINT, revenue BIGINT,"
                    + " revenue_base BIGINT)");
            statement.execute("CREATE TABLE enterprise (credit_code VARCHAR, cluster VARCHAR)");
        }
        copy(from, "report", "SELECT credit_code, year, month, revenue, revenue_base FROM report WHERE year = ", true);
        copy(from, "enterprise", "SELECT credit_code, cluster FROM enterprise", false);
    }

    private void copy(Connection from, String table, String sql, boolean byYear) throws SQLException {
        try (DuckDBAppender appender =
                        connection.unwrap(DuckDBConnection.class).createAppender("main", table);
                Statement statement = from.createStatement()) {
            for (int year = 0; year < (byYear ? Register.YEARS : 1); year++) {
                try (ResultSet rows = statement.executeQuery(byYear ? sql + (Register.FIRST_YEAR + year) : sql)) {
                    while (rows.next()) {
                        appender.beginRow();
                        appender.append(rows.getString(1));
                        if (byYear) {
                            appender.append(rows.getShort(2));
                            appender.append(rows.getByte(3));
                            appender.append(rows.getLong(4));
                            appender.append(rows.getLong(5));
                        } else {
                            appender.append(rows.getString(2));
                        }
                        appender.endRow();
                    }
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
