package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MigratedSchemaIT {
    @Test
    void registersTheRuntimeUserOfAMigratedSchema() {
        Map<String, Supplier<Object>> properties = new HashMap<>();
        TestDatabase.schema("notes").register(properties::put);

        assertThat(properties)
                .containsOnlyKeys(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "suite.audit-dir");
    }

    @Test
    void isTheSameSchemaForTheWholeJvmAndAnotherWhenFresh() {
        assertThat(TestDatabase.schema("notes").url())
                .isEqualTo(TestDatabase.schema("notes").url())
                .isNotEqualTo(TestDatabase.fresh("notes").url());
    }

    @Test
    void runtimeUserMayDoJustWhatIsGranted() throws SQLException {
        TestDatabase database = TestDatabase.schema("notes");
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO journal (text) VALUES ('申报 🏭')");
            assertThatThrownBy(() -> statement.execute("UPDATE journal SET text = 'x'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.execute("DROP TABLE note"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
            try (ResultSet row = statement.executeQuery("SELECT text FROM journal")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("申报 🏭");
            }
        }
    }

    @Test
    void countsOnlyRowsThatChanged() throws SQLException {
        TestDatabase database = TestDatabase.schema("notes");
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO note (text) VALUES ('a')");
            assertThat(statement.executeUpdate("UPDATE note SET text = 'a'")).isZero();
            assertThat(statement.executeUpdate("UPDATE note SET text = 'b'")).isPositive();
        }
    }
}
