package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits of a sample account's second factor, as an authenticator app would show them: RFC 6238 with HMAC-SHA-1
 * and half-minute steps.
 */
public final class OneTimeCode {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LENGTH = 32;
    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private OneTimeCode() {}

    /** 160 random bits in base32. */
    static String freshSecret() {
        return Secret.of(BASE32, SECRET_LENGTH);
    }

    /** The step that an instant lies in: half minutes since 1970. */
    public static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The digits of a step, by RFC 4226's truncation. */
    public static String of(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long kept = 0;
        int bits = 0;
        for (char symbol : base32.toCharArray()) {
            kept = kept << 5 | BASE32.indexOf(symbol);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (kept >> bits));
            }
        }
        return bytes.array();
    }

    /** Prints the digits of {@code USERNAME [--state DIR]} as of now. */
    static void print(Path checkout, PrintStream out, List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        if (rest.isEmpty() || rest.get(0).startsWith("-")) {
            throw new Trouble("Say whose code: deploy/code approver.");
        }
        String username = rest.remove(0);
        Path accounts = new StateFolder(Options.parse(checkout, rest).state()).accounts();
        if (!Files.exists(accounts)) {
            throw new Trouble("There is no " + accounts + ": deploy/up makes it with the sample register.");
        }
        try {
            Matcher secret = Pattern.compile(
                            "\"username\": \"" + Pattern.quote(username) + "\"[^}]*?\"totpSecret\": \"([A-Z2-7]+)\"")
                    .matcher(Files.readString(accounts));
            if (!secret.find()) {
                throw new Trouble(accounts + " has no second factor of '" + username + "'.");
            }
            out.println(of(secret.group(1), stepAt(Instant.now())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
