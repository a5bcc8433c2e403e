package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The one-time codes of the first administrators of a suite without sample accounts. The file keeps hashes and ends, the
 * codes themselves are told once; the gateway reads the file for each attempt. The file also marks a state folder that
 * was begun without sample data.
 */
record ActivationCodes(Path file) {
    static final Duration LIFE = Duration.ofHours(24);

    /** Letters and digits that nobody confuses: 32, so that 28 of them carry 140 bits. */
    private static final String SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 28;
    private static final int GROUP = 4;

    /** Who waits for a code, in the order in which they are told. */
    enum Administrator {
        ADMIN("system administrator"),
        SECURITY_ADMIN("security administrator");

        private final String title;

        Administrator(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A state folder that was begun with {@code --no-sample}. */
    boolean isBegun() {
        return Files.exists(file);
    }

    void begin() {
        if (!isBegun()) {
            write(new Properties());
        }
    }

    /** When the code that is out for this administrator ends; empty when none was ever given. */
    Optional<Instant> endOf(Administrator administrator) {
        return Optional.ofNullable(read().getProperty(administrator + ".expires"))
                .map(Instant::parse);
    }

    /** New codes, good until {@code end}; those of before are void from this moment. */
    Map<Administrator, String> issue(Iterable<Administrator> administrators, Instant end) {
        Map<Administrator, String> codes = new EnumMap<>(Administrator.class);
        Properties kept = read();
        for (Administrator administrator : administrators) {
            String code = Secret.of(SYMBOLS, LENGTH);
            codes.put(administrator, grouped(code));
            kept.setProperty(administrator + ".sha256", hash(code));
            kept.setProperty(administrator + ".expires", end.toString());
        }
        write(kept);
        return codes;
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Properties read() {
        Properties kept = new Properties();
        if (isBegun()) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return kept;
    }

    private void write(Properties kept) {
        StringWriter text = new StringWriter();
        try {
            kept.store(text, "Hashes of the first administrators' activation codes; the gateway reads them.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StateFolder.writePrivately(file, text.toString());
    }
}
