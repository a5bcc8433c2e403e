package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Java that runs this launcher, and that it runs the suite with. */
final class Java {
    /** From here on a start cache holds linked classes and profiles, before it parsed classes only. */
    static final int WITH_AOT_CACHE = 25;

    private static final int PATIENCE_MINUTES = 10;

    private static final Path NICE = Path.of("/usr/bin/nice");

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

    /** The same, told something by its environment that others must not see. */
    static void run(List<String> arguments, Map<String, String> environment, Path log) {
        runCommand(command(arguments), environment, log);
    }

    /** The same at the lowest priority, where the system has priorities. */
    static void runPolitely(List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(command(arguments));
        runCommand(command, environment, log);
    }

    private static void runCommand(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(program() + " could not be run", e);
        }
        Thread whenInterrupted = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        }
        throw new Trouble("A step of the start failed; " + log + " ends with: " + new LogFile(log).tellingLine());
    }
}
