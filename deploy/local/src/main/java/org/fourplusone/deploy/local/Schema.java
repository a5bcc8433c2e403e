package org.fourplusone.deploy.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * One service's schema with its two accounts: the owner, who migrates, and the runtime user, who may do only what the
 * migrations grant table by table.
 *
 * @param name the schema; letters and digits only, since an underscore is a wildcard in a GRANT
 */
record Schema(String name, DatabaseAddress owner, DatabaseAddress runtime) {
    /** Known to MariaDB and MySQL alike; codes and keys are compared byte by byte by their own columns. */
    static final String COLLATION = "utf8mb4_unicode_520_ci";

    /** What Flyway says of each step interests nobody at a keyboard; its failures come as exceptions. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private static final List<String> LOCATIONS = List.of("classpath:db/starter", "classpath:db/migration");

    Schema {
        if (!name.matches("[A-Za-z][A-Za-z0-9]{0,23}")) {
            throw new IllegalArgumentException("A schema is named by letters and digits: " + name);
        }
    }

    static Schema of(String name, DatabaseAddress server, String ownerPassword, String runtimePassword) {
        return new Schema(name, server.as(name + "_owner", ownerPassword), server.as(name + "_app", runtimePassword));
    }

    String url() {
        return runtime.url(name);
    }

    /** Creates the schema and both accounts, or gives existing accounts these passwords. */
    void create(DatabaseAddress admin) {
        execute(
                admin,
                "CREATE DATABASE IF NOT EXISTS `" + name + "` CHARACTER SET utf8mb4 COLLATE " + COLLATION,
                "CREATE USER IF NOT EXISTS " + account(owner) + " IDENTIFIED BY '" + owner.password() + "'",
                "ALTER USER " + account(owner) + " IDENTIFIED BY '" + owner.password() + "'",
                "GRANT ALL PRIVILEGES ON `" + name + "`.* TO " + account(owner) + " WITH GRANT OPTION",
                "CREATE USER IF NOT EXISTS " + account(runtime) + " IDENTIFIED BY '" + runtime.password() + "'",
                "ALTER USER " + account(runtime) + " IDENTIFIED BY '" + runtime.password() + "'");
    }

    void drop(DatabaseAddress admin) {
        execute(
                admin,
                "DROP DATABASE IF EXISTS `" + name + "`",
                "DROP USER IF EXISTS " + account(owner),
                "DROP USER IF EXISTS " + account(runtime));
    }

    /** Brings the schema up to what {@code loader} holds; returns how many migrations ran. */
    int migrate(ClassLoader loader) {
        FLYWAY_LOG.setLevel(Level.SEVERE);
        return Flyway.configure(loader)
                .dataSource(owner.url(name), owner.user(), owner.password())
                .locations(LOCATIONS.toArray(String[]::new))
                .placeholders(Map.of("runtime", account(runtime)))
                .outOfOrder(true)
                .cleanDisabled(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static String account(DatabaseAddress who) {
        return "'" + who.user() + "'@'%'";
    }

    private static void execute(DatabaseAddress admin, String... statements) {
        try (Connection connection = DriverManager.getConnection(admin.url(""), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "The database server at " + admin + " refused to prepare the schemas: " + e.getMessage(), e);
        }
    }
}
