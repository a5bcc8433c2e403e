package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims fingerprints for a filing; the database lets one filing have each. */
@Component
class Fingerprints {
    private final JdbcClient jdbc;

    Fingerprints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 409 {@code DUPLICATE_CLAIM} naming what another filing has claimed already. */
    void claim(Filing filing, List<Fingerprint> fingerprints) {
        release(filing.id());
        for (Fingerprint fingerprint : fingerprints) {
            try {
                jdbc.sql("INSERT INTO fingerprint (kind, reference, number, filing_id)"
                                + " VALUES (:kind, :reference, :number, :filing)")
                        .param("kind", fingerprint.kind())
                        .param("reference", fingerprint.reference())
                        .param("number", fingerprint.number())
                        .param("filing", filing.id())
                        .update();
            } catch (DuplicateKeyException claimed) {
                throw duplicate(filing, fingerprint);
            }
        }
    }

    /** The numbers of other enterprises' filings that claim the same number, by this filing's line: for officers to compare. */
    Map<String, List<String>> elsewhere(Filing filing, List<ClaimLine> lines) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        jdbc.sql("SELECT p.kind, p.number, f.year, f.serial FROM fingerprint p JOIN fingerprint o ON o.kind = p.kind"
                        + " AND o.number = p.number AND o.filing_id <> p.filing_id JOIN filing f ON f.id = o.filing_id"
                        + " WHERE p.filing_id = :filing ORDER BY f.serial")
                .param("filing", filing.id())
                .query(row -> {
                    String kind = row.getString("kind");
                    String number = row.getString("number");
                    String other = Filing.number(row.getInt("year"), row.getLong("serial"));
                    lines.stream()
                            .filter(line -> line.kind().equals(kind)
                                    && Fingerprint.normal(line.reference()).equals(number))
                            .forEach(line -> found.computeIfAbsent(line.id(), id -> new ArrayList<>())
                                    .add(other));
                });
        return found;
    }

    /** A filing that ends without money gives its claims back. */
    void release(String filing) {
        jdbc.sql("DELETE FROM fingerprint WHERE filing_id = :filing")
                .param("filing", filing)
                .update();
    }

    private Problem duplicate(Filing filing, Fingerprint fingerprint) {
        String own = jdbc.sql("SELECT f.year, f.serial FROM fingerprint p JOIN filing f ON f.id = p.filing_id"
                        + " WHERE p.kind = :kind AND p.reference = :reference AND f.credit_code = :code")
                .param("kind", fingerprint.kind())
                .param("reference", fingerprint.reference())
                .param("code", filing.creditCode())
                .query((row, number) -> Filing.number(row.getInt(1), row.getLong(2)))
                .optional()
                .orElse(null);
        String reference = fingerprint.reference().replace(filing.creditCode() + "/", "");
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "DUPLICATE_CLAIM",
                        ClaimWords.of(fingerprint.kind(), reference),
                        own == null ? Text.of("其他企业的申报", "another enterprise's") : own)
                .with("kind", fingerprint.kind())
                .with("reference", reference)
                .with("filing", own);
    }
}
