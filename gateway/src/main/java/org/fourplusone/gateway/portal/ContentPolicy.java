package org.fourplusone.gateway.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The content security policy: everything from the gateway itself, and the one inline text of the portal, its import
 * map, by its hash, which is computed here so that it cannot drift.
 */
@Component
class ContentPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String header;

    ContentPolicy() {
        this(shell());
    }

    ContentPolicy(String shell) {
        Matcher map = IMPORT_MAP.matcher(shell);
        String hash = map.find() ? " '" + hash(map.group(1)) + "'" : "";
        header = "default-src 'none'; script-src 'self'" + hash
                + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'"
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    String header() {
        return header;
    }

    private static String shell() {
        try {
            ClassPathResource file = new ClassPathResource("static/index.html");
            return file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
