package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Brings a backup back: unpacked and loaded beside what is there, proved whole, and only then put in its place. A restore
 * that fails at any point leaves the state folder as it was.
 */
final class Restore {
    private final StateFolder state;
    private final StateFolder staging;
    private final AuditProof audit;
    private final Progress progress;

    Restore(StateFolder state, AuditProof audit, Progress progress) {
        this.state = state;
        this.staging = new StateFolder(state.root().resolve("restoring"));
        this.audit = audit;
        this.progress = progress;
    }

    /** @throws Trouble saying what is wrong with the backup or with the place it was to go to */
    void bringBack(BackupOptions options) {
        Path file = options.file();
        if (file == null) {
            throw new Trouble("Say which backup: deploy/restore FILE.");
        }
        if (!Files.isReadable(file)) {
            throw new Trouble(file + " cannot be read: name a file that deploy/backup wrote.");
        }
        state.open();
        state.alone(() -> progress.say("Another deploy/up or deploy/down is at work here; waiting for it."), () -> {
            requireFree(options.isForced());
            bringBack(file);
            return true;
        });
    }

    private void requireFree(boolean isForced) {
        if (RunRecord.read(state.run()).children().stream().anyMatch(Child::isAlive)) {
            throw new Trouble("Four Plus One runs on " + state.root() + ": stop it first with deploy/down.");
        }
        boolean isEmpty = !Files.exists(state.database().resolve("ready"))
                && !Files.exists(state.accounts())
                && isEmpty(state.secrets())
                && isEmpty(state.files());
        if (!isEmpty && !isForced) {
            throw new Trouble(state.root() + " holds the data of an earlier run: name an empty folder with --state, or"
                    + " replace it for good with --force.");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException missing) {
            return true;
        }
    }

    private void bringBack(Path file) {
        try {
            DatabaseServer.delete(staging.root());
            staging.open();
            Manifest manifest = unpack(file);
            progress.done("backup", "unpacked, every file as written");
            load(manifest);
            replace();
            progress.say(String.format(
                    java.util.Locale.ROOT,
                    "%s holds what was backed up: %d tables equal row by row, audit and ledger verified, after %.1f s."
                            + " deploy/up starts it.",
                    state.root(),
                    manifest.tables().size(),
                    progress.seconds()));
        } catch (ZipException e) {
            throw new Trouble(file + " is not a whole backup (" + e.getMessage() + "); nothing was changed.", e);
        } catch (IOException | SQLException e) {
            throw new Trouble("The backup could not be brought back (" + e + "); nothing was changed.", e);
        } finally {
            discard();
        }
    }

    private void discard() {
        try {
            DatabaseServer.delete(staging.root());
        } catch (IOException left) {
            progress.say(staging.root() + " could not be deleted: delete it by hand.");
        }
    }

    private Manifest unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry listed = zip.getEntry(Manifest.NAME);
            if (listed == null) {
                throw new Trouble(file + " is no backup: its list of contents is missing. Nothing was changed.");
            }
            Manifest manifest;
            try (Reader reader = new InputStreamReader(zip.getInputStream(listed), StandardCharsets.UTF_8)) {
                manifest = Manifest.read(reader);
            }
            for (Map.Entry<String, String> entry : manifest.entries().entrySet()) {
                unpack(zip, entry.getKey(), entry.getValue());
            }
            return manifest;
        }
    }

    private void unpack(ZipFile zip, String name, String sum) throws IOException {
        Path target = staging.root().resolve(name).normalize();
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || !target.startsWith(staging.root())) {
            throw new Trouble("The backup is damaged: " + name + " is missing in it. Nothing was changed.");
        }
        Files.createDirectories(target.resolveSibling(""));
        StateFolder.writePrivately(target, "");
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        if (!Sum.of(target).equals(sum)) {
            throw new Trouble("The backup is damaged: " + name + " is not what was written. Nothing was changed.");
        }
    }

    private void load(Manifest manifest) throws IOException, SQLException {
        Secrets secrets = new Secrets(staging.secrets());
        Path log = state.log("restore");
        try (OwnDatabase database = OwnDatabase.of(staging, RunRecord.read(staging.run()))) {
            Migrator migrator = new Migrator(database.admin(), secrets, staging.migrated(), false);
            Program.withSchema().forEach(program -> migrator.schema(program).create(database.admin()));
            Dump dump = new Dump(database, log);
            dump.load(staging.root().resolve(Backup.DATABASE));
            RestoredData restored = new RestoredData(database.admin());
            restored.grant(Files.readAllLines(staging.root().resolve(Backup.GRANTS)));
            progress.done("database", "loaded");
            requireEqual(manifest.tables(), dump.write(OutputStream.nullOutputStream()));
            restored.requireBalanced();
            restored.requireEvidence(staging.files());
            progress.done("database", "equal, ledger balanced");
            for (Program program : Program.services()) {
                audit.require(migrator.schema(program), program, staging, log);
            }
            progress.done("audit", "every chain whole");
        }
        Files.delete(staging.root().resolve(Backup.DATABASE));
        Files.delete(staging.root().resolve(Backup.GRANTS));
    }

    private static void requireEqual(SortedMap<String, String> before, SortedMap<String, String> after) {
        if (!before.equals(after)) {
            List<String> different = Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .distinct()
                    .filter(table -> !before.getOrDefault(table, "").equals(after.get(table)))
                    .toList();
            throw new Trouble("These tables came back otherwise than they were: " + String.join(", ", different)
                    + ". Nothing was changed.");
        }
    }

    /** From here on the earlier data is gone; each part is moved whole. */
    private void replace() throws IOException {
        for (String part :
                List.of("database", "files", "secrets", "audit", "accounts.json", "clock", "run.properties")) {
            Path old = state.root().resolve(part);
            DatabaseServer.delete(old);
            Path restored = staging.root().resolve(part);
            if (Files.exists(restored)) {
                Files.move(restored, old);
            }
        }
    }
}
