package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that we started and may stop. Its start instant is kept beside its id, so that another program that got the
 * same id later is never taken for it.
 */
record Child(String name, long pid, Instant startedAt, int port) {
    /** Operating systems report a start time to a hundredth of a second or a whole one. */
    private static final Duration CLOCK_GRAIN = Duration.ofMillis(1500);

    /** Starts a process that outlives this one and its terminal; both its outputs are appended to {@code log}. */
    static Child start(String name, int port, List<String> command, Map<String, String> environment, Path log) {
        List<String> detached = new ArrayList<>(detacher());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            ProcessHandle handle = builder.start().toHandle();
            return new Child(name, handle.pid(), handle.info().startInstant().orElse(Instant.now()), port);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** A session of its own where the system has one; a closed terminal then concerns nobody. */
    private static List<String> detacher() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static Path nothing() {
        Path unix = Path.of("/dev/null");
        return Files.exists(unix) ? unix : Path.of("NUL");
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs)
                .filter(this::isRunning);
    }

    /** A dead process that nobody has collected yet still has an id, on Linux with state Z. */
    private boolean isRunning(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return handle.isAlive();
        }
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(instant -> Duration.between(startedAt, instant).abs().compareTo(CLOCK_GRAIN) < 0)
                .orElse(true);
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks the process to end, insists when {@code patience} is over, and returns when it is gone. */
    void stop(Duration patience) {
        handle().ifPresent(process -> {
            process.destroy();
            if (!ended(patience)) {
                process.destroyForcibly();
                ended(Duration.ofSeconds(10));
            }
        });
    }

    void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            ended(Duration.ofSeconds(10));
        });
    }

    private boolean ended(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(30);
        }
        return true;
    }
}
