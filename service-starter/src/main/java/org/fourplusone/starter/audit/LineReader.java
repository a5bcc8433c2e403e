package org.fourplusone.starter.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines as bytes, with their line ends, so that they can be summed as they stand. */
final class LineReader {

    private final InputStream in;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line with its end; empty when there is none. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    static String text(byte[] line) {
        boolean hasEnd = line[line.length - 1] == '\n';
        return new String(line, 0, hasEnd ? line.length - 1 : line.length, StandardCharsets.UTF_8);
    }
}
