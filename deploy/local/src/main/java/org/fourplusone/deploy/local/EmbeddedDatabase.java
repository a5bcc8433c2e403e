package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB (or installed MySQL) server of our own: bound to loopback, with its own password from the first moment,
 * durable, utf8mb4, its data kept in {@code home/data}. How it is run and stopped as a process is the caller's affair.
 */
final class EmbeddedDatabase {
    static final String ADMIN = "root";
    /** Socket paths longer than this are refused by the operating system. */
    private static final int LONGEST_SOCKET_PATH = 100;

    private static final String ACCOUNT = "'" + ADMIN + "'@'127.0.0.1'";

    private final DatabaseServer server;
    private final Path home;
    private final String password;

    EmbeddedDatabase(DatabaseServer server, Path home, String password) {
        this.server = server;
        this.home = home.toAbsolutePath();
        this.password = password;
    }

    /** Creates the system tables and the one administrator on the first run; a half-made data folder is made anew. */
    void prepare(Path log) {
        try {
            Files.createDirectories(scratch());
            if (Files.exists(ready())) {
                return;
            }
            DatabaseServer.delete(data());
            Files.createDirectories(data());
            if (server.isMariaDb()) {
                createMariaDb(log);
            } else {
                createMySql(log);
            }
            Files.createFile(ready());
        } catch (IOException e) {
            throw new UncheckedIOException("The database's data folder could not be made", e);
        }
    }

    private void createMariaDb(Path log) throws IOException {
        Files.createDirectories(data().resolve("mysql"));
        List<String> command = command();
        command.add("--bootstrap");
        command.add("--enforce-storage-engine=");
        command.add("--net-buffer-length=16K");
        String script = "USE mysql;\n"
                + Files.readString(server.systemTables())
                + Files.readString(server.performanceTables())
                + "\nFLUSH PRIVILEGES;\n"
                + "CREATE USER " + ACCOUNT + " IDENTIFIED BY '" + password + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO " + ACCOUNT + " WITH GRANT OPTION;\n";
        run(command, script, log);
    }

    private void createMySql(Path log) throws IOException {
        Path init = Files.writeString(
                home.resolve("first-start.sql"),
                "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + password + "';\n"
                        + "CREATE USER " + ACCOUNT + " IDENTIFIED BY '" + password + "';\n"
                        + "GRANT ALL PRIVILEGES ON *.* TO " + ACCOUNT + " WITH GRANT OPTION;\n");
        try {
            List<String> command = command();
            command.add("--initialize-insecure");
            command.add("--init-file=" + init);
            run(command, "", log);
        } finally {
            Files.delete(init);
        }
    }

    private static void run(List<String> command, String input, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        throw new Trouble("The database server could not create its tables; " + log + " ends with: "
                + new LogFile(log).tellingLine());
    }

    /** The command line that serves {@link #prepare prepared} data on a loopback port. */
    List<String> command(int port) {
        List<String> command = command();
        Path socket = data().resolve("server.sock");
        if (socket.toString().length() > LONGEST_SOCKET_PATH) {
            socket = Path.of(System.getProperty("java.io.tmpdir"), "four-plus-one-" + port + ".sock");
        }
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + socket,
                "--pid-file=" + data().resolve("server.pid"),
                "--skip-name-resolve",
                "--local-infile=OFF",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=96M",
                "--innodb-print-all-deadlocks=ON",
                "--max-connections=300"));
        if (server.isMariaDb()) {
            // No TLS on loopback: making its key would cost seconds at every start.
            command.addAll(List.of("--skip-ssl", "--aria-pagecache-buffer-size=8M", "--key-buffer-size=1M"));
        } else {
            command.addAll(List.of("--mysqlx=OFF", "--disable-log-bin"));
        }
        return command;
    }

    /** A folder of its own for temporary tables: a server deletes whatever another one left in a shared one when it starts. */
    private Path scratch() {
        return home.resolve("scratch");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                server.program().toString(),
                "--no-defaults",
                "--basedir=" + server.base(),
                "--datadir=" + data(),
                "--tmpdir=" + scratch(),
                "--character-set-server=utf8mb4",
                "--collation-server=" + Schema.COLLATION,
                "--default-time-zone=+00:00",
                "--performance-schema=OFF",
                "--max-allowed-packet=64M"));
        if (server.isMariaDb()) {
            command.add("--lc-messages-dir=" + server.share());
            command.add("--innodb-log-file-size=48M");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** The server's address for {@link Schema}, with the administrator. */
    DatabaseAddress address(int port) {
        return new DatabaseAddress(
                "127.0.0.1:" + port,
                ADMIN,
                password,
                "sslMode=DISABLED" + (server.isMariaDb() ? "" : "&allowPublicKeyRetrieval=true"));
    }

    /**
     * Waits until the server takes our password.
     *
     * @throws Trouble when it dies or does not answer in time
     */
    static void awaitReady(DatabaseAddress address, ProcessHandle process, Path log, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection =
                    DriverManager.getConnection(address.url(""), address.user(), address.password())) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new Trouble(
                            "The database server stopped while starting; " + log + " ends with: "
                                    + new LogFile(log).tellingLine(),
                            notYet);
                }
                if (System.nanoTime() > deadline) {
                    throw new Trouble(
                            "The database server does not answer; " + log + " ends with: "
                                    + new LogFile(log).tellingLine(),
                            notYet);
                }
            }
            Pause.millis(60);
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path ready() {
        return home.resolve("ready");
    }
}
