package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the audit, which is never changed, keeps of a change to a draft: the lines and the facts' names, no contact; in place of a
 * person's number its SHA-256 with the filing's salt, which proves it while the salt is there and nothing once it is erased.
 */
@Component
class ChangeTrail {
    private static final int SALT_BYTES = 16;

    /** @param hash in place of the reference of a line about a person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String kind,
            @Nullable String reference,
            @Nullable String hash,
            @Nullable Money netAmount,
            @Nullable LocalDate paidOn) {}

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    ChangeTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Object> of(String filing, DraftFiling.Changes changes) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (changes.claimLines() != null) {
            kept.put(
                    "claimLines",
                    changes.claimLines().stream()
                            .map(line -> line(filing, line))
                            .toList());
        }
        if (changes.facts() != null) {
            kept.put("facts", changes.facts().keySet());
        }
        if (changes.project() != null) {
            kept.put("project", changes.project());
        }
        kept.put("contact", changes.contact() != null);
        return kept;
    }

    private Line line(String filing, ClaimLine.Claimed line) {
        String reference = line.reference();
        boolean personal = ClaimLine.isPersonal(line.kind()) && reference != null && !reference.isBlank();
        return new Line(
                line.kind(),
                personal ? null : reference,
                personal && reference != null ? hash(salt(filing), reference.strip()) : null,
                line.netAmount(),
                line.paidOn());
    }

    /** The filing's row is locked by the change. */
    private byte[] salt(String filing) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        jdbc.sql("UPDATE filing SET salt = :salt WHERE id = :id AND salt IS NULL")
                .param("salt", salt)
                .param("id", filing)
                .update();
        return jdbc.sql("SELECT salt FROM filing WHERE id = :id")
                .param("id", filing)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Hexadecimal. */
    static String hash(byte[] salt, String reference) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(reference.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
