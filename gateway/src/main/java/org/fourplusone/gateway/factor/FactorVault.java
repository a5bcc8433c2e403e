package org.fourplusone.gateway.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Locks secrets for storage: AES-256-GCM with a key outside the database. Each is bound to its username, so that nobody
 * who can write to the database gives one person another's factor.
 */
@Component
class FactorVault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    FactorVault(FactorSettings settings) {
        this.key = new SecretKeySpec(key(settings.factorKey()), "AES");
    }

    private static byte[] key(@Nullable String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64 == null ? "" : base64.strip());
            if (key.length == KEY) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new IllegalStateException("suite.factor-key has to be 32 bytes in Base64");
    }

    /** The nonce and what it locks. */
    byte[] lock(TotpSecret secret, String username) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] text = secret.text().getBytes(StandardCharsets.US_ASCII);
            byte[] stored = new byte[NONCE + text.length + TAG_BITS / Byte.SIZE];
            System.arraycopy(nonce, 0, stored, 0, NONCE);
            cipher(Cipher.ENCRYPT_MODE, nonce, username).doFinal(text, 0, text.length, stored, NONCE);
            return stored;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the bytes were changed, are another person's or were locked by another key */
    TotpSecret open(byte[] stored, String username) {
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, stored, username).doFinal(stored, NONCE, stored.length - NONCE);
            return new TotpSecret(new String(text, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new IllegalStateException("the second factor of " + username + " cannot be opened", tampered);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String username) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(username.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
