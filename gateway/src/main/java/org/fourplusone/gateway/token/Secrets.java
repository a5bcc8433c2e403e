package org.fourplusone.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.fourplusone.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes of passwords and client secrets. What a person remembers is hashed with Argon2id (19 MiB, 2 passes, 1 lane:
 * OWASP's password storage sheet), at most two at a time so that a storm of sign-ins cannot take the memory or all cores;
 * a random secret of a program with SHA-256, since there is nothing to guess.
 */
@Component
public class Secrets implements PasswordEncoder {

    private static final String ARGON2 = "{argon2id}";
    private static final String SHA256 = "{sha256}";
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A slow hash, for anything a person may have chosen; waits for its turn as long as it takes. */
    @Override
    public String encode(@Nullable CharSequence secret) {
        turns.acquireUninterruptibly();
        try {
            return ARGON2 + argon2.encode(secret);
        } finally {
            turns.release();
        }
    }

    /** The quick hash of a random secret. */
    public static String quick(String secret) {
        return SHA256 + HexFormat.of().formatHex(digest(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null) {
            return false;
        }
        if (hash.startsWith(SHA256)) {
            return MessageDigest.isEqual(
                    quick(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                    hash.getBytes(StandardCharsets.US_ASCII));
        }
        return hash.startsWith(ARGON2) && inTurn(() -> argon2.matches(secret, hash.substring(ARGON2.length())));
    }

    private boolean inTurn(BooleanSupplier work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY").retryAfter(LONGEST_WAIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY").retryAfter(LONGEST_WAIT);
        }
        try {
            return work.getAsBoolean();
        } finally {
            turns.release();
        }
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
