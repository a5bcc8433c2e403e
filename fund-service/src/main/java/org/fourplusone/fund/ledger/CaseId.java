package org.fourplusone.fund.ledger;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Opaque ids of 26 characters (Crockford base 32): 48 bits of time, then 80 random bits, so that new rows land at the end
 * of an index and nobody guesses a neighbour's id.
 */
public final class CaseId {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseId() {}

    public static String next(Clock clock) {
        char[] id = new char[26];
        long time = clock.millis();
        for (int i = 9; i >= 0; i--) {
            id[i] = DIGITS[(int) (time & 31)];
            time >>>= 5;
        }
        for (int i = 10; i < 26; i++) {
            id[i] = DIGITS[RANDOM.nextInt(32)];
        }
        return new String(id);
    }
}
