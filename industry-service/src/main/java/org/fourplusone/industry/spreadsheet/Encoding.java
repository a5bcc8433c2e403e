package org.fourplusone.industry.spreadsheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file is written: as its byte-order mark says, otherwise UTF-8, otherwise GB18030 (which older Chinese
 * spreadsheet programs write); every byte must fit.
 *
 * @param mark length of the byte-order mark
 * @param lines about how many lines there are
 */
record Encoding(Charset charset, int mark, int lines) {

    static final Encoding NONE = new Encoding(StandardCharsets.UTF_8, 0, 0);

    private static final Charset GB18030 = Charset.forName("GB18030");

    static Encoding of(Path file) throws FileRefused, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xFE && (head[1] & 0xff) == 0xFF) {
            return whole(file, StandardCharsets.UTF_16BE, 2);
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xFF && (head[1] & 0xff) == 0xFE) {
            return whole(file, StandardCharsets.UTF_16LE, 2);
        }
        if (head.length == 3 && (head[0] & 0xff) == 0xEF && (head[1] & 0xff) == 0xBB && (head[2] & 0xff) == 0xBF) {
            return whole(file, StandardCharsets.UTF_8, 3);
        }
        try {
            return read(file, StandardCharsets.UTF_8, 0);
        } catch (CharacterCodingException notUtf8) {
            return whole(file, GB18030, 0);
        }
    }

    private static Encoding whole(Path file, Charset charset, int mark) throws FileRefused, IOException {
        try {
            return read(file, charset, mark);
        } catch (CharacterCodingException e) {
            throw new FileRefused("FILE_ENCODING");
        }
    }

    private static Encoding read(Path file, Charset charset, int mark) throws FileRefused, IOException {
        int lines = 1;
        char[] buffer = new char[1 << 14];
        try (Reader in = reader(file, charset, mark)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == 0) {
                        throw new FileRefused("FILE_NUL");
                    }
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Encoding(charset, mark, lines);
    }

    Reader reader(Path file) throws IOException {
        return reader(file, charset, mark);
    }

    private static Reader reader(Path file, Charset charset, int mark) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 15);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
