package org.fourplusone.fund.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileKindTests {
    @Test
    void tellsAFileByItsBytes() {
        assertThat(of("%PDF-1.7\n")).contains(FileKind.PDF);
        assertThat(of("\u0089PNG\r\n\u001a\n")).contains(FileKind.PNG);
        assertThat(of("\u00ff\u00d8\u00ff\u00e0")).contains(FileKind.JPEG);
        assertThat(of("PK\u0003\u0004............OFD.xml")).contains(FileKind.OFD);
    }

    @Test
    void refusesEverythingElse() {
        assertThat(of("")).isEmpty();
        assertThat(of("%PD")).isEmpty();
        assertThat(of("MZ....")).isEmpty();
        assertThat(of("PK\u0003\u0004........word/document.xml")).isEmpty();
        assertThat(of("<html>%PDF-")).isEmpty();
    }

    private static java.util.Optional<FileKind> of(String bytes) {
        byte[] head = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return FileKind.of(head, head.length);
    }
}
