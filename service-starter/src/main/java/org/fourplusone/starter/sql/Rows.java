package org.fourplusone.starter.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

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
     * @param into the statement up to its columns, e.g. {@code INSERT INTO place (id, name, kind)}
     * @param row one row: a {@code ?} for each of its values, and what is the same in all rows as it is, e.g. {@code (?, ?,
     *     'TOWN')}
     * @param after what follows the values, e.g. {@code ON DUPLICATE KEY UPDATE …}, or nothing
     */
    public static void insert(
            JdbcTemplate database, String into, String row, List<@Nullable Object[]> rows, String after) {
        for (List<@Nullable Object[]> some : portions(rows)) {
            String statement = statement(into, row, some.size(), after);
            database.update(connection -> filled(connection.prepareStatement(statement), some));
        }
    }

    /** Inserts rows into a table that numbers them; returns their numbers in the same order. */
    public static List<Long> insertNumbered(
            JdbcTemplate database, String into, String row, List<@Nullable Object[]> rows) {
        List<Long> numbers = new ArrayList<>(rows.size());
        for (List<@Nullable Object[]> some : portions(rows)) {
            String statement = statement(into, row, some.size(), "");
            numbers.addAll(Objects.requireNonNull(database.execute(
                    (Connection connection) ->
                            filled(connection.prepareStatement(statement, Statement.RETURN_GENERATED_KEYS), some),
                    Rows::numbersOf)));
        }
        return numbers;
    }

    private static List<Long> numbersOf(PreparedStatement inserting) throws SQLException {
        inserting.executeUpdate();
        List<Long> numbers = new ArrayList<>();
        try (ResultSet keys = inserting.getGeneratedKeys()) {
            while (keys.next()) {
                numbers.add(keys.getLong(1));
            }
        }
        return numbers;
    }

    private static List<List<@Nullable Object[]>> portions(List<@Nullable Object[]> rows) {
        List<List<@Nullable Object[]>> portions = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += TOGETHER) {
            portions.add(rows.subList(first, Math.min(first + TOGETHER, rows.size())));
        }
        return portions;
    }

    private static String statement(String into, String row, int rows, String after) {
        return into + " VALUES " + row + (", " + row).repeat(rows - 1) + (after.isEmpty() ? "" : " " + after);
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
