package org.fourplusone.starter.audit;

import java.time.LocalDate;

/**
 * A day's signed root: with what the chains that moved on that day ended, linked to the root of the day before.
 *
 * @param service whose chains
 * @param day business date
 * @param cases how many chains moved
 * @param heads SHA-256 (hex) over their heads, {@link #head one line each}, in the order of their case ids
 * @param previous hash of the root of the day before, 64 zeros for the first
 * @param key the public key, X.509 in hex (Ed25519)
 * @param hash SHA-256 (hex) over all of the above
 * @param signature Ed25519 (RFC 8032) over the text of the hash, in hex
 */
public record AuditRoot(
        String service,
        LocalDate day,
        long cases,
        String heads,
        String previous,
        String key,
        String hash,
        String signature) {

    static AuditRoot sealed(
            String service, LocalDate day, long cases, String heads, String previous, SigningKey signer) {
        String hash = hash(service, day, cases, heads, previous, signer.open());
        return new AuditRoot(service, day, cases, heads, previous, signer.open(), hash, signer.sign(hash));
    }

    private static String hash(String service, LocalDate day, long cases, String heads, String previous, String key) {
        return AuditChain.hashOf(service, day.toString(), Long.toString(cases), heads, previous, key);
    }

    /** Whether it carries its own hash and the signature of its own key. */
    boolean isWhole() {
        return hash.equals(hash(service, day, cases, heads, previous, key))
                && SigningKey.isSigned(hash, signature, key);
    }

    Line line() {
        return Line.of("root")
                .with("service", service)
                .with("day", day)
                .with("cases", cases)
                .with("heads", heads)
                .with("previous", previous)
                .with("key", key)
                .with("hash", hash)
                .with("signature", signature);
    }

    /** @throws IllegalArgumentException when the line is none of a root */
    static AuditRoot of(Line line) {
        try {
            return new AuditRoot(
                    line.text("service"),
                    LocalDate.parse(line.text("day")),
                    line.number("cases"),
                    line.text("heads"),
                    line.text("previous"),
                    line.text("key"),
                    line.text("hash"),
                    line.text("signature"));
        } catch (java.time.format.DateTimeParseException noDay) {
            throw new IllegalArgumentException("no day", noDay);
        }
    }

    /** A head as it is hashed and exported. */
    static Line head(LocalDate day, String caseId, long sequence, String hash) {
        return Line.of("head")
                .with("day", day)
                .with("case", caseId)
                .with("sequence", sequence)
                .with("hash", hash);
    }
}
