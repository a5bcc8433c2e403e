package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Generated on first use, kept one to a file, never printed. */
record Secrets(Path folder) {
    private static final int PASSWORD_LENGTH = 24;
    private static final int KEY_LENGTH = 32;

    String password(String name) {
        return kept(name, Secret.password(PASSWORD_LENGTH));
    }

    /** 32 random bytes in base64. */
    String key(String name) {
        return kept(name, Base64.getEncoder().encodeToString(Secret.bytes(KEY_LENGTH)));
    }

    private synchronized String kept(String name, String fresh) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                StateFolder.writePrivately(file, fresh);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", e);
        }
    }
}
