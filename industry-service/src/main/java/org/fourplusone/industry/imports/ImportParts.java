package org.fourplusone.industry.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The long things of an import, packed into few rows that every instance of the service sees: the file itself in pieces, and
 * the errors and changes {@value #ROWS} at a time.
 */
@Repository
class ImportParts {

    static final int ROWS = 500;
    private static final int PIECE = 1 << 20;

    private static final String FILE = "FILE";
    private static final String ERRORS = "ERRORS";
    private static final String ADDED = "ADDED";
    private static final String CHANGED = "CHANGED";

    private final JdbcClient database;
    private final JsonMapper json;

    ImportParts(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What a check counted. */
    record Counts(int rows, int added, int changed, int unchanged, int errors) {}

    /** Keeps the file. */
    void addFile(String id, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                add(id, FILE, part++, piece);
            }
        }
    }

    void copyFile(String id, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            int part = 0;
            for (Optional<byte[]> piece = part(id, FILE, part); piece.isPresent(); piece = part(id, FILE, ++part)) {
                out.write(piece.get());
            }
        }
    }

    void addErrors(String id, int part, List<RowError> errors) {
        add(id, ERRORS, part, packed(errors));
    }

    void addChanges(String id, boolean added, int part, List<Change> changes) {
        add(id, added ? ADDED : CHANGED, part, packed(changes));
    }

    /** One part of the changes, in the order in which they were found; empty beyond the last. */
    List<Change> changes(String id, boolean added, int part) {
        return part(id, added ? ADDED : CHANGED, part)
                .map(content -> List.of(unpacked(content, Change[].class)))
                .orElse(List.of());
    }

    Page<Change> changes(String id, boolean added, Paging paging, int total) {
        return page(id, added ? ADDED : CHANGED, Change[].class, paging, total);
    }

    /** @param total how many errors are kept */
    Page<RowError> errors(String id, Paging paging, int total) {
        return page(id, ERRORS, RowError[].class, paging, total);
    }

    private <T> Page<T> page(String id, String list, Class<T[]> type, Paging paging, int total) {
        List<T> rows = new ArrayList<>();
        long end = Math.min(total, paging.offset() + paging.size());
        for (long at = paging.offset(); at < end; ) {
            T[] part = part(id, list, (int) (at / ROWS))
                    .map(content -> unpacked(content, type))
                    .orElse(null);
            if (part == null) {
                break;
            }
            long start = at / ROWS * ROWS;
            for (; at < end && at < start + part.length; at++) {
                rows.add(part[(int) (at - start)]);
            }
            if (part.length < ROWS) {
                break;
            }
        }
        return Page.of(rows, paging, total);
    }

    /** Forgets everything. */
    void delete(String id) {
        delete(id, List.of(FILE, ERRORS, ADDED, CHANGED));
    }

    /** Forgets what a check found. */
    void deleteFindings(String id) {
        delete(id, List.of(ERRORS, ADDED, CHANGED));
    }

    void deleteFile(String id) {
        delete(id, List.of(FILE));
    }

    private void delete(String id, List<String> lists) {
        database.sql("DELETE FROM import_part WHERE import_id = :id AND list IN (:lists)")
                .param("id", id)
                .param("lists", lists)
                .update();
    }

    private void add(String id, String list, int part, byte[] content) {
        database.sql("INSERT INTO import_part (import_id, list, part, content) VALUES (?, ?, ?, ?)")
                .param(id)
                .param(list)
                .param(part)
                .param(content)
                .update();
    }

    private Optional<byte[]> part(String id, String list, int part) {
        return database.sql("SELECT content FROM import_part WHERE import_id = ? AND list = ? AND part = ?")
                .param(id)
                .param(list)
                .param(part)
                .query(byte[].class)
                .optional();
    }

    private byte[] packed(Object rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 13)) {
            json.writeValue(out, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private <T> T unpacked(byte[] content, Class<T> type) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
