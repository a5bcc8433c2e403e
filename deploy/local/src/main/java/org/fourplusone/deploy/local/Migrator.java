package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the services' schemas before the services start, with what lies under {@code db/} in their jars. For our own
 * database it remembers what was done, so that a start with nothing new costs nothing; a foreign one is always asked.
 */
record Migrator(DatabaseAddress admin, Secrets secrets, Path done, boolean isEmbedded) {

    Schema schema(Program program) {
        String name = program.schema();
        return Schema.of(
                name,
                admin,
                secrets.password("database-" + name + "-owner"),
                secrets.password("database-" + name + "-app"));
    }

    /** All schemas side by side. */
    void migrate(List<Application> applications) {
        String now = state(applications);
        if (isEmbedded && now.equals(lastState())) {
            return;
        }
        SideBySide.run(applications.stream().map(this::migration).toList());
        if (isEmbedded) {
            StateFolder.writePrivately(done, now);
        }
    }

    private Runnable migration(Application application) {
        return () -> {
            Schema schema = schema(application.program());
            schema.create(admin);
            try (URLClassLoader loader = new URLClassLoader(
                    application.jarsWithMigrations().stream().map(Migrator::url).toArray(URL[]::new),
                    Migrator.class.getClassLoader())) {
                schema.migrate(loader);
            } catch (FlywayException e) {
                throw new Trouble(
                        "The schema " + schema.name() + " could not be migrated ("
                                + said(e) + "): its data stays as it was; with sample data only,"
                                + " deploy/up --fresh starts over.",
                        e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String said(FlywayException trouble) {
        return String.valueOf(trouble.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(4)
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String state(List<Application> applications) {
        List<String> lines = new ArrayList<>();
        for (Application application : applications) {
            for (Path jar : application.jarsWithMigrations()) {
                try {
                    lines.add(application.program().schema() + " " + Application.contentOf(jar, "db/"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return String.join("\n", lines);
    }

    private String lastState() {
        try {
            return Files.exists(done) ? Files.readString(done) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
