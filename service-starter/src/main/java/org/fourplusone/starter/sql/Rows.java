package org.fourplusone.starter.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Many rows in few statements: the driver writes each value once, and the server parses, checks and answers once for all
 * rows of a statement.
 */
public final class Rows {
    /** The most rows of a statement: with 100 KB each it stays below the least packet that the servers take, 16 MB. */
    private static final int TOGETHER = 128;

    private Rows() {}

    /** The values of one row, in the order of the columns. */
    public static @Nullable Object[] of(@Nullable Object... values) {
        return values;
    }

    /**
     * Inserts rows in their order; without any there is no statement.
     *
     * @param into the statement up to its columns, e.g. {@code INSERT INTO place (id, name)}
     * @param after what follows the values, e.g. {@code ON DUPLICATE KEY UPDATE …}, or nothing
     */
    public static void insert(JdbcTemplate database, String into, List<@Nullable Object[]> rows, String after) {
        for (int first = 0; first < rows.size(); first += TOGETHER) {
            List<@Nullable Object[]> some = rows.subList(first, Math.min(first + TOGETHER, rows.size()));
            String statement = statement(into, some, after);
            database.update(connection -> filled(connection.prepareStatement(statement), some));
        }
    }

    /** Inserts rows into a table that numbers them; returns their numbers in the same order. */
    public static List<Long> insertNumbered(JdbcTemplate database, String into, List<@Nullable Object[]> rows) {
        List<Long> numbers = new ArrayList<>(rows.size());
        for (int first = 0; first < rows.size(); first += TOGETHER) {
            List<@Nullable Object[]> some = rows.subList(first, Math.min(first + TOGETHER, rows.size()));
            GeneratedKeyHolder keys = new GeneratedKeyHolder();
            database.update(connection -> filled(numbering(connection, statement(into, some, "")), some), keys);
            for (Map<String, Object> key : keys.getKeyList()) {
                numbers.add(((Number) key.values().iterator().next()).longValue());
            }
        }
        return numbers;
    }

    private static PreparedStatement numbering(Connection connection, String statement) throws SQLException {
        return connection.prepareStatement(statement, Statement.RETURN_GENERATED_KEYS);
    }

    private static String statement(String into, List<@Nullable Object[]> rows, String after) {
        String row = "(?" + ", ?".repeat(rows.get(0).length - 1) + ")";
        return into + " VALUES " + row + (", " + row).repeat(rows.size() - 1) + (after.isEmpty() ? "" : " " + after);
    }

    private static PreparedStatement filled(PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        int place = 0;
        for (@Nullable Object[] row : rows) {
            for (Object value : row) {
                set(statement, ++place, value);
            }
        }
        return statement;
    }

    /** The driver looks up the type of an object anew for each value; of these it is told. */
    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else if (value instanceof Integer number) {
            statement.setInt(place, number);
        } else {
            statement.setObject(place, value);
        }
    }
}
