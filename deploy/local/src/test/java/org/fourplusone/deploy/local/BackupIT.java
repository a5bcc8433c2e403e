package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small suite's data, backed up once while its database runs, and brought back elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {
    private static final String SECRET = "a\\0b'c\"d\n申报 🏭";

    @TempDir
    static Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said), Instant.now());
    private final List<String> proved = new ArrayList<>();
    private StateFolder state;
    private Path file;

    @BeforeAll
    void backUpWhileTheDatabaseRuns() throws Exception {
        state = new StateFolder(folder.resolve("state")).open();
        StateFolder.writePrivately(state.accounts(), "{}");
        Files.createDirectories(state.files().resolve("ab"));
        Files.writeString(state.files().resolve("ab/abcd"), "scan");
        Secrets secrets = new Secrets(state.secrets());
        try (OwnDatabase database = OwnDatabase.of(state, RunRecord.read(state.run()))) {
            RunRecord.read(state.run()).put(database.child());
            Migrator migrator = new Migrator(database.admin(), secrets, state.migrated(), false);
            for (Program program : Program.withSchema()) {
                Schema schema = migrator.schema(program);
                schema.create(database.admin());
                schema.migrate(BackupIT.class.getClassLoader());
            }
            fill(
                    migrator.schema(Program.FUND).runtime(),
                    "INSERT INTO fund.journal (text) VALUES ('"
                            + SECRET.replace("'", "''").replace("\\", "\\\\") + "')");
            fill(
                    migrator.schema(Program.FUND).owner(),
                    "CREATE TABLE fund.evidence (stored_as VARCHAR(60), sha256 CHAR(64))",
                    "INSERT INTO fund.evidence VALUES ('abcd', SHA2('scan', 256))",
                    "CREATE TABLE fund.entry (posting_id BIGINT, position INT, amount BIGINT, PRIMARY KEY (posting_id, position))",
                    "INSERT INTO fund.entry VALUES (1, 1, 5), (1, 2, -5)");
            file = backup("a.zip");
            assertThat(database.child().isAlive())
                    .as("it was running and still is")
                    .isTrue();
            assertThatThrownBy(() -> restore(file, "state", true))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("deploy/down");
        }
    }

    @AfterAll
    void stop() {
        RunRecord.read(state.run()).find(Start.DATABASE).ifPresent(Child::kill);
    }

    private static void fill(DatabaseAddress who, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(who.url(""), who.user(), who.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Path backup(String name) {
        Path file = folder.resolve(name);
        new Backup(state, progress).make(new BackupOptions(file, state.root(), false));
        return file;
    }

    private StateFolder restore(Path file, String name, boolean isForced) {
        StateFolder target = new StateFolder(folder.resolve(name));
        new Restore(target, (schema, program, staging, log) -> proved.add(program.id()), progress)
                .bringBack(new BackupOptions(file, target.root(), isForced));
        return target;
    }

    @Test
    void bringsBackEveryRowFileAndRight() throws Exception {
        StateFolder earlier = new StateFolder(folder.resolve("elsewhere")).open();
        Files.writeString(earlier.files().resolve("old"), "of an earlier run");
        assertThatThrownBy(() -> restore(file, "elsewhere", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--force");
        assertThat(earlier.files().resolve("old")).exists();

        StateFolder restored = restore(file, "elsewhere", true);
        assertThat(earlier.files().resolve("old")).doesNotExist();

        assertThat(proved).containsExactly("industry-service", "policy-service", "fund-service");
        assertThat(said.toString()).contains("equal row by row", "secrets that open it");
        assertThat(Files.readString(restored.files().resolve("ab/abcd"))).isEqualTo("scan");
        assertThat(restored.accounts()).exists();
        assertThat(restored.root().resolve("restoring")).doesNotExist();
        Secrets secrets = new Secrets(restored.secrets());
        try (OwnDatabase database = OwnDatabase.of(restored, RunRecord.read(restored.run()))) {
            Schema fund = new Migrator(database.admin(), secrets, restored.migrated(), false).schema(Program.FUND);
            try (Connection connection = DriverManager.getConnection(
                            fund.url(), fund.runtime().user(), fund.runtime().password());
                    Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery("SELECT text FROM journal")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo(SECRET);
                }
                assertThatThrownBy(() -> statement.execute("UPDATE journal SET text = 'x'"))
                        .as("the runtime user's narrow rights came back too")
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("denied");
            }
        }
    }

    @Test
    void refusesToOverwriteAndSaysWhatIsWrong() throws Exception {
        assertThatThrownBy(() -> backup("a.zip")).isInstanceOf(Trouble.class).hasMessageContaining("exists");
        assertThatThrownBy(() -> restore(file, "state", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--force");
        assertThatThrownBy(() -> restore(folder.resolve("none"), "x", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be read");
        Path text = Files.writeString(folder.resolve("text"), "no zip");
        assertThatThrownBy(() -> restore(text, "x", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("not a whole backup");
        assertThatThrownBy(() -> new Backup(new StateFolder(folder.resolve("y")), progress)
                        .make(new BackupOptions(null, folder.resolve("y"), false)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nothing to back up");
    }

    @Test
    void findsADamagedFileAChangedRowAndAMissingDocument() throws Exception {
        assertThatThrownBy(() -> restore(changed(file, "files/ab/abcd", "scam", false), "x", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("files/ab/abcd is not what was written");
        assertThatThrownBy(() -> restore(changed(file, "files/ab/abcd", "scam", true), "x", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("The document abcd");
        String sql = read(file, "database.sql");
        assertThatThrownBy(() -> restore(changed(file, "database.sql", sql.replace("申报", "申诉"), true), "x", false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("fund.journal");
        assertThat(folder.resolve("x/database/ready"))
                .as("nothing was put in place")
                .doesNotExist();
    }

    private static String read(Path zip, String entry) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            return Files.readString(inside.getPath(entry));
        }
    }

    /** A copy with another entry; the list of contents told so or not. */
    private Path changed(Path zip, String entry, String text, boolean isListed) throws IOException {
        Path copy = Files.copy(
                zip,
                Files.createTempFile(folder, "changed", ".zip"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
            Path target = inside.getPath(entry);
            String before = sum(Files.readAllBytes(target));
            Files.writeString(target, text);
            if (isListed) {
                Path list = inside.getPath(Manifest.NAME);
                Files.writeString(list, Files.readString(list).replace(before, sum(Files.readAllBytes(target))));
            }
        }
        return copy;
    }

    private static String sum(byte[] bytes) {
        Sum sum = new Sum();
        sum.add(bytes);
        return sum.hex();
    }
}
