package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What runs, written down after every start and stop so that the next launcher knows: {@code run.properties}. */
final class RunRecord {
    private final Path file;
    private final Properties properties = new Properties();

    private RunRecord(Path file) {
        this.file = file;
    }

    static RunRecord read(Path file) {
        RunRecord run = new RunRecord(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                run.properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return run;
    }

    boolean isEmpty() {
        return children().isEmpty();
    }

    synchronized Collection<Child> children() {
        Map<String, Child> children = new LinkedHashMap<>();
        find("database").ifPresent(child -> children.put(child.name(), child));
        for (Program program : Program.values()) {
            find(program.id()).ifPresent(child -> children.put(child.name(), child));
        }
        return children.values();
    }

    synchronized Optional<Child> find(String name) {
        String pid = properties.getProperty(name + ".pid");
        if (pid == null) {
            return Optional.empty();
        }
        return Optional.of(new Child(
                name,
                Long.parseLong(pid),
                Instant.parse(properties.getProperty(name + ".started")),
                Integer.parseInt(properties.getProperty(name + ".port"))));
    }

    synchronized void put(Child child) {
        properties.setProperty(child.name() + ".pid", Long.toString(child.pid()));
        properties.setProperty(child.name() + ".started", child.startedAt().toString());
        properties.setProperty(child.name() + ".port", Integer.toString(child.port()));
        write();
    }

    /** How the suite was started: a later launcher mends it in the same way. */
    synchronized Optional<String> option(String name) {
        return Optional.ofNullable(properties.getProperty("option." + name));
    }

    synchronized void option(String name, String value) {
        properties.setProperty("option." + name, value);
        write();
    }

    synchronized void clear() {
        properties.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    private void write() {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "What deploy/up started; deploy/down stops it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StateFolder.writePrivately(file, text.toString());
    }
}
