package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * What the database itself refuses, whatever program asks: plain statements as the service's own database user, without
 * the service.
 */
class LedgerGuardIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh("guard");

    /** Command denied to the user, for a table or a column. */
    private static final Set<Integer> NO_RIGHT = Set.of(1142, 1143, 1044, 1227);

    /** A CHECK of MariaDB, of MySQL. */
    private static final Set<Integer> CHECKED = Set.of(4025, 3819);

    private static final Set<Integer> TWICE = Set.of(1062);

    private static final List<String> HISTORY = List.of(
            "UPDATE posting SET reference = 'x' WHERE reference = 'guard'",
            "UPDATE posting SET budget_year = 2027 WHERE reference = 'guard'",
            "DELETE FROM posting WHERE reference = 'nobody-has-entries'",
            "UPDATE entry SET amount = amount * 2 WHERE line = 'OTHER'",
            "DELETE FROM entry WHERE line = 'OTHER'",
            "DELETE FROM line_balance WHERE line = 'OTHER'",
            "DELETE FROM filing_balance WHERE filing_id = 'GUARD'",
            "DELETE FROM budget_revision WHERE id = 'GUARD'");

    private static final List<String> SCHEMA = List.of(
            "TRUNCATE TABLE entry",
            "DROP TABLE entry",
            "ALTER TABLE line_balance DROP CONSTRAINT line_available",
            "CREATE TABLE mine (id INT PRIMARY KEY)");

    private static final List<String> MONEY = List.of(
            "UPDATE line_balance SET available = available - 101, reserved = reserved + 101 WHERE line = 'OTHER'",
            "UPDATE line_balance SET available = available + 1 WHERE line = 'OTHER'",
            "UPDATE line_balance SET reserved = reserved - 1 WHERE line = 'OTHER'",
            "UPDATE line_balance SET budget = budget + 200, carried_in = carried_in - 200 WHERE line = 'OTHER'",
            "UPDATE line_balance SET closed_on = '2026-12-31' WHERE line = 'OTHER'",
            "UPDATE line_balance SET recovered = recovered + 1, treasury = treasury - 1 WHERE line = 'OTHER'",
            "UPDATE filing_balance SET reserved = -1 WHERE filing_id = 'GUARD'",
            "UPDATE filing_balance SET recovered = 1, treasury = -1 WHERE filing_id = 'GUARD'",
            "INSERT INTO line_balance (line, position, budget_year, source, document, available) VALUES ('OTHER', 5, 2030,"
                    + " '-', '-', 5)",
            "INSERT INTO entry (posting_id, position, line, account, amount) SELECT id, 9, line, 'PAID', 0 FROM posting"
                    + " WHERE reference = 'guard'",
            "UPDATE budget_revision SET state = 'CONFIRMED', decided_by = 'ann', decided_at = NOW(6) WHERE id = 'GUARD'",
            "UPDATE budget_revision SET amount = 0 WHERE id = 'GUARD'");

    private static final List<String> AGAIN = List.of(
            "INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference) VALUES (NOW(6),"
                    + " CURRENT_DATE, 'OTHER', 2026, '-', '-', 'GUARD', 'guard')",
            "INSERT INTO line_balance (line, position, budget_year, source, document) VALUES ('OTHER', 5, 2026, '-', '-')");

    @Test
    void theDatabaseRefusesWhatAWrongProgramTries() throws SQLException {
        try (Connection service = connect(DATABASE.username(), DATABASE.password());
                Statement begin = service.createStatement()) {
            begin.executeUpdate("UPDATE line_balance SET budget = -100, available = 100 WHERE line = 'OTHER'");
            begin.executeUpdate(
                    "INSERT INTO filing_balance (filing_id, budget_year, line) VALUES ('GUARD', 2026, 'OTHER')");
            begin.executeUpdate(AGAIN.get(0));
            begin.executeUpdate("INSERT INTO entry (posting_id, position, line, account, amount) SELECT id, 1, 'OTHER',"
                    + " 'BUDGET', -100 FROM posting WHERE reference = 'guard'");
            begin.executeUpdate("INSERT INTO entry (posting_id, position, line, account, amount) SELECT id, 2, 'OTHER',"
                    + " 'AVAILABLE', 100 FROM posting WHERE reference = 'guard'");
            begin.executeUpdate("INSERT INTO budget_revision (id, budget_year, kind, line, amount, source, document,"
                    + " dated_on, reason, state, proposed_by, proposed_at) VALUES ('GUARD', 2026, 'ADD', 'OTHER', 1, '-', '-',"
                    + " CURRENT_DATE, '-', 'PROPOSED', 'ann', NOW(6))");
            List<String> before = content(service);
            refused(service, HISTORY, NO_RIGHT);
            refused(service, SCHEMA, NO_RIGHT);
            refused(service, MONEY, CHECKED);
            refused(service, AGAIN, TWICE);
            assertThat(content(service)).isEqualTo(before);
        }
    }

    /** Negative control: the same statements on the history do run for the owner, so it is the right that is missing. */
    @Test
    void theOwnerCouldDoIt() throws SQLException {
        try (Connection owner = connect(DATABASE.ownerUsername(), DATABASE.ownerPassword());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String each : HISTORY) {
                statement.executeUpdate(each);
            }
            owner.rollback();
        }
    }

    private static void refused(Connection service, List<String> statements, Set<Integer> codes) throws SQLException {
        for (String each : statements) {
            try (Statement statement = service.createStatement()) {
                SQLException refusal = catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(each));
                assertThat((Throwable) refusal).as(each).isNotNull();
                assertThat(codes).as(each + ": " + refusal.getMessage()).contains(refusal.getErrorCode());
            }
        }
    }

    private static List<String> content(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> sums = new java.util.ArrayList<>();
            for (String table : List.of("posting", "entry", "line_balance", "filing_balance", "budget_revision")) {
                try (var rows = statement.executeQuery("CHECKSUM TABLE " + table)) {
                    rows.next();
                    sums.add(table + " " + rows.getString(2));
                }
            }
            return sums;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(DATABASE.url(), user, password);
    }
}
