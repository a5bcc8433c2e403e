package org.fourplusone.fund.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Where evidence files lie. Names are random, so that none can be guessed or overwritten. */
interface FileStore {
    /** What was stored. {@code head} are the first bytes, for telling the kind. */
    record Stored(String name, long size, String sha256, byte[] head) {}

    /**
     * Stores a stream to its end.
     *
     * @throws FileTooLarge when it holds more than {@code most} bytes; nothing is kept then
     */
    Stored store(InputStream content, long most) throws IOException;

    InputStream open(String name) throws IOException;

    void remove(String name);

    /** The stream was longer than allowed. */
    final class FileTooLarge extends IOException {}
}
