package org.fourplusone.fund.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts account numbers for storage with AES-256-GCM. The key lives outside the database ({@code suite.secret-key});
 * each text is bound to the row that holds it, so that it cannot be moved to another row.
 */
final class AccountVault {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param base64Key 32 bytes in Base64
     * @throws IllegalArgumentException when it is anything else
     */
    AccountVault(String base64Key) {
        byte[] bytes = decode(base64Key.strip());
        if (bytes.length != 32) {
            throw new IllegalArgumentException("suite.secret-key has to be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** @param row what the text belongs to; needed again to read it */
    byte[] lock(String number, String row) {
        return seal(number.getBytes(StandardCharsets.US_ASCII), row);
    }

    /** @throws IllegalStateException when the bytes were changed, belong to another row or were locked by another key */
    String open(byte[] stored, String row) {
        return new String(unseal(stored, row), StandardCharsets.US_ASCII);
    }

    /** A whole file that holds account numbers, encrypted for one row. */
    byte[] seal(byte[] plain, String row) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(plain);
            byte[] stored = new byte[1 + NONCE + secret.length];
            stored[0] = FORMAT;
            System.arraycopy(nonce, 0, stored, 1, NONCE);
            System.arraycopy(secret, 0, stored, 1 + NONCE, secret.length);
            return stored;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the bytes were changed, belong to another row or were locked by another key */
    byte[] unseal(byte[] stored, String row) {
        try {
            if (stored.length <= 1 + NONCE || stored[0] != FORMAT) {
                throw new IllegalStateException("not a locked account number");
            }
            byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, row).doFinal(stored, 1 + NONCE, stored.length - 1 - NONCE);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a locked account number cannot be opened", tampered);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
