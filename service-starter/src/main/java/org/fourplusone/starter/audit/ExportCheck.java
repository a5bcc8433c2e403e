package org.fourplusone.starter.audit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an export from its first line to its last and tells everything that is wrong with it. */
final class ExportCheck {

    private static final List<String> ORDER = List.of("export", "root", "head", "chain", "record", "end");

    private final List<Finding> findings = new ArrayList<>();
    private final RootsCheck roots;
    private final MessageDigest digest = AuditChain.sha256();
    private final Map<String, List<Line>> sealed = new HashMap<>();
    private final Set<String> chains = new HashSet<>();
    private int phase;
    private long lines;
    private long records;
    private boolean isEnded;
    private @Nullable AuditExport header;
    private @Nullable Line chain;
    private List<AuditRecord> open = new ArrayList<>();

    /** @param published roots kept from before, which must be among the export's; empty for none */
    ExportCheck(List<AuditRoot> published) {
        this.roots = new RootsCheck(published, findings);
    }

    /** @return what is wrong, nothing when it is whole */
    List<Finding> of(InputStream export) throws IOException {
        LineReader reader = new LineReader(export);
        for (byte[] line = reader.next(); line.length > 0; line = reader.next()) {
            lines++;
            read(line);
        }
        closeChain();
        roots.close(header);
        sealed.forEach((caseId, heads) -> {
            Line head = heads.get(0);
            found(
                    Finding.Kind.MISSING,
                    "the chain of case " + caseId + " is gone; the signed root of " + head.text("day")
                            + " holds its record " + head.number("sequence"));
        });
        if (!isEnded) {
            found(Finding.Kind.CUT_OFF, "the file stops after line " + lines + ", without its last line");
        }
        return findings;
    }

    String summary() {
        return "records: " + records + ", chains: " + chains.size() + ", " + roots.summary();
    }

    private void read(byte[] bytes) {
        Line line;
        try {
            line = Line.read(LineReader.text(bytes));
            inPhase(line.kind());
            if (line.kind().equals("end")) {
                end(line, bytes);
                return;
            }
            take(line);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            found(Finding.Kind.CHANGED, "line " + lines + " cannot be read: " + unreadable.getMessage());
        }
        digest.update(bytes);
    }

    private void inPhase(String kind) {
        int now = ORDER.indexOf(kind);
        if (now < 0) {
            throw new IllegalArgumentException("nothing is called " + kind);
        }
        boolean isChain = kind.equals("chain") && ORDER.get(phase).equals("record");
        if (now < phase && !isChain || isEnded) {
            found(Finding.Kind.REORDERED, "line " + lines + " (" + kind + ") is not in its place");
        }
        phase = Math.max(now, phase);
    }

    private void take(Line line) {
        switch (line.kind()) {
            case "export" -> header = AuditExport.headerOf(line);
            case "root" -> roots.root(AuditRoot.of(line));
            case "head" -> {
                line.number("sequence");
                line.text("hash");
                line.text("case");
                roots.head(LocalDate.parse(line.text("day")), line);
                sealed.computeIfAbsent(line.text("case"), caseId -> new ArrayList<>())
                        .add(line);
            }
            case "chain" -> {
                closeChain();
                line.number("records");
                line.text("head");
                line.text("case");
                chain = line;
                if (!chains.add(line.text("case"))) {
                    found(
                            Finding.Kind.REORDERED,
                            "the chain of case " + line.text("case") + " begins again at line " + lines);
                }
            }
            default -> record(AuditRecord.of(line));
        }
    }

    private void record(AuditRecord entry) {
        records++;
        if (chain == null || !chain.text("case").equals(entry.caseId())) {
            found(
                    Finding.Kind.REORDERED,
                    "record " + entry.sequence() + " of case " + entry.caseId() + " stands at line " + lines
                            + ", among those of another case");
        } else {
            open.add(entry);
        }
    }

    private void closeChain() {
        Line stated = chain;
        if (stated == null) {
            return;
        }
        String caseId = stated.text("case");
        List<Line> heads = sealed.getOrDefault(caseId, List.of());
        sealed.remove(caseId);
        List<AuditRecord> whole = open;
        open = new ArrayList<>();
        chain = null;
        AuditChain.breakOf(whole, null)
                .or(() -> againstRoots(whole, heads))
                .or(() -> againstHead(whole, stated))
                .ifPresent(broken -> found(broken.kind(), "case " + caseId + ": " + broken.text()));
    }

    private static Optional<Finding> againstRoots(List<AuditRecord> whole, List<Line> heads) {
        for (Line head : heads) {
            long sequence = head.number("sequence");
            String root = "the signed root of " + head.text("day");
            if (sequence > whole.size()) {
                return Optional.of(new Finding(
                        Finding.Kind.CUT_OFF,
                        "the chain ends at record " + whole.size() + ", but " + root + " holds its record "
                                + sequence));
            }
            if (sequence < 1 || !whole.get((int) sequence - 1).hash().equals(head.text("hash"))) {
                return Optional.of(new Finding(
                        Finding.Kind.REWRITTEN,
                        "the chain was written anew: its record " + sequence + " is not the one that " + root
                                + " holds"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> againstHead(List<AuditRecord> whole, Line stated) {
        if (stated.number("records") > whole.size()) {
            return Optional.of(new Finding(
                    Finding.Kind.CUT_OFF,
                    "the chain ends at record " + whole.size() + ", but it had " + stated.number("records")));
        }
        return AuditChain.breakOf(whole, stated.text("head"));
    }

    private void end(Line line, byte[] bytes) {
        isEnded = true;
        String sum = HexFormat.of().formatHex(digest.digest());
        String key = header == null ? "" : header.key();
        if (!SigningKey.isSigned(
                AuditExport.signed(line.number("records"), line.text("sum")), line.text("signature"), key)) {
            found(Finding.Kind.CHANGED, "the last line is not signed by the export's key");
        }
        if (line.number("records") != records) {
            found(
                    Finding.Kind.MISSING,
                    "the file holds " + records + " records; it was written with " + line.number("records"));
        }
        if (!line.text("sum").equals(sum)) {
            found(Finding.Kind.CHANGED, "the bytes before the last line are not those that were signed");
        }
        if (bytes[bytes.length - 1] != '\n') {
            found(Finding.Kind.CUT_OFF, "the line end of the last line is missing");
        }
    }

    private void found(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
