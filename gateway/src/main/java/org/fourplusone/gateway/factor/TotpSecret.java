package org.fourplusone.gateway.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * What a person's authenticator app and the gateway share: RFC 6238 with HMAC-SHA-1, six digits and half-minute steps,
 * as every such app reads it.
 *
 * @param text 32 symbols of base32 (160 bits, RFC 4226's recommendation) or more
 */
record TotpSecret(String text) {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final int BYTES = 20;
    private static final Pattern BASE32 = Pattern.compile("([A-Z2-7]{8}){4,8}");
    private static final String ISSUER = "Four Plus One";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when the text is not 32 to 64 symbols of base32 */
    TotpSecret {
        if (!BASE32.matcher(text).matches()) {
            throw new IllegalArgumentException("a TOTP secret has 32 to 64 symbols of base32, in eights");
        }
    }

    static TotpSecret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(Base32.toBase32String(bytes));
    }

    static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
    }

    /** The six digits of a step. */
    String code(long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.decode(text), "HmacSHA1"),
                            Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The step that the digits belong to: this one, or one before or after it for a clock that is not quite right (RFC
     * 6238, 5.2); empty when they belong to none.
     */
    OptionalLong stepOf(String digits, Instant now) {
        long current = stepAt(now);
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(
                    code(step).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** For reading and typing, in groups of four. */
    String inGroups() {
        return text.replaceAll("(?<=\\G.{4})(?!$)", " ");
    }

    /** The address that authenticator apps take over, as a link or from a QR code. */
    String address(String username) {
        String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + issuer + ":" + username + "?secret=" + text + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=" + STEP.toSeconds();
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
