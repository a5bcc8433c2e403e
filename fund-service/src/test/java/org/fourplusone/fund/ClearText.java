package org.fourplusone.fund;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.fourplusone.deploy.local.TestDatabase;

/** Looks for a text in every column of every table of a schema, as its owner: in clear, in hex and in Base64. */
final class ClearText {
    private static final String COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext',"
            + " 'longtext', 'json', 'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')";

    private ClearText() {}

    /** The columns that hold it, as {@code table.column}. */
    static List<String> columnsHolding(String text, TestDatabase schema) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> forms = List.of(
                text,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
        List<String> found = new ArrayList<>();
        try (Connection owner =
                        DriverManager.getConnection(schema.url(), schema.ownerUsername(), schema.ownerPassword());
                ResultSet columns = owner.createStatement().executeQuery(COLUMNS)) {
            int looked = 0;
            while (columns.next()) {
                String column = columns.getString(1) + "." + columns.getString(2);
                looked++;
                for (String form : forms) {
                    if (isIn(owner, columns.getString(1), columns.getString(2), form)) {
                        found.add(column);
                    }
                }
            }
            if (looked < 50) {
                throw new AssertionError("only " + looked + " columns were looked at");
            }
        }
        return found;
    }

    private static boolean isIn(Connection owner, String table, String column, String text) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("SELECT COUNT(*) FROM `" + table
                + "` WHERE LOCATE(CAST(? AS BINARY), CAST(`" + column + "` AS BINARY)) > 0")) {
            statement.setString(1, text);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        }
    }
}
