package org.fourplusone.industry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.fourplusone.industry.spreadsheet.CellText;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file in and has it checked. */
@Service
class ReceiveFile {

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final ImportParts parts;
    private final ImportWork work;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RealTime time;

    ReceiveFile(
            Imports imports,
            ImportParts parts,
            ImportWork work,
            TransactionTemplate transaction,
            Clock clock,
            RealTime time) {
        this.imports = imports;
        this.parts = parts;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.time = time;
    }

    /** @throws Problem 413 if the file is too large, 503 if enough imports are waiting already */
    Import receive(ImportKind kind, @Nullable String name, InputStream body) throws IOException {
        Path file = Files.createTempFile("received", ".file");
        try {
            MessageDigest digest = sha256();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                size = copy(body, out);
            }
            if (size == 0) {
                throw Problem.invalid(new FieldProblem("", "BODY_MISSING"));
            }
            Import received = new Import(
                    UUID.randomUUID().toString(),
                    kind,
                    shown(kind, name),
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    Import.State.CHECKING,
                    0,
                    0,
                    clock.instant(),
                    Caller.current().username(),
                    time.now(),
                    0,
                    false,
                    new ImportParts.Counts(0, 0, 0, 0, 0),
                    null,
                    List.of(),
                    null,
                    null);
            work.sweep();
            transaction.executeWithoutResult(status -> {
                imports.add(received);
                try {
                    parts.addFile(received.id(), file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (!work.check(received.id(), kind)) {
                parts.delete(received.id());
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_IMPORTS");
            }
            return received;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static long copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            size += count;
            if (size > MOST_BYTES) {
                throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE");
            }
            out.write(buffer, 0, count);
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Problem 400 if the name is too long or holds what cannot be shown */
    private static String shown(ImportKind kind, @Nullable String name) {
        String given = CellText.strip(name);
        if (given.length() > LONGEST_NAME || CellText.isUnreadable(given)) {
            throw Problem.invalid(new FieldProblem("name", "LENGTH", 0, LONGEST_NAME));
        }
        return given.isEmpty() ? kind.path() : given;
    }
}
