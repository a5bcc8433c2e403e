package org.fourplusone.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A loaded database before anybody uses it. */
record RestoredData(DatabaseAddress admin) {

    /** @param statements one GRANT a line */
    void grant(List<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (sql.startsWith("GRANT ")) {
                    statement.execute(sql.replaceAll(";$", ""));
                }
            }
        }
    }

    /** @throws Trouble when the ledger's entries do not add up to nothing, posting by posting */
    void requireBalanced() throws SQLException {
        if (!ask("SELECT table_name FROM information_schema.tables WHERE table_schema = 'fund' AND table_name = 'entry'")
                        .isEmpty()
                && !ask("SELECT posting_id FROM fund.entry GROUP BY posting_id HAVING SUM(amount) <> 0 LIMIT 1")
                        .isEmpty()) {
            throw new Trouble("The ledger in this backup is not balanced. Nothing was changed.");
        }
    }

    /** @throws Trouble when a document that the database names is missing or is another */
    void requireEvidence(Path files) throws SQLException, IOException {
        if (ask("SELECT table_name FROM information_schema.tables WHERE table_schema = 'fund' AND table_name = 'evidence'")
                .isEmpty()) {
            return;
        }
        for (String row : ask("SELECT CONCAT(stored_as, ' ', sha256) FROM fund.evidence")) {
            String name = row.substring(0, row.indexOf(' '));
            Path file = files.resolve(name.substring(0, 2)).resolve(name);
            if (!Files.exists(file) || !Sum.of(file).equals(row.substring(row.indexOf(' ') + 1))) {
                throw new Trouble(
                        "The document " + name + " is missing in this backup or was changed before it was made:"
                                + " a newer backup may hold it. Nothing was changed.");
            }
        }
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(admin.url(""), admin.user(), admin.password());
    }
}
