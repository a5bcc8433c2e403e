package org.fourplusone.starter.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit before the auditor, and its roots before everybody. */
@RestController
@RequestMapping("/audit")
@Tag(name = "Audit")
class AuditController {

    private static final String LINES = "application/x-ndjson";
    /** The chain that tells who read the audit. */
    private static final String OWN_CASE = "AUDIT";

    /** @param broken what is wrong with the chain; absent when it is intact */
    record Verification(
            String caseId,
            boolean intact,
            int records,
            @Nullable String broken) {}

    private final AuditLog audit;
    private final AuditorRule rule;
    private final AuditRoots roots;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditController(
            AuditLog audit,
            AuditorRule rule,
            AuditRoots roots,
            DataSource database,
            TransactionTemplate transaction,
            Clock clock) {
        this.audit = audit;
        this.rule = rule;
        this.roots = roots;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All audit records of a case, oldest first")
    List<AuditRecord> records(@RequestParam("case") String caseId) {
        if (caseId.length() > 60) {
            throw Problem.invalid(new FieldProblem("case", "LENGTH", 1, 60));
        }
        rule.require(caseId, Caller.current());
        List<AuditRecord> records = audit.of(caseId);
        if (records.isEmpty()) {
            throw Problem.notFound();
        }
        return records;
    }

    @GetMapping("/verification")
    @Operation(summary = "Whether the chain of a case is whole")
    Verification verification(@RequestParam("case") String caseId) {
        int records = records(caseId).size();
        String broken = audit.verify(caseId).orElse(null);
        return new Verification(caseId, broken == null, records, broken);
    }

    @GetMapping(value = "/export", produces = LINES)
    @Operation(
            summary = "All chains with their roots, or those that moved from one day to another, as NDJSON",
            description = "To be verified offline with deploy/verify-audit. The export itself is recorded.")
    void export(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException, SQLException {
        inOrder(from, to);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("from", String.valueOf(from));
        asked.put("to", String.valueOf(to));
        transaction.executeWithoutResult(status -> audit.record(OWN_CASE, "EXPORT_AUDIT", null, asked));
        roots.publish();
        String name = "audit-" + roots.service() + "-" + LocalDate.now(clock) + ".ndjson";
        response.setContentType(LINES);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        AuditExport export = new AuditExport(
                roots.service(), roots.key().open(), clock.instant().truncatedTo(ChronoUnit.SECONDS), from, to);
        try (Connection connection = database.getConnection()) {
            export.write(connection, roots.folder(), roots.key(), response.getOutputStream());
        }
    }

    private static void inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        inRange("from", from);
        inRange("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid(new FieldProblem("to", "RANGE", from, "2199-12-31"));
        }
    }

    private static void inRange(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2199)) {
            throw Problem.invalid(new FieldProblem(name, "RANGE", "2000-01-01", "2199-12-31"));
        }
    }

    @GetMapping("/roots")
    @Operation(summary = "The signed daily roots as published, newest first; as NDJSON all of them, oldest first")
    Page<AuditRoot> roots(Paging paging) throws IOException {
        List<AuditRoot> newestFirst = new ArrayList<>(roots.folder().all());
        Collections.reverse(newestFirst);
        return Page.cut(newestFirst, paging);
    }

    @GetMapping(value = "/roots", produces = LINES)
    void rootsAsLines(HttpServletResponse response) throws IOException {
        response.setContentType(LINES);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roots-" + roots.service() + ".ndjson\"");
        for (AuditRoot root : roots.folder().all()) {
            response.getOutputStream().write((root.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping(value = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The public key that the roots are signed with (Ed25519, PEM)")
    String key() {
        return roots.key().openAsPem();
    }
}
