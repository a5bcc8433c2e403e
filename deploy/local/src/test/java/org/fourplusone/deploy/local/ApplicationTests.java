package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTests {
    @TempDir
    Path folder;

    private Path jar(String name, String migration, String other) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("db/migration/V1__a.sql"));
            jar.write(migration.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("application.yml"));
            jar.write(other.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void isNamedByItsContentAlone() throws IOException {
        assertThat(Application.contentOf(jar("a.jar", "x", "y"), ""))
                .isEqualTo(Application.contentOf(jar("b.jar", "x", "y"), ""))
                .isNotEqualTo(Application.contentOf(jar("c.jar", "x", "z"), ""));
    }

    @Test
    void seesWhetherMigrationsChanged() throws IOException {
        assertThat(Application.contentOf(jar("a.jar", "x", "y"), "db/"))
                .isEqualTo(Application.contentOf(jar("b.jar", "x", "z"), "db/"))
                .isNotEqualTo(Application.contentOf(jar("c.jar", "w", "y"), "db/"));
    }

    @Test
    void saysHowAMissingJarIsMade() {
        assertThatThrownBy(() -> Application.of(Program.FUND, folder, folder, folder.resolve("log")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("fund-service-0.1.0-SNAPSHOT.jar");
    }
}
