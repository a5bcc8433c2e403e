package org.fourplusone.policy.draft;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.policy.item.Faults;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.item.PackageCheck;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.workbook.PackageWorkbook;
import org.fourplusone.policy.workbook.WorkbookPackage;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole policy out and in, as one JSON file or one workbook. */
@RestController
@Tag(name = "Package")
class PackageController {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final Packages packages;
    private final Drafts drafts;
    private final Items items;
    private final JsonMapper json;
    private final Clock clock;

    PackageController(Packages packages, Drafts drafts, Items items, JsonMapper json, Clock clock) {
        this.packages = packages;
        this.drafts = drafts;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    /** @param id of the draft that another person publishes as a whole */
    record Imported(String id, DraftMove.State state, PackagePreview preview) {}

    /** Which file: by {@code format}, which a plain link can carry, or else by {@code Accept}. */
    enum Format {
        json,
        xlsx
    }

    @GetMapping(
            path = "/package",
            produces = {MediaType.APPLICATION_JSON_VALUE, Download.XLSX})
    @Operation(summary = "All articles, terms and items in force as one JSON file or workbook")
    ResponseEntity<byte[]> whole(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestParam(required = false) @Nullable Format format,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        PolicyPackage whole = packages.inForce(day);
        boolean sheets = format == null ? accept != null && accept.contains(Download.XLSX) : format == Format.xlsx;
        String name = "policy-package-" + day;
        return sheets
                ? Download.xlsx(name + ".xlsx", PackageWorkbook.write(whole))
                : Download.of(name + ".json", MediaType.APPLICATION_JSON)
                        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole.json()));
    }

    /** Says what the package would change; takes nothing. */
    @PostMapping(
            path = "/packages",
            params = "check!=false",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Download.XLSX})
    @Operation(summary = "Check a package as a whole and preview what it would change")
    PackagePreview check(
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestParam(defaultValue = "true") boolean check,
            @RequestBody InputStreamResource body)
            throws IOException {
        try (InputStream bytes = body.getInputStream()) {
            return packages.preview(read(type, bytes.readNBytes(LARGEST + 1)));
        }
    }

    @PostMapping(
            path = "/packages",
            params = "check=false",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Download.XLSX})
    @Operation(summary = "Take a package as one draft, to be submitted and published as a whole")
    @Idempotent
    ResponseEntity<Imported> take(@RequestHeader(HttpHeaders.CONTENT_TYPE) String type, @RequestBody byte[] body) {
        PolicyPackage whole = read(type, body);
        PackagePreview preview = packages.preview(whole);
        Draft draft = drafts.require(packages.draft(whole, Caller.current()));
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/drafts/{id}")
                        .build(draft.id()))
                .eTag(Versions.tag(draft.version()))
                .body(new Imported(draft.id(), draft.state(), preview));
    }

    private PolicyPackage read(String type, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE");
        }
        PackageCheck check = new PackageCheck(items.dictionary());
        if (MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type))) {
            return check.require(parsed(body));
        }
        RuleFaults faults = new RuleFaults();
        WorkbookPackage workbook = WorkbookPackage.read(body, faults);
        if (!faults.isEmpty()) {
            throw Faults.problem("", faults);
        }
        PolicyPackage whole = check.read(workbook.json(), faults);
        if (whole == null) {
            throw Faults.problem("", workbook.positioned(faults));
        }
        return whole;
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid(new FieldProblem("", "NOT_JSON"));
        }
    }

    /** The JSON Schema of the package file. */
    @GetMapping(
            path = "/schema/package",
            produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    ClassPathResource schema() {
        return new ClassPathResource("schema/package.schema.json");
    }
}
