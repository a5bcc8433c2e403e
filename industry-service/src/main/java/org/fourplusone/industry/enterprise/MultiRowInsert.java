package org.fourplusone.industry.enterprise;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows with few statements, within the running transaction. The driver's own rewriting of batches does the
 * same but binds every value twice and measures each; for hundreds of thousands of rows that is most of the time.
 */
public final class MultiRowInsert {

    private static final int ROWS = 400;

    private MultiRowInsert() {}

    /** Sets one row's values, the first at {@code first}. */
    public interface Binding<T> {
        void bind(PreparedStatement statement, int first, T row) throws SQLException;
    }

    /**
     * @param into table and columns, such as {@code fact (credit_code, value)}
     * @param columns how many columns there are
     */
    public static <T> void insert(JdbcTemplate database, String into, int columns, List<T> rows, Binding<T> binding) {
        int whole = rows.size() / ROWS * ROWS;
        insert(database, into, columns, rows.subList(0, whole), ROWS, binding);
        insert(database, into, columns, rows.subList(whole, rows.size()), rows.size() - whole, binding);
    }

    private static <T> void insert(
            JdbcTemplate database, String into, int columns, List<T> rows, int atOnce, Binding<T> binding) {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        String sql = "INSERT INTO " + into + " VALUES " + (row + ", ").repeat(atOnce - 1) + row;
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int done = 0;
                while (done < rows.size()) {
                    for (int i = 0; i < atOnce; i++) {
                        binding.bind(statement, 1 + i * columns, rows.get(done + i));
                    }
                    statement.executeUpdate();
                    done += atOnce;
                }
                return done;
            }
        });
    }
}
