package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    @Test
    void keepsWhatItMade(@TempDir Path folder) {
        String first = new Secrets(folder).password("eureka");

        assertThat(new Secrets(folder).password("eureka")).isEqualTo(first).hasSize(24);
        assertThat(new Secrets(folder).password("other")).isNotEqualTo(first);
    }

    @Test
    void makesKeysOf32Bytes(@TempDir Path folder) {
        assertThat(Base64.getDecoder().decode(new Secrets(folder).key("bank-accounts")))
                .hasSize(32);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseRead(@TempDir Path folder) throws IOException {
        StateFolder state = new StateFolder(folder.resolve("state")).open();
        new Secrets(state.secrets()).password("eureka");

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.secrets().resolve("eureka"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secrets())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.root())))
                .isEqualTo("rwx------");
    }
}
