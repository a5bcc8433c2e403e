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

    /** The hash that a record must carry. */
    static String hash(AuditRecord entry) {
        return hashOf(
                entry.caseId(),
                Long.toString(entry.sequence()),
                entry.at().toString(),
                entry.actor(),
                entry.role(),
                entry.action(),
                entry.beforeHash(),
                entry.afterHash(),
                entry.detail(),
                entry.previous());
    }

    /** SHA-256 over fields, each led by its length in bytes, so that none can flow into another. */
    static String hashOf(@Nullable String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            if (field == null) {
                text.append("-;");
            } else {
                text.append(field.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(field)
                        .append(';');
            }
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
        return breakOf(records, head).map(Finding::text);
    }

    /** The same with its kind. */
    static Optional<Finding> breakOf(List<AuditRecord> records, @Nullable String head) {
        String previous = START;
        for (int i = 0; i < records.size(); i++) {
            AuditRecord entry = records.get(i);
            if (entry.sequence() != i + 1) {
                return Optional.of(outOfPlace(records, i + 1));
            }
            if (!entry.hash().equals(hash(entry))) {
                return found(Finding.Kind.CHANGED, "record " + entry.sequence() + " was changed");
            }
            if (!entry.previous().equals(previous)) {
                return found(Finding.Kind.CHANGED, "record " + entry.sequence() + " does not follow the one before it");
            }
            if (entry.detail() != null && !sha256(entry.detail()).equals(entry.afterHash())) {
                return found(Finding.Kind.CHANGED, "the detail of record " + entry.sequence() + " was changed");
            }
            previous = entry.hash();
        }
        if (head != null && !head.equals(previous)) {
            return found(
                    Finding.Kind.CUT_OFF,
                    "the chain does not end where its head says: records were cut off or added after record "
                            + records.size());
        }
        return Optional.empty();
    }

    private static Finding outOfPlace(List<AuditRecord> records, long expected) {
        boolean isElsewhere = records.stream().anyMatch(entry -> entry.sequence() == expected);
        return isElsewhere
                ? new Finding(Finding.Kind.REORDERED, "record " + expected + " is not in its place")
                : new Finding(Finding.Kind.MISSING, "record " + expected + " is missing");
    }

    private static Optional<Finding> found(Finding.Kind kind, String text) {
        return Optional.of(new Finding(kind, text));
    }
}
