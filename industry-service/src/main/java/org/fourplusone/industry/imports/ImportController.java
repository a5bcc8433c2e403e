package org.fourplusone.industry.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.web.Accepted;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Files for the register: hand in, look, apply or discard. */
@RestController
@RequestMapping("/imports")
@Tag(name = "Imports")
class ImportController {

    private final Imports imports;
    private final ImportParts parts;
    private final ReceiveFile receiveFile;
    private final DecideImport decideImport;
    private final ImportWork work;
    private final Loaders loaders;
    private final ImportViews views;

    ImportController(
            Imports imports,
            ImportParts parts,
            ReceiveFile receiveFile,
            DecideImport decideImport,
            ImportWork work,
            Loaders loaders,
            ImportViews views) {
        this.imports = imports;
        this.parts = parts;
        this.receiveFile = receiveFile;
        this.decideImport = decideImport;
        this.work = work;
        this.loaders = loaders;
        this.views = views;
    }

    @PostMapping(
            path = "/{kind}",
            consumes = {
                Download.CSV,
                Download.XLSX,
                "application/vnd.ms-excel",
                "text/plain",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(summary = "Hands in a CSV or XLSX file of at most 32 MB; poll its Location. Nothing is loaded yet")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = Download.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<ImportView> receive(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String name,
            HttpServletRequest request)
            throws IOException {
        Import received = receiveFile.receive(kind(kind), name, request.getInputStream());
        return accepted(received, request);
    }

    @GetMapping(
            path = "/{kind}/template",
            produces = {Download.CSV, Download.XLSX})
    @Operation(summary = "An empty file to fill in, CSV or XLSX by Accept, in the caller's language")
    ResponseEntity<byte[]> template(@PathVariable String kind, HttpServletRequest request) {
        ImportKind of = kind(kind);
        List<Column> columns = loaders.of(of).columns();
        Language language = Language.current();
        String form = Accepted.of(request.getHeader(HttpHeaders.ACCEPT), Download.CSV, Download.XLSX);
        return form.equals(Download.XLSX)
                ? Download.xlsx(
                        of.path() + ".xlsx",
                        ImportTemplate.xlsx(
                                of.text().in(language == Language.EN ? language : Language.ZH), columns, language))
                : Download.csv(of.path() + ".csv", ImportTemplate.csv(columns, language));
    }

    @GetMapping
    @Operation(summary = "Imports of the kinds that the caller may bring, the newest first")
    Page<ImportView> list(Paging paging, HttpServletRequest request) {
        work.sweep();
        return imports.page(ImportKind.of(Caller.current()), paging).map(each -> views.of(each, request));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is, what it would change, and which moves are open")
    ImportView one(@PathVariable String id, HttpServletRequest request) {
        work.sweep();
        return views.of(visible(id), request);
    }

    @GetMapping("/{id}/errors")
    @Operation(summary = "What is wrong with the file, by row and column; all kept ones as CSV by Accept")
    ResponseEntity<?> errors(@PathVariable String id, Paging paging, HttpServletRequest request) {
        Import each = visible(id);
        int kept = Math.min(each.counts().errors(), Findings.MOST_ERRORS);
        String form =
                Accepted.of(request.getHeader(HttpHeaders.ACCEPT), MediaType.APPLICATION_JSON_VALUE, Download.CSV);
        if (form.equals(Download.CSV)) {
            List<RowError> all =
                    parts.errors(id, new Paging(0, Findings.MOST_ERRORS), kept).items();
            return Download.csv("errors.csv", views.csv(all));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(parts.errors(id, paging, kept).map(views::wrong));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "The rows that would add something or change something, with each cell before and after")
    Page<ImportView.Row> changes(
            @PathVariable String id, @RequestParam(defaultValue = "ADDED") ChangeKind change, Paging paging) {
        Import each = visible(id);
        boolean added = change == ChangeKind.ADDED;
        boolean shown = each.state() == Import.State.READY;
        int total = !shown ? 0 : added ? each.counts().added() : each.counts().changed();
        return parts.changes(id, added, paging, total).map(views.rows(each.kind()));
    }

    /** ADDED rows are about something that is not there yet. */
    enum ChangeKind {
        ADDED,
        CHANGED
    }

    @Idempotent
    @PostMapping("/{id}/apply")
    @Operation(summary = "Applies what was shown, all of it or nothing; poll its Location. 409 NOTHING_TO_IMPORT")
    ResponseEntity<ImportView> apply(@PathVariable String id, HttpServletRequest request) {
        return accepted(decideImport.apply(visible(id)), request);
    }

    @Idempotent
    @PostMapping("/{id}/discard")
    @Operation(summary = "Gives an import up; nothing of it was loaded")
    ImportView discard(@PathVariable String id, HttpServletRequest request) {
        return views.of(decideImport.discard(visible(id)), request);
    }

    /** Those of another channel are as good as missing. */
    private Import visible(String id) {
        return imports.find(id)
                .filter(each -> each.kind().isFor(Caller.current()))
                .orElseThrow(Problem::notFound);
    }

    private static ImportKind kind(String path) {
        return ImportKind.of(path).filter(kind -> kind.isFor(Caller.current())).orElseThrow(Problem::notFound);
    }

    private ResponseEntity<ImportView> accepted(Import each, HttpServletRequest request) {
        URI location = URI.create(
                ServletUriComponentsBuilder.fromContextPath(request).build().getPath() + "/imports/" + each.id());
        return ResponseEntity.accepted().location(location).body(views.of(each, request));
    }
}
