package org.fourplusone.starter.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes a whole audit export straight from a database, without the service: {@code ExportAudit SERVICE ROOTFOLDER KEYFILE
 * FILE}, the database by the environment ({@code SUITE_DATABASE}, {@code SUITE_DATABASE_USER},
 * {@code SUITE_DATABASE_PASSWORD}). A missing key is made for this export alone.
 */
public final class ExportAudit {

    private ExportAudit() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path keyFile = Path.of(arguments[2]);
        boolean isMissing = !Files.exists(keyFile);
        SigningKey key = SigningKey.in(keyFile);
        if (isMissing) {
            Files.delete(keyFile);
        }
        AuditExport export =
                new AuditExport(arguments[0], key.open(), Instant.now().truncatedTo(ChronoUnit.SECONDS), null, null);
        try (Connection connection = DriverManager.getConnection(
                        asked("SUITE_DATABASE"), asked("SUITE_DATABASE_USER"), asked("SUITE_DATABASE_PASSWORD"));
                OutputStream out = Files.newOutputStream(Path.of(arguments[3]))) {
            export.write(connection, new RootFolder(Path.of(arguments[1])), key, out);
        }
    }

    private static String asked(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
