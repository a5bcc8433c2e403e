package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything a local run keeps, readable by its user alone: data, logs, secrets, accounts, process ids. */
record StateFolder(Path root) {
    private static final long NEEDED_BYTES = 1L << 30;

    /** Makes the folder, checks the disk. */
    StateFolder open() {
        try {
            for (Path folder : new Path[] {root, secrets(), logs(), database(), files(), audit()}) {
                Files.createDirectories(folder);
                restrict(folder, "rwx------");
            }
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Trouble("Only " + (free >> 20) + " MB are free on the disk that holds " + root
                        + ": free at least 1 GB, or name a folder on another disk with --state.");
            }
            return this;
        } catch (IOException e) {
            throw new Trouble(root + " cannot be written (" + e + "): name another folder with --state.", e);
        }
    }

    /** Runs {@code work} while other launchers of this folder wait; {@code whenSecond} runs when another is first. */
    <T> T alone(Runnable whenSecond, Supplier<T> work) {
        try (FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                whenSecond.run();
                lock = channel.lock();
            }
            T result = work.get();
            lock.release();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder cannot be locked", e);
        }
    }

    /** Forgets everything but the logs of this moment's launcher. */
    void erase() {
        try (Stream<Path> inside = Files.list(root)) {
            for (Path path : (Iterable<Path>) inside::iterator) {
                if (!path.endsWith("lock")) {
                    DatabaseServer.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The earlier data could not be deleted", e);
        }
    }

    /** Writes a file for its user's eyes alone, whole or not at all. */
    static void writePrivately(Path file, String text) {
        try {
            Path partial = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(partial);
            Files.createFile(partial);
            restrict(partial, "rw-------");
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path database() {
        return root.resolve("database");
    }

    /** Uploaded evidence. */
    Path files() {
        return root.resolve("files");
    }

    /** The services' signed daily audit roots. */
    Path audit() {
        return root.resolve("audit");
    }

    Path auditKey(Program program) {
        return secrets().resolve("audit-key-" + program.id() + ".pem");
    }

    Path accounts() {
        return root.resolve("accounts.json");
    }

    /** The services' own clients at the gateway's token endpoint. */
    Path serviceClients() {
        return secrets().resolve("service-clients.json");
    }

    ActivationCodes activationCodes() {
        return new ActivationCodes(secrets().resolve("activation.properties"));
    }

    Path clock() {
        return root.resolve("clock");
    }

    Path run() {
        return root.resolve("run.properties");
    }

    /** Which migrations the embedded database has seen. */
    Path migrated() {
        return database().resolve("migrated");
    }
}
