package org.fourplusone.deploy.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts all that a state folder keeps into one zip file: the database as SQL in one consistent snapshot, the evidence files,
 * the audit roots, the accounts and the secrets, with the SHA-256 of each. The suite may run meanwhile.
 */
final class Backup {
    static final String DATABASE = "database.sql";
    static final String GRANTS = "grants.sql";
    /** What is copied as files; evidence apart, since the database names it. */
    static final List<String> KEPT = List.of("secrets", "audit", "accounts.json", "clock");

    private final StateFolder state;
    private final Progress progress;

    Backup(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /** @throws Trouble saying why nothing was written */
    void make(BackupOptions options) {
        Path file = options.file() == null
                ? Path.of("four-plus-one-"
                                + Instant.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()
                                        .replace(":", "") + ".backup.zip")
                        .toAbsolutePath()
                : options.file();
        if (Files.exists(file) && !options.isForced()) {
            throw new Trouble(file + " exists: name another file, or replace it with --force.");
        }
        RunRecord run = RunRecord.read(state.run());
        if (run.option("database").isPresent()) {
            throw new Trouble(
                    "This suite uses a database server of its own: back that one up with its own tools (mysqldump"
                            + " --single-transaction), and " + state.root() + " with it.");
        }
        if (!Files.exists(state.database().resolve("ready"))) {
            throw new Trouble(state.root() + " holds no data of an embedded database: there is nothing to back up.");
        }
        state.alone(() -> progress.say("Another deploy/up or deploy/down is at work here; waiting for it."), () -> {
            write(file, run);
            return true;
        });
    }

    private void write(Path file, RunRecord run) {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try (OwnDatabase database = OwnDatabase.of(state, run)) {
            StateFolder.writePrivately(partial, "");
            int tables;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(partial))) {
                tables = write(zip, database);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            progress.say(String.format(
                    Locale.ROOT,
                    "%s holds %d tables, %d MB, after %.1f s. It also holds the secrets that open it: keep it like them.",
                    file,
                    tables,
                    Files.size(file) >> 20,
                    progress.seconds()));
        } catch (IOException | SQLException e) {
            throw new Trouble("The backup could not be written to " + file + " (" + e + ").", e);
        } finally {
            partial.toFile().delete();
        }
    }

    private int write(ZipOutputStream zip, OwnDatabase database) throws IOException, SQLException {
        Manifest manifest = new Manifest();
        // A file that is replaced meanwhile is copied before the dump, one that comes meanwhile after it.
        Set<String> copied = new HashSet<>();
        copy(zip, manifest, "files", copied);
        add(zip, manifest, DATABASE, out -> new Dump(database, state.log("backup"))
                .write(out)
                .forEach(manifest::table));
        progress.done("database", "dumped");
        byte[] grants = grants(database.admin()).getBytes(StandardCharsets.UTF_8);
        add(zip, manifest, GRANTS, out -> out.write(grants));
        copy(zip, manifest, "files", copied);
        for (String name : KEPT) {
            copy(zip, manifest, name, copied);
        }
        progress.done("files", "copied");
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return manifest.tables().size();
    }

    /** Writes an entry's bytes. */
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static void add(ZipOutputStream zip, Manifest manifest, String name, Body body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Sum sum = new Sum();
        body.write(new FilterOutputStream(zip) {
            @Override
            public void write(int value) throws IOException {
                sum.write(value);
                zip.write(value);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                sum.write(bytes, from, length);
                zip.write(bytes, from, length);
            }
        });
        zip.closeEntry();
        manifest.entry(name, sum.hex());
    }

    private void copy(ZipOutputStream zip, Manifest manifest, String name, Set<String> copied) throws IOException {
        Path start = state.root().resolve(name);
        if (!Files.exists(start)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> paths = Files.walk(start)) {
            found = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path path : found) {
            String entry = state.root().relativize(path).toString().replace('\\', '/');
            if (!entry.endsWith(".part") && !entry.endsWith("/lock") && copied.add(entry)) {
                try {
                    byte[] all = Files.readAllBytes(path);
                    add(zip, manifest, entry, out -> out.write(all));
                } catch (NoSuchFileException replaced) {
                    copied.remove(entry);
                }
            }
        }
    }

    /** What the runtime users may do, table by table: dumps hold no grants. */
    private static String grants(DatabaseAddress admin) throws SQLException {
        List<String> grants = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(admin.url(""), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            for (Program program : Program.withSchema()) {
                try (ResultSet row = statement.executeQuery("SHOW GRANTS FOR '" + program.schema() + "_app'@'%'")) {
                    while (row.next()) {
                        if (row.getString(1).contains(" ON `" + program.schema() + "`.")) {
                            grants.add(row.getString(1));
                        }
                    }
                }
            }
        }
        return String.join(";\n", grants) + ";\n";
    }
}
