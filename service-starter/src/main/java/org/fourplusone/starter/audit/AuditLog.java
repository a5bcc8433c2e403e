package org.fourplusone.starter.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the audit records of cases; a record is kept or rolled back with the step that it tells of. */
public class AuditLog {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient database, JdbcTemplate batches, JsonMapper json, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A record that waits to be written: who did what is taken when it is made, so that another thread may write it.
     *
     * @param beforeHash SHA-256 (hex) of the JSON before, or null
     * @param detail the JSON after, or null
     */
    public record Entry(
            String caseId,
            String actor,
            String role,
            String action,
            @Nullable String beforeHash,
            @Nullable String detail) {}

    /**
     * What the running caller did with a case, not written yet.
     *
     * @param before the state before, as anything that can be written as JSON, or null
     * @param after the state after, or null
     */
    public Entry entry(String caseId, String action, @Nullable Object before, @Nullable Object after) {
        Optional<Caller> caller = Caller.find();
        return new Entry(
                caseId,
                caller.map(Caller::username).orElse("system"),
                caller.map(known ->
                                String.join(",", known.roles().stream().sorted().toList()))
                        .orElse("SYSTEM"),
                action,
                before == null ? null : AuditChain.sha256(json.writeValueAsString(before)),
                after == null ? null : json.writeValueAsString(after));
    }

    /**
     * Appends a record to the case's chain, inside the running transaction (there must be one).
     *
     * @param before the state before, as anything that can be written as JSON, or null
     * @param after the state after, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String caseId, String action, @Nullable Object before, @Nullable Object after) {
        append(List.of(entry(caseId, action, before, after)));
    }

    /** Appends each to its case's chain, in this order and in few statements, inside the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Entry> entries) {
        List<String> cases =
                entries.stream().map(Entry::caseId).sorted().distinct().toList();
        Map<String, Head> known;
        Map<String, Head> heads;
        List<AuditRecord> records;
        do {
            known = heads(cases);
            heads = new TreeMap<>(known);
            records = chain(entries, heads);
        } while (!begin(heads, known.keySet()));
        heads.keySet().retainAll(known.keySet());
        write(heads, " ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), hash = VALUES(hash)");
        Rows.insert(
                batches,
                "INSERT INTO audit_record (case_id, sequence, at, actor, role, action, before_hash, after_hash, detail,"
                        + " previous_hash, hash)",
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records.stream().map(AuditLog::row).toList(),
                "");
    }

    private static @Nullable Object[] row(AuditRecord each) {
        return Rows.of(
                each.caseId(),
                each.sequence(),
                LocalDateTime.ofInstant(each.at(), ZoneOffset.UTC),
                each.actor(),
                each.role(),
                each.action(),
                each.beforeHash(),
                each.afterHash(),
                each.detail(),
                each.previous(),
                each.hash());
    }

    /** The records that follow on the heads, which move on with them. */
    private List<AuditRecord> chain(List<Entry> entries, Map<String, Head> heads) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<AuditRecord> records = new ArrayList<>();
        for (Entry entry : entries) {
            AuditRecord next = heads.getOrDefault(entry.caseId(), Head.FIRST).followedBy(entry, at);
            heads.put(entry.caseId(), new Head(next.sequence(), next.hash()));
            records.add(next);
        }
        return records;
    }

    private Map<String, Head> heads(List<String> cases) {
        Map<String, Head> heads = new TreeMap<>();
        database.sql("SELECT case_id, sequence, hash FROM audit_head WHERE case_id IN (:cases) ORDER BY case_id"
                        + " FOR UPDATE")
                .param("cases", cases)
                .query((row, number) -> heads.put(row.getString(1), new Head(row.getLong(2), row.getString(3))))
                .list();
        return heads;
    }

    /** Writes the heads of new cases; false, and none is written, if somebody else began one in this moment. */
    private boolean begin(Map<String, Head> heads, Set<String> known) {
        Map<String, Head> begun = new TreeMap<>(heads);
        begun.keySet().removeAll(known);
        try {
            write(begun, "");
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** In one statement, so that all are written or none. */
    private void write(Map<String, Head> heads, String whenThere) {
        if (!heads.isEmpty()) {
            List<Object> values = new ArrayList<>();
            heads.forEach((caseId, head) -> values.addAll(List.of(caseId, head.sequence, head.hash)));
            database.sql("INSERT INTO audit_head (case_id, sequence, hash) VALUES (?, ?, ?)"
                            + ", (?, ?, ?)".repeat(heads.size() - 1) + whenThere)
                    .params(values)
                    .update();
        }
    }

    private record Head(long sequence, String hash) {
        static final Head FIRST = new Head(0, AuditChain.START);

        AuditRecord followedBy(Entry entry, Instant at) {
            AuditRecord open = new AuditRecord(
                    entry.caseId,
                    sequence + 1,
                    at,
                    entry.actor,
                    entry.role,
                    entry.action,
                    entry.beforeHash,
                    entry.detail == null ? null : AuditChain.sha256(entry.detail),
                    entry.detail,
                    hash,
                    "");
            return open.hashed(AuditChain.hash(open));
        }
    }

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
                of(caseId),
                database.sql("SELECT hash FROM audit_head WHERE case_id = ?")
                        .param(caseId)
                        .query(String.class)
                        .optional()
                        .orElse(AuditChain.START));
    }

    /** Every case that has records. */
    public List<String> cases() {
        return database.sql("SELECT case_id FROM audit_head ORDER BY case_id")
                .query(String.class)
                .list();
    }
}
