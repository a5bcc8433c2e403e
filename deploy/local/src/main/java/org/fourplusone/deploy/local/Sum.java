package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. */
final class Sum extends OutputStream {
    private final MessageDigest digest;

    Sum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(byte[] bytes) {
        digest.update(bytes);
    }

    @Override
    public void write(int value) {
        digest.update((byte) value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** Lower-case hex; begins anew after that. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(Path file) throws IOException {
        Sum sum = new Sum();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(sum);
        }
        return sum.hex();
    }
}
