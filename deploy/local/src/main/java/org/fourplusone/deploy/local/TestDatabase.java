package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A real, migrated schema for integration tests: on a server of this JVM's own under {@code target/}, or, with
 * {@code -Ddatabase=jdbc:mysql://user:password@host:port/}, on that server under a random name that is dropped at exit.
 */
public final class TestDatabase {
    private static final String RUN = "t" + Secret.password(5).toLowerCase(Locale.ROOT);
    private static final Map<String, TestDatabase> SCHEMAS = new ConcurrentHashMap<>();

    private final Schema schema;

    private TestDatabase(Schema schema) {
        this.schema = schema;
    }

    /** The schema of this name, created and migrated at the first call in this JVM and shared after that. */
    public static TestDatabase schema(String name) {
        return SCHEMAS.computeIfAbsent(name, TestDatabase::create);
    }

    /** A schema that nobody else in this JVM uses, for a test that counts rows or changes the tables. */
    public static TestDatabase fresh(String name) {
        return create(Secret.password(4).toLowerCase(Locale.ROOT) + name);
    }

    private static TestDatabase create(String name) {
        Schema schema = Schema.of(RUN + name, Server.ADDRESS, Secret.password(20), Secret.password(20));
        schema.create(Server.ADDRESS);
        if (Server.IS_FOREIGN) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> schema.drop(Server.ADDRESS)));
        }
        schema.migrate(Thread.currentThread().getContextClassLoader());
        return new TestDatabase(schema);
    }

    /**
     * Points a Spring context at the schema as its runtime user, and at a folder of its own for what belongs to the schema
     * but is kept outside of it: pass {@code registry::add}.
     */
    public void register(BiConsumer<String, Supplier<Object>> registry) {
        registry.accept("spring.datasource.url", this::url);
        registry.accept("spring.datasource.username", this::username);
        registry.accept("spring.datasource.password", this::password);
        registry.accept("suite.audit-dir", () -> Path.of("target", "test-audit", schema.name())
                .toAbsolutePath()
                .toString());
    }

    public String url() {
        return schema.url();
    }

    /** The runtime user, with just the rights the migrations grant. */
    public String username() {
        return schema.runtime().user();
    }

    public String password() {
        return schema.runtime().password();
    }

    /** The owner, who may do everything inside the schema: for a test that breaks data on purpose. */
    public String ownerUsername() {
        return schema.owner().user();
    }

    public String ownerPassword() {
        return schema.owner().password();
    }

    private static final class Server {
        static final boolean IS_FOREIGN = !System.getProperty("database", "").isBlank();
        static final DatabaseAddress ADDRESS =
                IS_FOREIGN ? DatabaseAddress.parse(System.getProperty("database")) : started();

        private static DatabaseAddress started() {
            Path home = Path.of(
                            "target", "test-database-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
            try {
                Files.createDirectories(home);
                Path log = home.resolveSibling(home.getFileName() + ".log");
                EmbeddedDatabase database = new EmbeddedDatabase(DatabaseServer.find(), home, Secret.password(20));
                database.prepare(log);
                int port = Ports.free();
                Process process = new ProcessBuilder(database.command(port))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, home)));
                DatabaseAddress address = database.address(port);
                EmbeddedDatabase.awaitReady(address, process.toHandle(), log, Duration.ofSeconds(90));
                return address;
            } catch (IOException e) {
                throw new UncheckedIOException("The test database could not be started", e);
            }
        }

        private static void stop(Process process, Path home) {
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
                DatabaseServer.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
