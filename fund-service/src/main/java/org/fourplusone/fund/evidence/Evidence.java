package org.fourplusone.fund.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fourplusone.fund.filing.Documents;
import org.fourplusone.fund.ledger.UtcColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of evidence; the bytes lie in the {@link FileStore}. */
@Component
class Evidence implements Documents {
    record Stored(File file, String storedAs) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Evidence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<File> of(String filing) {
        return jdbc.sql(
                        "SELECT e.*, EXISTS (SELECT 1 FROM evidence o WHERE o.sha256 = e.sha256"
                                + " AND o.filing_id <> e.filing_id) AS seen FROM evidence e WHERE filing_id = :filing ORDER BY name")
                .param("filing", filing)
                .query((row, number) -> new File(
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("type"),
                        row.getBoolean("seen") ? true : null))
                .list();
    }

    @Override
    public Map<String, List<String>> seenIn(String filing) {
        Map<String, List<String>> seen = new TreeMap<>();
        jdbc.sql("SELECT e.name, o.filing_id FROM evidence e JOIN evidence o ON o.sha256 = e.sha256"
                        + " AND o.filing_id <> e.filing_id WHERE e.filing_id = :filing GROUP BY e.name, o.filing_id"
                        + " ORDER BY o.filing_id LIMIT 200")
                .param("filing", filing)
                .query((row, number) -> seen.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return seen;
    }

    @Override
    public Set<String> codesSince(String filing, Instant from) {
        return jdbc.sql("SELECT DISTINCT code FROM evidence WHERE filing_id = :filing AND uploaded_at >= :from")
                .param("filing", filing)
                .param("from", UtcColumn.of(from))
                .query(String.class)
                .set();
    }

    Optional<Stored> find(String filing, String name) {
        return jdbc.sql("SELECT * FROM evidence WHERE filing_id = :filing AND name = :name")
                .param("filing", filing)
                .param("name", name)
                .query((row, number) -> new Stored(
                        new File(
                                row.getString("code"),
                                row.getString("name"),
                                row.getLong("size"),
                                row.getString("sha256"),
                                row.getString("type"),
                                null),
                        row.getString("stored_as")))
                .optional();
    }

    void put(String filing, File file, String storedAs, String person) {
        jdbc.sql("DELETE FROM evidence WHERE filing_id = :filing AND name = :name")
                .param("filing", filing)
                .param("name", file.name())
                .update();
        jdbc.sql("INSERT INTO evidence (filing_id, name, code, size, sha256, type, stored_as, uploaded_by, uploaded_at)"
                        + " VALUES (:filing, :name, :code, :size, :sha256, :type, :stored, :person, :at)")
                .param("filing", filing)
                .param("name", file.name())
                .param("code", file.code())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("type", file.type())
                .param("stored", storedAs)
                .param("person", person)
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    /** Whether another filing handed in the same bytes, or this one under another name. */
    boolean isKnown(String filing, String name, String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM evidence WHERE sha256 = :sha256"
                                + " AND NOT (filing_id = :filing AND name = :name)")
                        .param("sha256", sha256)
                        .param("filing", filing)
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
