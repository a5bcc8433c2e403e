package org.fourplusone.gateway.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Locks secrets for storage: AES-256-GCM with a key outside the database. Each is bound to its username, so that nobody
 * who can write to the database gives one person another's factor. Of several keys the first one locks and all open.
 */
@Component
class FactorVault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    FactorVault(FactorSettings settings) {
        String given = settings.factorKey() == null ? "" : settings.factorKey();
        this.keys = Arrays.stream(given.split(",", -1))
                .map(key -> new SecretKeySpec(key(key), "AES"))
                .toList();
    }

    /** Whether there are keys of which only the first should be in use. */
    boolean hasOldKeys() {
        return keys.size() > 1;
    }

    private static byte[] key(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new IllegalStateException(
                "suite.factor-key has to be 32 bytes in Base64, or several such keys with commas between");
    }

    /** The nonce and what it locks. */
    byte[] lock(TotpSecret secret, String username) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] text = secret.text().getBytes(StandardCharsets.US_ASCII);
            byte[] stored = new byte[NONCE + text.length + TAG_BITS / Byte.SIZE];
            System.arraycopy(nonce, 0, stored, 0, NONCE);
            cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, username).doFinal(text, 0, text.length, stored, NONCE);
            return stored;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when the bytes were changed, are another person's or were locked by an unknown key */
    TotpSecret open(byte[] stored, String username) {
        return keys.stream()
                .flatMap(key -> open(key, stored, username).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the second factor of " + username + " cannot be opened"));
    }

    /** Whether the first key locked it. */
    boolean isOfFirstKey(byte[] stored, String username) {
        return open(keys.get(0), stored, username).isPresent();
    }

    private static Optional<TotpSecret> open(SecretKeySpec key, byte[] stored, String username) {
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, key, stored, username).doFinal(stored, NONCE, stored.length - NONCE);
            return Optional.of(new TotpSecret(new String(text, StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String username)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(username.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
