package org.fourplusone.starter.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the audit records of cases; a record is kept or rolled back with the step that it tells of. */
public class AuditLog {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends a record to the case's chain, inside the running transaction (there must be one).
     *
     * @param before the state before, as anything that can be written as JSON, or null
     * @param after the state after, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String caseId, String action, @Nullable Object before, @Nullable Object after) {
        Head head = lock(caseId);
        String detail = after == null ? null : json.writeValueAsString(after);
        Optional<Caller> caller = Caller.find();
        AuditRecord open = new AuditRecord(
                caseId,
                head.sequence + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.map(Caller::username).orElse("system"),
                caller.map(known ->
                                String.join(",", known.roles().stream().sorted().toList()))
                        .orElse("SYSTEM"),
                action,
                before == null ? null : AuditChain.sha256(json.writeValueAsString(before)),
                detail == null ? null : AuditChain.sha256(detail),
                detail,
                head.hash,
                "");
        String hash = AuditChain.hash(open);
        database.sql("""
                        INSERT INTO audit_record (case_id, sequence, at, actor, role, action, before_hash, after_hash,
                          detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        caseId,
                        open.sequence(),
                        Timestamp.from(open.at()),
                        open.actor(),
                        open.role(),
                        action,
                        open.beforeHash(),
                        open.afterHash(),
                        detail,
                        open.previous(),
                        hash))
                .update();
        database.sql("UPDATE audit_head SET sequence = ?, hash = ? WHERE case_id = ?")
                .params(open.sequence(), hash, caseId)
                .update();
    }

    private Head lock(String caseId) {
        Optional<Head> head = head(caseId, " FOR UPDATE");
        if (head.isPresent()) {
            return head.get();
        }
        try {
            database.sql("INSERT INTO audit_head (case_id, sequence, hash) VALUES (?, 0, ?)")
                    .params(caseId, AuditChain.START)
                    .update();
        } catch (DuplicateKeyException e) {
            // somebody else began the case in this moment
        }
        return head(caseId, " FOR UPDATE").orElseThrow();
    }

    private Optional<Head> head(String caseId, String lock) {
        return database.sql("SELECT sequence, hash FROM audit_head WHERE case_id = ?" + lock)
                .param(caseId)
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    private record Head(long sequence, String hash) {}

    /** All records of a case in order. */
    public List<AuditRecord> of(String caseId) {
        return database.sql("SELECT * FROM audit_record WHERE case_id = ? ORDER BY sequence")
                .param(caseId)
                .query((row, number) -> AuditRecord.of(row))
                .list();
    }

    /** Checks a case's chain against its head; empty if it is whole, otherwise what is wrong. */
    @Transactional(readOnly = true)
    public Optional<String> verify(String caseId) {
        return AuditChain.firstBreak(
                of(caseId), head(caseId, "").map(Head::hash).orElse(AuditChain.START));
    }

    /** Every case that has records. */
    public List<String> cases() {
        return database.sql("SELECT case_id FROM audit_head ORDER BY case_id")
                .query(String.class)
                .list();
    }
}
