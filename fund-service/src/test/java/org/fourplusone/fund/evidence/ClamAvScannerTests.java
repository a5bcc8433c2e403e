package org.fourplusone.fund.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fourplusone.fund.Clamd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scanner against a daemon on a real socket. */
class ClamAvScannerTests {
    private final Clamd clamd = new Clamd();
    private final ClamAvScanner scanner =
            new ClamAvScanner("127.0.0.1", clamd.port(), Duration.ofSeconds(2), Duration.ofMillis(300));

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void aCleanFilePassesWholeHoweverLongItIs() throws IOException {
        assertThat(scanner.find(content("%PDF-1.4 clean"))).isEmpty();
        assertThat(scanner.find(content(""))).isEmpty();
        assertThat(scanner.find(new ByteArrayInputStream(new byte[300_000]))).isEmpty();
        assertThat(clamd.scanned()).isEqualTo(300_000);
    }

    @Test
    void theTestVirusIsFoundByItsName() throws IOException {
        assertThat(scanner.find(content("%PDF-1.4 " + Clamd.EICAR))).contains("Eicar-Test-Signature");
    }

    @Test
    void noVerdictIsNeverClean() {
        for (Clamd.Mood mood : new Clamd.Mood[] {Clamd.Mood.DROPS, Clamd.Mood.SILENT, Clamd.Mood.REFUSES}) {
            clamd.is(mood);
            assertThatThrownBy(() -> scanner.find(content("%PDF-1.4 clean")))
                    .as(mood.name())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyThereIsNoVerdict() throws IOException {
        clamd.close();
        assertThatThrownBy(() -> scanner.find(content("x"))).isInstanceOf(IOException.class);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
