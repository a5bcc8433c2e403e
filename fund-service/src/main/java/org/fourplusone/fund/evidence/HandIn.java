package org.fourplusone.fund.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Documents;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.filing.Waits;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a document in: its kind told by its bytes, its size bounded, its hash kept, viruses looked for. */
@Component
class HandIn {
    private static final Logger log = LoggerFactory.getLogger(HandIn.class);
    static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("(E\\d{2})(-\\d{1,2})?\\.([a-z]{3,4})");
    private static final Set<String> BY_SYSTEM = Set.of("E01", "E04");
    private static final Set<State> EDITABLE = EnumSet.of(State.DRAFT, State.CORRECTION);
    /** After approval new files may prove that an instalment is due; what is there stays. */
    private static final Set<State> PAYABLE =
            EnumSet.of(State.APPROVED, State.ON_NOTICE, State.OBJECTED, State.CONFIRMED, State.PAYING);

    private final FileStore store;
    private final VirusScanner scanner;
    private final Evidence evidence;
    private final Filings filings;
    private final Calls calls;
    private final Waits waits;
    private final TransactionTemplate transaction;

    HandIn(
            FileStore store,
            VirusScanner scanner,
            Evidence evidence,
            Filings filings,
            Calls calls,
            Waits waits,
            TransactionTemplate transaction) {
        this.store = store;
        this.scanner = scanner;
        this.evidence = evidence;
        this.filings = filings;
        this.calls = calls;
        this.waits = waits;
        this.transaction = transaction;
    }

    Documents.File handIn(Filing filing, String name, InputStream content, Caller caller) throws IOException {
        Matcher parts = NAME.matcher(name);
        String code = parts.matches() ? parts.group(1) : "";
        requireAsked(filing, code);
        requireEditable(filing, name);
        FileStore.Stored stored;
        try {
            stored = store.store(content, MOST_BYTES);
        } catch (FileStore.FileTooLarge tooLarge) {
            drain(content);
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "FILE_TOO_LARGE", MOST_BYTES / 1024 / 1024)
                    .with("most", MOST_BYTES);
        }
        boolean kept = false;
        try {
            Documents.File file = checked(filing, name, code, parts.group(3), stored);
            String replaced = transaction.execute(status -> save(filing, file, stored, caller));
            kept = true;
            if (replaced != null && !replaced.isEmpty()) {
                store.remove(replaced);
            }
            return file;
        } finally {
            if (!kept) {
                store.remove(stored.name());
            }
        }
    }

    /** Reads on for a while, so that the sender of a somewhat larger file gets the answer and no broken connection. */
    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = 4 * MOST_BYTES;
        for (int read = content.read(buffer); read >= 0 && left > 0; read = content.read(buffer)) {
            left -= read;
        }
    }

    private Documents.File checked(Filing filing, String name, String code, String extension, FileStore.Stored stored) {
        FileKind kind = FileKind.of(stored.head(), stored.head().length)
                .filter(found -> found.isNamedBy(extension))
                .orElseThrow(() -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "FILE_KIND", name));
        requireClean(name, stored);
        boolean known = evidence.isKnown(filing.id(), name, stored.sha256());
        return new Documents.File(code, name, stored.size(), stored.sha256(), kind.type(), known ? true : null);
    }

    /** 422 {@code EVIDENCE_INFECTED} with {@code found}; 503 {@code SCANNER_UNREACHABLE}: nothing passes unchecked. */
    private void requireClean(String name, FileStore.Stored stored) {
        Optional<String> found;
        try (InputStream content = store.open(stored.name())) {
            found = scanner.find(content);
        } catch (IOException unreachable) {
            log.warn("no verdict on {} from the virus scanner: {}", stored.name(), unreachable.toString());
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "SCANNER_UNREACHABLE", name);
        }
        if (found.isPresent()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "EVIDENCE_INFECTED", name, found.get())
                    .with("found", found.get());
        }
    }

    private String save(Filing seen, Documents.File file, FileStore.Stored stored, Caller caller) {
        Filing filing = filings.lock(seen.id());
        requireEditable(filing, file.name());
        waits.change(filing);
        Optional<Evidence.Stored> before = evidence.find(filing.id(), file.name());
        evidence.put(filing.id(), file, stored.name(), caller.username());
        filings.note(filing, Step.APPLY, "EVIDENCE", new Actor(caller, "ENTERPRISE"), file.name(), file);
        return before.map(Evidence.Stored::storedAs).orElse("");
    }

    private void requireAsked(Filing filing, String code) {
        boolean asked = !BY_SYSTEM.contains(code)
                && calls.find(filing.callId())
                        .map(call -> call.item().papers().stream()
                                .map(Item.Document::code)
                                .anyMatch(code::equals))
                        .orElse(false);
        if (!asked) {
            throw Problem.invalid(new FieldProblem("name", "DOCUMENT_NAME"));
        }
    }

    private void requireEditable(Filing filing, String name) {
        boolean later = PAYABLE.contains(filing.state())
                && evidence.find(filing.id(), name).isEmpty();
        if (!EDITABLE.contains(filing.state()) && !later) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_EDITABLE", filing.state().name())
                    .with("state", filing.state().name());
        }
        waits.requireChangeable(filing);
    }
}
