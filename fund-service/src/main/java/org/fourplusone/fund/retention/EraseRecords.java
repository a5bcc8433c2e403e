package org.fourplusone.fund.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.evidence.EvidenceDisposal;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases personal data and drafts whose time is over; each erasure is a record of its case. What is never changed holds none of
 * it: letters keep their addressee apart, the audit keeps hashes whose salt goes with the draft.
 */
@Component
class EraseRecords {
    private final JdbcClient jdbc;
    private final PastRetention past;
    private final EvidenceDisposal evidence;
    private final AuditLog audit;

    EraseRecords(JdbcClient jdbc, PastRetention past, EvidenceDisposal evidence, AuditLog audit) {
        this.jdbc = jdbc;
        this.past = past;
        this.evidence = evidence;
        this.audit = audit;
    }

    /** In the running transaction; returns how many were erased, at most {@code most}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(RetentionKind kind, LocalDate before, int most) {
        int erased = 0;
        for (String id : past.oldest(kind.code(), before, most)) {
            boolean isGone =
                    switch (kind.code()) {
                        case "CONTACT" -> contact(id, before);
                        case "OBJECTOR" -> objector(id, before);
                        case "DRAFT" -> draft(id, before);
                        default -> throw new IllegalStateException(kind.code() + " is not erased");
                    };
            erased += isGone ? 1 : 0;
        }
        return erased;
    }

    /** Conditional on the same moment as the search, so that a case that moved again meanwhile is left alone. */
    private boolean contact(String filing, LocalDate before) {
        return changed(
                "UPDATE filing SET contact = NULL WHERE id = :id AND contact IS NOT NULL AND moved_at < :before",
                filing,
                before,
                filing,
                Map.of("kind", "CONTACT"));
    }

    private boolean objector(String objection, LocalDate before) {
        String filing = jdbc.sql("SELECT filing_id FROM objection WHERE id = :id")
                .param("id", objection)
                .query(String.class)
                .single();
        List<String> letters = jdbc.sql("SELECT letter_id FROM letter_addressee WHERE objection_id = :id")
                .param("id", objection)
                .query(String.class)
                .list();
        boolean erased = changed(
                "UPDATE objection SET name = '', contact = '' WHERE id = :id AND contact <> '' AND received_at < :before",
                objection,
                before,
                filing,
                Map.of("kind", "OBJECTOR", "objection", objection));
        if (erased) {
            letters.forEach(letter -> jdbc.sql("UPDATE letter_addressee SET name = '' WHERE letter_id = :id")
                    .param("id", letter)
                    .update());
        }
        return erased;
    }

    private boolean draft(String filing, LocalDate before) {
        boolean isStill = jdbc.sql(
                        "SELECT id FROM filing WHERE id = :id AND submitted_at IS NULL AND moved_at < :before"
                                + " FOR UPDATE")
                .param("id", filing)
                .param("before", UtcColumn.of(PastRetention.begin(before)))
                .query(String.class)
                .optional()
                .isPresent();
        if (!isStill) {
            return false;
        }
        int files = evidence.forget(filing);
        int lines = jdbc.sql("DELETE FROM claim_line WHERE filing_id = :id")
                .param("id", filing)
                .update();
        jdbc.sql("UPDATE filing SET contact = NULL, declared = NULL, salt = NULL WHERE id = :id")
                .param("id", filing)
                .update();
        audit.record(filing, "ERASE", null, Map.of("kind", "DRAFT", "files", files, "lines", lines));
        return true;
    }

    private boolean changed(String sql, String id, LocalDate before, String caseId, Map<String, ?> detail) {
        int rows = jdbc.sql(sql)
                .param("id", id)
                .param("before", UtcColumn.of(PastRetention.begin(before)))
                .update();
        if (rows == 1) {
            audit.record(caseId, "ERASE", null, detail);
        }
        return rows == 1;
    }
}
