package org.fourplusone.industry.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.industry.spreadsheet.Accepted;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.problem.ProblemTexts;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportParts parts;
    private final ReceiveFile receiveFile;
    private final DecideImport decideImport;
    private final ImportWork work;
    private final Map<ImportKind, Loader> loaders;
    private final ProblemTexts texts;

    ImportController(
            Imports imports,
            ImportParts parts,
            ReceiveFile receiveFile,
            DecideImport decideImport,
            ImportWork work,
            List<Loader> loaders,
            ProblemTexts texts) {
        this.imports = imports;
        this.parts = parts;
        this.receiveFile = receiveFile;
        this.decideImport = decideImport;
        this.work = work;
        this.loaders = loaders.stream().collect(Collectors.toMap(Loader::kind, Function.identity()));
        this.texts = texts;
    }

    @PostMapping(
            path = "/{kind}",
            consumes = {CSV, XLSX, "application/vnd.ms-excel", "text/plain", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(summary = "Hands in a CSV or XLSX file of at most 32 MB; poll its Location. Nothing is loaded yet")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
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
            produces = {CSV, XLSX})
    @Operation(summary = "An empty file to fill in, CSV or XLSX by Accept, in the caller's language")
    ResponseEntity<byte[]> template(@PathVariable String kind, HttpServletRequest request) {
        ImportKind of = kind(kind);
        List<Column> columns = loader(of).columns();
        Language language = Language.current();
        boolean workbook = Accepted.prefers(request, XLSX, CSV);
        return file(
                workbook ? XLSX : CSV,
                of.path() + (workbook ? ".xlsx" : ".csv"),
                workbook
                        ? ImportTemplate.xlsx(
                                of.text().in(language == Language.EN ? language : Language.ZH), columns, language)
                        : ImportTemplate.csv(columns, language));
    }

    @GetMapping
    @Operation(summary = "Imports of the kinds that the caller may bring, the newest first")
    Page<ImportView> list(Paging paging, HttpServletRequest request) {
        work.sweep();
        return imports.page(ImportKind.of(Caller.current()), paging).map(each -> view(each, request));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is, what it would change, and which moves are open")
    ImportView one(@PathVariable String id, HttpServletRequest request) {
        work.sweep();
        return view(visible(id), request);
    }

    @GetMapping("/{id}/errors")
    @Operation(summary = "What is wrong with the file, by row and column; all kept ones as CSV by Accept")
    ResponseEntity<?> errors(@PathVariable String id, Paging paging, HttpServletRequest request) {
        Import each = visible(id);
        int kept = Math.min(each.counts().errors(), Findings.MOST_ERRORS);
        if (Accepted.prefers(request, CSV, MediaType.APPLICATION_JSON_VALUE)) {
            List<RowError> all =
                    parts.errors(id, new Paging(0, Findings.MOST_ERRORS), kept).items();
            return file(CSV, "errors.csv", errorsCsv(all).getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(parts.errors(id, paging, kept).map(this::wrong));
    }

    private String errorsCsv(List<RowError> errors) {
        boolean english = Language.current() == Language.EN;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RowError error : errors) {
            ImportView.Wrong wrong = wrong(error);
            rows.add(List.of(wrong.row(), wrong.columnName(), wrong.value(), wrong.message()));
        }
        return Csv.of(english ? List.of("Row", "Column", "Value", "Problem") : List.of("行", "列", "内容", "问题"), rows);
    }

    private ImportView.Wrong wrong(RowError error) {
        Language language = Language.current();
        Language one = language == Language.EN ? language : Language.ZH;
        return new ImportView.Wrong(
                error.row(),
                error.column(),
                error.name() == null ? error.column() : error.name().in(one),
                error.value(),
                error.code(),
                texts.message(error.problem(), one));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "The rows that would add something or change something, with each cell before and after")
    Page<ImportView.Row> changes(
            @PathVariable String id, @RequestParam(defaultValue = "ADDED") ChangeKind change, Paging paging) {
        Import each = visible(id);
        boolean added = change == ChangeKind.ADDED;
        boolean shown = each.state() == Import.State.READY;
        int total = !shown ? 0 : added ? each.counts().added() : each.counts().changed();
        Map<String, Column> columns =
                loader(each.kind()).columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
        return parts.changes(id, added, paging, total).map(row -> row(row, columns));
    }

    /** ADDED rows are about something that is not there yet. */
    enum ChangeKind {
        ADDED,
        CHANGED
    }

    private static ImportView.Row row(Change change, Map<String, Column> columns) {
        List<ImportView.Cell> cells = new ArrayList<>();
        for (Change.Cell cell : change.cells()) {
            Column column = columns.get(cell.column());
            if (column != null) {
                cells.add(new ImportView.Cell(cell.column(), column.name(), cell.before(), cell.after()));
            }
        }
        return new ImportView.Row(
                change.row(),
                change.added() ? "ADDED" : "CHANGED",
                change.key(),
                change.subject(),
                change.what(),
                cells);
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
        return view(decideImport.discard(visible(id)), request);
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

    private Loader loader(ImportKind kind) {
        Loader loader = loaders.get(kind);
        if (loader == null) {
            throw Problem.notFound();
        }
        return loader;
    }

    private ResponseEntity<ImportView> accepted(Import each, HttpServletRequest request) {
        URI location = URI.create(
                ServletUriComponentsBuilder.fromContextPath(request).build().getPath() + "/imports/" + each.id());
        return ResponseEntity.accepted().location(location).body(view(each, request));
    }

    private ImportView view(Import each, HttpServletRequest request) {
        String problem = each.problem();
        ProblemDetail detail = problem == null
                ? null
                : texts.detail(
                        Problem.of(
                                each.state() == Import.State.REFUSED
                                        ? HttpStatus.UNPROCESSABLE_CONTENT
                                        : HttpStatus.SERVICE_UNAVAILABLE,
                                problem,
                                each.problemWith().toArray()),
                        request);
        return ImportView.of(each, detail);
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.equals(CSV) ? CSV + ";charset=UTF-8" : type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
