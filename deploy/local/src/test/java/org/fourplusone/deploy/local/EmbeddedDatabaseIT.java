package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = Secret.password(20);

    @TempDir
    Path home;

    private final DatabaseServer server = DatabaseServer.find();
    private final int port = Ports.free();
    private final List<Child> started = new ArrayList<>();
    private DatabaseAddress admin = new DatabaseAddress("", "", "", "");

    @BeforeEach
    void start() {
        EmbeddedDatabase database = new EmbeddedDatabase(server, home, PASSWORD);
        Path log = home.resolve("log");
        database.prepare(log);
        Child child = Child.start("database", port, database.command(port), Map.of(), log);
        started.add(child);
        admin = database.address(port);
        EmbeddedDatabase.awaitReady(admin, child.handle().orElseThrow(), log, PATIENCE);
    }

    @AfterEach
    void stop() {
        started.forEach(child -> child.stop(PATIENCE));
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(admin.url(""), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
            return rows;
        }
    }

    @Test
    void refusesAWrongPasswordAndPeopleWithoutAName() {
        for (DatabaseAddress stranger :
                List.of(admin.as("root", "wrong"), admin.as("root", ""), admin.as("", ""), admin.as("anna", ""))) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(stranger.url(""), stranger.user(), stranger.password()))
                    .as("%s", stranger)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void knowsOneAdministratorAndNoTestSchema() throws SQLException {
        assertThat(ask("SELECT User FROM mysql.user WHERE User NOT IN ('mariadb.sys', 'mysql.sys', 'mysql.session',"
                        + " 'mysql.infoschema') AND Host <> 'localhost'"))
                .containsExactly("root");
        assertThat(ask("SHOW DATABASES")).doesNotContain("test");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 1000))
                        .as("%s", other)
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(Ports.isGreetedAt(port)).isTrue();
    }

    @Test
    void isDurableAndSpeaksUtf8() throws SQLException {
        assertThat(ask("SELECT @@innodb_flush_log_at_trx_commit")).containsExactly("1");
        assertThat(ask("SELECT @@innodb_doublewrite")).isSubsetOf("1", "ON");
        assertThat(ask("SELECT @@character_set_server")).containsExactly("utf8mb4");
        assertThat(ask("SELECT @@local_infile")).containsExactly("0");
    }

    @Test
    void keepsDataOverACrashAndAStop() throws SQLException {
        ask("CREATE DATABASE kept");
        ask("CREATE TABLE kept.line (text VARCHAR(20))");
        ask("INSERT INTO kept.line VALUES ('钢管 🏭')");
        started.get(0).kill();
        start();
        assertThat(ask("SELECT text FROM kept.line")).containsExactly("钢管 🏭");
        started.get(1).stop(PATIENCE);
        start();
        assertThat(ask("SELECT text FROM kept.line")).containsExactly("钢管 🏭");
    }

    @Test
    void makesAHalfMadeDataFolderAnew() throws IOException, SQLException {
        started.get(0).kill();
        Files.delete(home.resolve("ready"));
        Files.writeString(home.resolve("data").resolve("ibdata1"), "cut short");

        start();

        assertThat(ask("SELECT 1")).containsExactly("1");
    }
}
