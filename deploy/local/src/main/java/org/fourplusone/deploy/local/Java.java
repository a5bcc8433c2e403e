package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Java that runs this launcher, and that it runs the suite with. */
final class Java {
    /** From here on a start cache holds linked classes and profiles, before it parsed classes only. */
    static final int WITH_AOT_CACHE = 25;

    private static final int PATIENCE_MINUTES = 5;

    private Java() {}

    static int feature() {
        return Runtime.version().feature();
    }

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(arguments);
        return command;
    }

    /** Runs to its end; {@code log} gets what it says. */
    static void run(List<String> arguments, Path log) {
        run(arguments, Map.of(), log);
    }

    static void run(List<String> arguments, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(program() + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Trouble("A step of the start failed; " + log + " says why.");
    }
}
