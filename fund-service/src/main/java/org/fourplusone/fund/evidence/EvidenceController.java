package org.fourplusone.fund.evidence;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.fourplusone.fund.filing.Documents;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence of a filing: {@code name} is the document's code and the extension, {@code E10.pdf}, {@code E10-2.pdf}. */
@RestController
class EvidenceController {
    private final HandIn handIn;
    private final Evidence evidence;
    private final FileStore store;
    private final FilingViews views;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    EvidenceController(
            HandIn handIn,
            Evidence evidence,
            FileStore store,
            FilingViews views,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.handIn = handIn;
        this.evidence = evidence;
        this.store = store;
        this.views = views;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Takes the raw body, at most 20 MB, as PDF, PNG, JPEG or OFD; the same name replaces what was there. */
    @PutMapping("/filings/{id}/evidence/{name}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Documents.File put(@PathVariable String id, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        Caller caller = Caller.current();
        Filing filing = views.own(id, caller);
        return handIn.handIn(filing, name, request.getInputStream(), caller);
    }

    /** The file as it was handed in; an officer's reading is recorded. */
    @GetMapping("/filings/{id}/evidence/{name}")
    ResponseEntity<Resource> get(@PathVariable String id, @PathVariable String name) throws IOException {
        Caller caller = Caller.current();
        Filing filing = views.visible(id, caller);
        Evidence.Stored stored = evidence.find(filing.id(), name).orElseThrow(Problem::notFound);
        if (!caller.mayActFor(filing.creditCode())) {
            Map<String, String> read =
                    Map.of("name", name, "sha256", stored.file().sha256());
            transaction.executeWithoutResult(status -> audit.record(filing.id(), "READ_EVIDENCE", null, read));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.file().type()))
                .contentLength(stored.file().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(store.open(stored.storedAs())));
    }
}
