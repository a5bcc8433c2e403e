package org.fourplusone.starter.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.starter.audit.HeadsDigest.Heads;

/**
 * Where a service's roots are kept outside the database: {@code roots.ndjson}, one root a line, and beside it one file of
 * heads for each day. Lines are only ever added.
 */
final class RootFolder {

    private final Path folder;

    RootFolder(Path folder) {
        this.folder = folder;
    }

    Path roots() {
        return folder.resolve("roots.ndjson");
    }

    Path heads(LocalDate day) {
        return folder.resolve("heads").resolve(day + ".ndjson");
    }

    /** All roots in order; none before the first is kept. */
    List<AuditRoot> all() throws IOException {
        if (!Files.exists(roots())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(roots())) {
            return lines.map(Line::read).map(AuditRoot::of).toList();
        }
    }

    Optional<AuditRoot> last() throws IOException {
        List<AuditRoot> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Something done with the folder. */
    interface Work {
        void run() throws IOException;
    }

    /** Runs {@code work} unless another program is at it in this moment; a line that a crash cut short is taken away first. */
    void alone(Work work) throws IOException {
        Files.createDirectories(folder.resolve("heads"));
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                dropTornLine();
                work.run();
            }
        } catch (OverlappingFileLockException another) {
            // a second service of this process
        }
    }

    private void dropTornLine() throws IOException {
        if (!Files.exists(roots())) {
            return;
        }
        byte[] all = Files.readAllBytes(roots());
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        if (end < all.length) {
            try (RandomAccessFile file = new RandomAccessFile(roots().toFile(), "rw")) {
                file.setLength(end);
            }
        }
    }

    /**
     * Keeps a root with its heads; the root's line is written last and forced to the disk.
     *
     * @return false, and nothing kept, when the heads are not those that were signed
     */
    boolean keep(AuditRoot root, Heads heads) throws IOException {
        Path part = heads(root.day()).resolveSibling(root.day() + ".part");
        HeadsDigest digest = new HeadsDigest();
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            heads.each(line -> {
                digest.add(line);
                out.write(line + "\n");
            });
        }
        if (!digest.end().equals(root.heads())) {
            Files.delete(part);
            return false;
        }
        Files.move(part, heads(root.day()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel file = FileChannel.open(
                roots(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap((root.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
        return true;
    }
}
