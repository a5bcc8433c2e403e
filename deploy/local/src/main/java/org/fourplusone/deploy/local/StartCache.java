package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How a program's JVM is started: small heap, serial collector, and a cache of its loaded and linked classes, made once
 * by a training run that ends when the application context is refreshed. The cache belongs to one JDK, one content of the
 * jar and one class path. A training that fails is not tried again, and the program starts without.
 */
final class StartCache {
    private final Application application;
    private final Path cache;

    StartCache(Application application) {
        this.application = application;
        String jdk = Runtime.version().toString().replaceAll("[^0-9A-Za-z.]", "-");
        String flags = Integer.toHexString(settings().hashCode());
        this.cache = application.folder().resolve("start-" + jdk + "-" + flags + (hasAotCache() ? ".aot" : ".jsa"));
    }

    private static boolean hasAotCache() {
        return Java.feature() >= Java.WITH_AOT_CACHE;
    }

    boolean isTrained() {
        return Files.exists(cache) || Files.exists(failed());
    }

    /**
     * Takes some seconds of one or two cores at the lowest priority.
     *
     * @param countsAsFailure whether a failure is the program's own, so that it is not tried again
     * @return whether there is a cache now
     */
    boolean train(Map<String, String> environment, Path log, BooleanSupplier countsAsFailure) {
        Path partial = cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid());
        List<String> arguments = new ArrayList<>(settings());
        arguments.add((hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + partial);
        arguments.add("-Dspring.context.exit=onRefresh");
        arguments.add("-jar");
        arguments.add(application.jar().toString());
        try {
            try {
                Java.runPolitely(arguments, environment, log);
                Files.move(partial, cache, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (Trouble | IOException e) {
                if (countsAsFailure.getAsBoolean()) {
                    Files.writeString(failed(), "See " + log + "\n" + e + "\n");
                }
                return false;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The start cache's folder cannot be written", e);
        }
    }

    /**
     * The command line after {@code java}.
     *
     * @param mark a system property that tells this suite's processes from another's
     */
    List<String> arguments(String mark) {
        List<String> arguments = new ArrayList<>(settings());
        if (Files.exists(cache)) {
            arguments.add((hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + cache);
        }
        arguments.add(mark);
        arguments.add("-jar");
        arguments.add(application.jar().toString());
        return arguments;
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "-Xmx" + application.program().heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dspring.output.ansi.enabled=never"));
        if (!application.program().computes()) {
            settings.add("-XX:TieredStopAtLevel=1");
        }
        if (hasAotCache()) {
            settings.add("-XX:+UseCompactObjectHeaders");
        }
        return settings;
    }

    private Path failed() {
        return cache.resolveSibling(cache.getFileName() + ".failed");
    }
}
