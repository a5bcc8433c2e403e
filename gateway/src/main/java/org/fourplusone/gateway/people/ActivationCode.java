package org.fourplusone.gateway.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.fourplusone.gateway.token.Secrets;

/**
 * A one-time code: 28 symbols of 32 (140 bits) in groups of four, typed without regard to case, spaces and hyphens. It is
 * shown once and kept as a hash.
 */
final class ActivationCode {

    static final Duration LIFE = Duration.ofHours(24);

    /** Letters and digits that nobody confuses; the launcher makes the first administrators' codes from the same. */
    private static final String SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 28;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ActivationCode() {}

    static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return code.toString();
    }

    /** The hash to keep of a code as it was shown or typed. */
    static String hash(String code) {
        return Secrets.quick(plain(code));
    }

    static String plain(String typed) {
        return typed.replaceAll("[\\s\\u3000-]", "").toUpperCase(Locale.ROOT);
    }
}
