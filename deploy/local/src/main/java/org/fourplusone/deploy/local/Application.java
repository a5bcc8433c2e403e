package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * A program's jar laid out for starting fast: its own classes in one jar, its libraries beside it. The folder is named by
 * the jar's content, so an unchanged build is laid out once and keeps its start cache.
 */
record Application(Program program, Path folder) {
    /** This one and the one before it, which may still run. */
    private static final int KEPT_VERSIONS = 2;

    /**
     * @param folders where all programs are laid out
     * @throws Trouble when the jar is missing or broken
     */
    static Application of(Program program, Path checkout, Path folders, Path log) {
        Path jar = program.jar(checkout);
        if (!Files.exists(jar)) {
            throw new Trouble(jar + " is missing: run 'mvn -Dquick package', or deploy/up without --no-build.");
        }
        try {
            Path folder = folders.resolve(program.id()).resolve(contentOf(jar, ""));
            if (!Files.isDirectory(folder)) {
                layOut(jar, folder, log);
            }
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            deleteOldOnes(folder.resolveSibling(""));
            return new Application(program, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " could not be laid out", e);
        }
    }

    private static void layOut(Path jar, Path folder, Path log) throws IOException {
        Path partial =
                folder.resolveSibling("partial-" + ProcessHandle.current().pid());
        DatabaseServer.delete(partial);
        Files.createDirectories(partial.resolveSibling(""));
        Java.run(
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", partial.toString()),
                log);
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteOldOnes(Path versions) throws IOException {
        List<Path> newestFirst = new ArrayList<>();
        try (Stream<Path> folders = Files.list(versions)) {
            folders.forEach(newestFirst::add);
        }
        newestFirst.sort(Comparator.<Path>comparingLong(path -> path.toFile().lastModified())
                .reversed());
        for (Path old : newestFirst.subList(Math.min(KEPT_VERSIONS, newestFirst.size()), newestFirst.size())) {
            DatabaseServer.delete(old);
        }
    }

    /** The jar to run: its manifest names its libraries. */
    Path jar() {
        return folder.resolve(program.jar(Path.of("")).getFileName());
    }

    /** The jars that may hold migrations: the program's own and the service starter's. */
    List<Path> jarsWithMigrations() {
        List<Path> jars = new ArrayList<>(List.of(jar()));
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            libraries
                    .filter(path -> path.getFileName().toString().startsWith("service-starter"))
                    .forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }

    /** What the jar holds under {@code prefix}, as a number: equal content, equal number. Reads only the jar's directory. */
    static String contentOf(Path jar, String prefix) throws IOException {
        CRC32 names = new CRC32();
        long sums = 0;
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().<ZipEntry>map(e -> e)::iterator) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    names.update((entry.getName() + ":" + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
                    sums = sums * 31 + entry.getCrc() + entry.getSize();
                }
            }
        }
        return Long.toHexString(names.getValue()) + Long.toHexString(sums);
    }
}
