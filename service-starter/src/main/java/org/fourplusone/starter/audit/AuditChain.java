package org.fourplusone.starter.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How records are hashed and how a chain is checked; needs neither service nor database. */
public final class AuditChain {

    static final String START = "0".repeat(64);

    private AuditChain() {}

    /** The hash that a record must carry: SHA-256 over its fields, each led by its length in bytes. */
    static String hash(AuditRecord entry) {
        StringBuilder fields = new StringBuilder();
        append(fields, entry.caseId());
        append(fields, Long.toString(entry.sequence()));
        append(fields, entry.at().toString());
        append(fields, entry.actor());
        append(fields, entry.role());
        append(fields, entry.action());
        append(fields, entry.beforeHash());
        append(fields, entry.afterHash());
        append(fields, entry.detail());
        append(fields, entry.previous());
        return sha256(fields.toString());
    }

    private static void append(StringBuilder fields, @Nullable String field) {
        if (field == null) {
            fields.append("-;");
        } else {
            fields.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append(';');
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The first break of a case's chain.
     *
     * @param records all records of one case in order
     * @param head hash of the last record as kept apart from the records, absent if not known
     * @return what is wrong, or empty if the chain is whole
     */
    public static Optional<String> firstBreak(List<AuditRecord> records, @Nullable String head) {
        String previous = START;
        for (int i = 0; i < records.size(); i++) {
            AuditRecord entry = records.get(i);
            if (entry.sequence() != i + 1) {
                return Optional.of("record " + (i + 1) + " is missing or out of order");
            }
            if (!entry.previous().equals(previous)) {
                return Optional.of("record " + entry.sequence() + " does not follow the one before");
            }
            if (!entry.hash().equals(hash(entry))) {
                return Optional.of("record " + entry.sequence() + " was changed");
            }
            if (entry.detail() != null && !sha256(entry.detail()).equals(entry.afterHash())) {
                return Optional.of("the detail of record " + entry.sequence() + " was changed");
            }
            previous = entry.hash();
        }
        if (head != null && !head.equals(previous)) {
            return Optional.of("the chain does not end where its head says: records were cut off or added");
        }
        return Optional.empty();
    }
}
