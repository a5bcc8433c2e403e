package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.ActivationCodes.Administrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ActivationCodesTests {
    private static final Instant END = Instant.parse("2026-11-23T02:00:00Z");
    private static final List<Administrator> BOTH = List.of(Administrator.values());

    @TempDir
    Path folder;

    private ActivationCodes codes() {
        return new ActivationCodes(folder.resolve("activation.properties"));
    }

    @Test
    void givesEachAdministratorACodeOf140BitsAndKeepsOnlyItsHash() throws IOException {
        Map<Administrator, String> given = codes().issue(BOTH, END);

        assertThat(given).containsOnlyKeys(Administrator.ADMIN, Administrator.SECURITY_ADMIN);
        assertThat(given.values())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-9]{4}-){6}[A-Z2-9]{4}"));
        String kept = Files.readString(codes().file());
        given.values().forEach(code -> {
            String plain = code.replace("-", "");
            assertThat(kept)
                    .contains(ActivationCodes.hash(plain))
                    .doesNotContain(code)
                    .doesNotContain(plain);
        });
    }

    @Test
    void hashesLikeTheGateway() {
        assertThat(ActivationCodes.hash("abc"))
                .as("FIPS 180-2, appendix B.1")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void rememberTheirEndAndLeaveTheOtherAloneWhenOneIsRenewed() throws IOException {
        Map<Administrator, String> first = codes().issue(BOTH, END);
        Map<Administrator, String> second = codes().issue(List.of(Administrator.ADMIN), END.plusSeconds(60));

        assertThat(codes().endOf(Administrator.ADMIN)).contains(END.plusSeconds(60));
        assertThat(codes().endOf(Administrator.SECURITY_ADMIN)).contains(END);
        String kept = Files.readString(codes().file());
        assertThat(kept)
                .contains(hash(second.get(Administrator.ADMIN)), hash(first.get(Administrator.SECURITY_ADMIN)))
                .doesNotContain(hash(first.get(Administrator.ADMIN)));
    }

    @Test
    void markAFolderThatWasBegunWithoutSampleData() {
        assertThat(codes().isBegun()).isFalse();
        codes().begin();
        assertThat(codes().isBegun()).isTrue();
        assertThat(codes().endOf(Administrator.ADMIN)).isEmpty();
        codes().issue(BOTH, END);
        codes().begin();
        assertThat(codes().endOf(Administrator.ADMIN)).as("a later start").contains(END);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letNobodyElseRead() throws IOException {
        codes().begin();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(codes().file())))
                .isEqualTo("rw-------");
    }

    private static String hash(String code) {
        return ActivationCodes.hash(code.replace("-", ""));
    }
}
