package org.fourplusone.fund.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts account numbers for storage with AES-256-GCM. The keys live outside the database ({@code suite.secret-key}, with
 * commas between): the first one locks, each opens what it locked. Each text is bound to the row that holds it, so that it
 * cannot be moved to another row.
 *
 * <p>Stored is {@code 2}, four bytes that name the key, the nonce and what it locks; a {@code 1} of older rows names no key.
 */
final class AccountVault {

    private static final byte NAMELESS = 1;
    private static final byte NAMED = 2;
    private static final int NAME = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** @param name the first bytes of its digest */
    private record Key(byte[] name, SecretKeySpec secret) {
        static Key of(String base64) {
            byte[] bytes = decode(base64.strip());
            if (bytes.length != 32) {
                throw new IllegalArgumentException(
                        "suite.secret-key has to be 32 bytes in Base64, or several such keys with commas between");
            }
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(Arrays.copyOf(digest, NAME), new SecretKeySpec(bytes, "AES"));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static byte[] decode(String text) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                return new byte[0];
            }
        }
    }

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param base64Keys 32 bytes each in Base64, commas between; the first one locks
     * @throws IllegalArgumentException when they are anything else
     */
    AccountVault(String base64Keys) {
        this.keys = Arrays.stream(base64Keys.split(",", -1)).map(Key::of).toList();
    }

    /** Whether there are keys of which only the first should be in use. */
    boolean hasOldKeys() {
        return keys.size() > 1;
    }

    /** What everything begins with that the first key locked. */
    byte[] mark() {
        byte[] mark = new byte[1 + NAME];
        mark[0] = NAMED;
        System.arraycopy(keys.get(0).name(), 0, mark, 1, NAME);
        return mark;
    }

    /** @param row what the text belongs to; needed again to read it */
    byte[] lock(String number, String row) {
        return seal(number.getBytes(StandardCharsets.US_ASCII), row);
    }

    /** @throws IllegalStateException when the bytes were changed, belong to another row or were locked by an unknown key */
    String open(byte[] stored, String row) {
        return new String(unseal(stored, row), StandardCharsets.US_ASCII);
    }

    /** A whole file that holds account numbers, encrypted for one row. */
    byte[] seal(byte[] plain, String row) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, row).doFinal(plain);
            byte[] stored = Arrays.copyOf(mark(), 1 + NAME + NONCE + secret.length);
            System.arraycopy(nonce, 0, stored, 1 + NAME, NONCE);
            System.arraycopy(secret, 0, stored, 1 + NAME + NONCE, secret.length);
            return stored;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the bytes were changed, belong to another row or were locked by an unknown key */
    byte[] unseal(byte[] stored, String row) {
        int head = stored.length > 0 && stored[0] == NAMED ? 1 + NAME : 1;
        if (stored.length <= head + NONCE || stored[0] != NAMED && stored[0] != NAMELESS) {
            throw new IllegalStateException("not a locked account number");
        }
        for (Key key : keys) {
            if (stored[0] == NAMED && !Arrays.equals(stored, 1, head, key.name(), 0, NAME)) {
                continue;
            }
            try {
                byte[] nonce = Arrays.copyOfRange(stored, head, head + NONCE);
                return cipher(Cipher.DECRYPT_MODE, key, nonce, row)
                        .doFinal(stored, head + NONCE, stored.length - head - NONCE);
            } catch (AEADBadTagException another) {
                // a row without a name says only so that another key locked it
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        throw new IllegalStateException("a locked account number cannot be opened");
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
