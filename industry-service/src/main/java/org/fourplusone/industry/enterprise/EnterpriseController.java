package org.fourplusone.industry.enterprise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/enterprises")
@Tag(name = "Enterprises")
class EnterpriseController {

    private final Enterprises enterprises;
    private final KeepRegister register;
    private final EnterpriseDetails details;
    private final Taxonomies taxonomies;

    EnterpriseController(
            Enterprises enterprises, KeepRegister register, EnterpriseDetails details, Taxonomies taxonomies) {
        this.enterprises = enterprises;
        this.register = register;
        this.details = details;
        this.taxonomies = taxonomies;
    }

    /**
     * @param query part of the name or of a former one, or the beginning of the credit code
     * @param segment a segment of the chain of {@code cluster}, which then takes all of its industries whatever their primary
     *     cluster
     */
    @GetMapping
    @Operation(summary = "Enterprises; an enterprise's clerk sees only those it acts for")
    Page<EnterpriseEntry.Row> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(required = false) @Nullable SizeClass sizeClass,
            @RequestParam(required = false) @Nullable Boolean aboveScale,
            @RequestParam(required = false) Enterprise.@Nullable Status status,
            @RequestParam(required = false) @Nullable String industryCode,
            @RequestParam(required = false) @Nullable String segment,
            Paging paging) {
        if (cluster != null && !cluster.equals("NONE") && !taxonomies.isCluster(cluster)) {
            throw Problem.invalid(
                    new FieldProblem("cluster", "UNKNOWN_VALUE", String.join(", ", taxonomies.codes()) + ", NONE"));
        }
        Caller caller = Caller.current();
        var only = Enterprises.isClerk(caller) ? caller.creditCodes() : null;
        EnterpriseFilter filter = new EnterpriseFilter(
                query,
                segment == null ? cluster : null,
                sizeClass,
                aboveScale,
                status,
                segment == null ? single(industryCode) : industriesOf(cluster, segment),
                only);
        Page<Enterprise> page = enterprises.page(filter, paging);
        List<EnterpriseEntry.Row> rows = page.items().stream()
                .map(enterprise -> EnterpriseEntry.Row.of(enterprise, taxonomies))
                .toList();
        return Page.of(rows, paging, page.total());
    }

    private static @Nullable List<String> single(@Nullable String industryCode) {
        if (industryCode != null && !industryCode.matches("[0-9]{2,4}")) {
            throw Problem.invalid(new FieldProblem("industryCode", "INDUSTRY_CODE"));
        }
        return industryCode == null ? null : List.of(industryCode);
    }

    private List<String> industriesOf(@Nullable String cluster, String segment) {
        return taxonomies
                .segment(cluster == null ? "" : cluster, segment)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("segment", "SEGMENT")));
    }

    @GetMapping("/{creditCode}")
    @Operation(summary = "One enterprise, with its version as ETag")
    ResponseEntity<EnterpriseEntry.Detail> one(@PathVariable String creditCode) {
        return answer(ResponseEntity.ok(), enterprises.visible(CreditCode.parse(creditCode), Caller.current()));
    }

    @PostMapping
    @Operation(summary = "Adds an enterprise; 400 INVALID_CREDIT_CODE, 409 ENTERPRISE_EXISTS")
    ResponseEntity<EnterpriseEntry.Detail> add(@Valid @RequestBody EnterpriseEntry.Input input) {
        if (input.creditCode() == null) {
            throw Problem.invalid(new FieldProblem("creditCode", "REQUIRED"));
        }
        Enterprise added = register.add(CreditCode.parse(input.creditCode()), input);
        URI location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(added.creditCode())
                .build()
                .toUri();
        return answer(ResponseEntity.created(URI.create(location.getRawPath())), added);
    }

    @PutMapping("/{creditCode}")
    @Operation(summary = "Replaces an entry; needs If-Match")
    ResponseEntity<EnterpriseEntry.Detail> replace(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody EnterpriseEntry.Input input) {
        CreditCode code = CreditCode.parse(creditCode);
        if (input.creditCode() != null && !input.creditCode().equals(code.value())) {
            throw Problem.invalid(new FieldProblem("creditCode", "NOT_THE_PATHS"));
        }
        return answer(ResponseEntity.ok(), register.replace(code, ifMatch, input));
    }

    private ResponseEntity<EnterpriseEntry.Detail> answer(ResponseEntity.BodyBuilder answer, Enterprise enterprise) {
        return answer.eTag(Versions.tag(enterprise.version())).body(details.of(enterprise));
    }
}
