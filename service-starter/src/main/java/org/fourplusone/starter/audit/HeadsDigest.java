package org.fourplusone.starter.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a day's heads, taken line by line. */
final class HeadsDigest {

    /** The heads of a day in the order of their cases. */
    interface Heads {
        void each(Taker taker) throws IOException;
    }

    /** Takes one head. */
    interface Taker {
        void take(Line head) throws IOException;
    }

    private final MessageDigest digest = AuditChain.sha256();
    private long count;

    void add(Line head) {
        digest.update((head + "\n").getBytes(StandardCharsets.UTF_8));
        count++;
    }

    long count() {
        return count;
    }

    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
