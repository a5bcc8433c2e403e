package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {
    @TempDir
    Path folder;

    private String tellingLine(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("fund-service.log"), text)).tellingLine();
    }

    @Test
    void prefersTheFrameworksOwnDescription() throws IOException {
        assertThat(tellingLine(
                        "x ERROR y\n\nDescription:\n\nWeb server failed to start. Port 1 was in use.\n\nAction:\n"))
                .isEqualTo("Web server failed to start. Port 1 was in use.");
    }

    @Test
    void looksIntoTheFailureAndNotAtWhatFollowsIt() throws IOException {
        assertThat(tellingLine("2026-11-21T23:47:52Z ERROR Application run failed\nIllegal: no such role\n\tat a\n"
                        + "2026-11-21T23:47:53Z WARN unregister\nCaused by: closed\n"))
                .isEqualTo("Illegal: no such role");
    }

    @Test
    void findsTheLastCause() throws IOException {
        assertThat(tellingLine("Exception: a\nCaused by: b\n\tat c\nCaused by: d\n\tat e\n"))
                .isEqualTo("Caused by: d");
    }

    @Test
    void saysThatTheDiskIsFullWhateverFollows() throws IOException {
        assertThat(tellingLine(
                        "[ERROR] Error writing file './ddl_recovery.log' (Errcode: 28 \"No space left on device\")\n"
                                + "[ERROR] Aborting\n[ERROR] Error on close of '(null)'\n"))
                .contains("the disk is full");
    }

    @Test
    void elseTakesTheLastLine() throws IOException {
        assertThat(tellingLine("started\nKilled\n\n")).isEqualTo("Killed");
        assertThat(tellingLine("")).isEmpty();
        assertThat(new LogFile(folder.resolve("missing.log")).tellingLine()).isEmpty();
    }

    @Test
    void keepsTheStartBefore() throws IOException {
        tellingLine("first start");
        new LogFile(folder.resolve("fund-service.log")).turn();

        assertThat(folder.resolve("fund-service.log")).isEmptyFile();
        assertThat(folder.resolve("fund-service.previous.log")).hasContent("first start");
    }
}
