package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTimeCodeTests {
    /** RFC 6238, appendix B: "12345678901234567890" in base32; its eight digits end in these six. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void computesTheCodesOfTheStandard() {
        assertThat(at(59)).isEqualTo("287082");
        assertThat(at(1_111_111_109)).isEqualTo("081804");
        assertThat(at(1_111_111_111)).isEqualTo("050471");
        assertThat(at(1_234_567_890)).isEqualTo("005924");
        assertThat(at(2_000_000_000)).isEqualTo("279037");
        assertThat(at(20_000_000_000L)).isEqualTo("353130");
    }

    private static String at(long seconds) {
        return OneTimeCode.of(RFC_SECRET, OneTimeCode.stepAt(Instant.ofEpochSecond(seconds)));
    }

    @Test
    void printsTheCodeOfASampleAccountAndOfNobodyElse(@TempDir Path state) throws Exception {
        Files.writeString(state.resolve("accounts.json"), Accounts.json());

        assertThat(said(state, "code", "approver2", "--state", state.toString()))
                .matches("[0-9]{6}\\R");
        assertThat(said(state, "code", "analyst", "--state", state.toString()))
                .contains("no second factor of 'analyst'");
        assertThat(said(state, "code")).contains("deploy/code approver");
        assertThat(said(state, "code", "approver")).contains("deploy/up makes it");
    }

    private static String said(Path checkout, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Main.run(checkout, new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
        return said.toString(StandardCharsets.UTF_8);
    }
}
