package org.fourplusone.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTests {

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceAndReadsItAgain() {
        Path file = folder.resolve("secrets").resolve("key.json");

        ECKey made = TokenKey.in(file);

        assertThat(made.getCurve()).isEqualTo(Curve.P_256);
        assertThat(TokenKey.in(file)).isEqualTo(made);
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws Exception {
        Path file = folder.resolve("key.json");
        TokenKey.in(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> TokenKey.in(file)).hasMessageContaining("may be read by others");
    }

    @Test
    void refusesWhatIsNotAPrivateP256Key() throws Exception {
        Path file = folder.resolve("key.json");
        for (String text : List.of(
                "not a key",
                new ECKeyGenerator(Curve.P_384).generate().toJSONString(),
                new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString())) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            assertThatThrownBy(() -> TokenKey.in(file)).isInstanceOf(IllegalStateException.class);
        }
    }
}
