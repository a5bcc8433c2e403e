package org.fourplusone.deploy.local;

import java.security.SecureRandom;

/** Random secrets. Nothing secret in the suite has a default value. */
final class Secret {
    /** Letters and digits that nobody confuses when reading them aloud. */
    private static final String SYMBOLS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A password of {@code length} letters and digits; 20 of them carry about 116 bits. */
    static String password(int length) {
        return of(SYMBOLS, length);
    }

    /** {@code length} of these symbols. */
    static String of(String symbols, int length) {
        StringBuilder secret = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            secret.append(symbols.charAt(RANDOM.nextInt(symbols.length())));
        }
        return secret.toString();
    }

    /** {@code length} random bytes. */
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
