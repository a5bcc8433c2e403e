package org.fourplusone.starter.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Writes chains with their roots as NDJSON, to be verified by {@link VerifyAudit} without service and database: a line
 * {@code export}, the {@code root}s, the {@code head}s of their days, then each chain's {@code record}s after a line
 * {@code chain} that says where it ends, and a line {@code end} with the signed sum of all bytes before it.
 *
 * @param service whose chains
 * @param at when it was made
 * @param from first day, null for all
 * @param to last day, null for all
 * @param key the public key that it is signed with, in hex
 */
record AuditExport(
        String service,
        String key,
        Instant at,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final long FORMAT = 1;
    private static final String COLUMNS = "SELECT r.*, h.sequence AS head_sequence, h.hash AS head_hash"
            + " FROM audit_record r LEFT JOIN audit_head h ON h.case_id = r.case_id";
    private static final String IN_ORDER = " ORDER BY r.case_id, r.sequence";
    /** Whole chains, so that each can be followed from its start. */
    private static final String MOVED_WITHIN = " JOIN (SELECT case_id FROM audit_record WHERE at >= ? AND at < ?"
            + " UNION SELECT case_id FROM audit_root_head WHERE day BETWEEN ? AND ?) moved ON moved.case_id = r.case_id";

    /** @throws IllegalArgumentException when the line begins no export */
    static AuditExport headerOf(Line line) {
        if (line.number("format") != FORMAT) {
            throw new IllegalArgumentException("its format is not " + FORMAT);
        }
        return new AuditExport(
                line.text("service"),
                line.text("key"),
                Instant.parse(line.text("at")),
                day(line, "from"),
                day(line, "to"));
    }

    private static @Nullable LocalDate day(Line line, String name) {
        String day = line.textOrNull(name);
        return day == null ? null : LocalDate.parse(day);
    }

    private Line header() {
        return Line.of("export")
                .with("format", FORMAT)
                .with("service", service)
                .with("key", key)
                .with("at", at)
                .with("from", from)
                .with("to", to);
    }

    /** Whether a day's heads belong to it. */
    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** @param connection its own; it is read in one consistent snapshot and left rolled back */
    void write(Connection connection, RootFolder folder, SigningKey signer, OutputStream out)
            throws SQLException, IOException {
        MessageDigest digest = AuditChain.sha256();
        DigestOutputStream summed = new DigestOutputStream(out, digest);
        put(summed, header());
        List<AuditRoot> roots = folder.all();
        for (AuditRoot root : roots) {
            put(summed, root.line());
        }
        for (AuditRoot root : roots) {
            if (covers(root.day())) {
                copy(folder.heads(root.day()), summed);
            }
        }
        long records = writeChains(connection, summed);
        summed.on(false);
        String sum = HexFormat.of().formatHex(digest.digest());
        put(
                summed,
                Line.of("end")
                        .with("records", records)
                        .with("sum", sum)
                        .with("signature", signer.sign(signed(records, sum))));
        summed.flush();
    }

    /** What the end line's signature is over. */
    static String signed(long records, String sum) {
        return AuditChain.hashOf("export", Long.toString(records), sum);
    }

    private static void copy(Path heads, OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(heads)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void put(OutputStream out, Line line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private long writeChains(Connection connection, OutputStream out) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (PreparedStatement statement = statement(connection)) {
            // Connector/J then hands over row by row.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery()) {
                return writeChains(row, out);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private PreparedStatement statement(Connection connection) throws SQLException {
        if (from == null && to == null) {
            return connection.prepareStatement(COLUMNS + IN_ORDER);
        }
        LocalDate first = from == null ? LocalDate.EPOCH : from;
        LocalDate last = to == null ? LocalDate.of(9998, 12, 31) : to;
        PreparedStatement statement = connection.prepareStatement(COLUMNS + MOVED_WITHIN + IN_ORDER);
        statement.setTimestamp(1, startOf(first));
        statement.setTimestamp(2, startOf(last.plusDays(1)));
        statement.setObject(3, first);
        statement.setObject(4, last);
        return statement;
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(TimeAutoConfiguration.SHANGHAI).toInstant());
    }

    private static long writeChains(ResultSet row, OutputStream out) throws SQLException, IOException {
        long records = 0;
        String open = null;
        while (row.next()) {
            AuditRecord entry = AuditRecord.of(row);
            if (!entry.caseId().equals(open)) {
                open = entry.caseId();
                String head = row.getString("head_hash");
                put(
                        out,
                        Line.of("chain")
                                .with("case", open)
                                .with("records", row.getLong("head_sequence"))
                                .with("head", head == null ? AuditChain.START : head));
            }
            put(out, entry.line());
            records++;
        }
        return records;
    }
}
