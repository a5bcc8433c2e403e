package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Facts")
class HistoryController {

    private final Enterprises enterprises;
    private final Facts facts;
    private final FactDictionary dictionary;

    HistoryController(Enterprises enterprises, Facts facts, FactDictionary dictionary) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.dictionary = dictionary;
    }

    /**
     * One version of a fact.
     *
     * @param value null where the statement was withdrawn
     * @param current whether it is the version that counts now
     * @param recordedBy who recorded it; absent for an enterprise's clerk
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Version(
            String key,
            @Nullable String period,
            @Nullable Object value,
            @Nullable String unit,
            String source,
            boolean verified,
            boolean current,
            @Nullable Instant recordedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RecordRef record,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String recordedBy) {}

    @GetMapping("/enterprises/{creditCode}/facts/history")
    @Operation(summary = "Every version of a fact, newest first: corrections never overwrite")
    Page<Version> history(
            @PathVariable String creditCode,
            @RequestParam String key,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String record,
            Paging paging) {
        Caller caller = Caller.current();
        CreditCode code = CreditCode.parse(creditCode);
        enterprises.visible(code, caller);
        FactDefinition definition = dictionary.find(key);
        if (definition == null) {
            throw Problem.invalid(new FieldProblem("key", "FACT_UNKNOWN", key));
        }
        List<Fact> all = new ArrayList<>(facts.history(code.value(), FactController.ALL).stream()
                .filter(fact -> fact.key().equals(key))
                .filter(fact -> period == null || period.equals(fact.period()))
                .filter(fact -> record == null || isOf(record, fact))
                .toList());
        Collections.reverse(all);
        boolean seesPersons = caller.roles().stream().anyMatch(role -> !role.equals("ENTERPRISE"));
        List<Version> versions = new ArrayList<>();
        List<Fact.Identity> seen = new ArrayList<>();
        for (Fact fact : all) {
            boolean newest = !seen.contains(fact.identity());
            seen.add(fact.identity());
            versions.add(new Version(
                    key,
                    fact.period(),
                    FactJson.value(definition, fact.value()),
                    definition.unit(),
                    fact.source(),
                    fact.verified(),
                    newest,
                    fact.recordedAt(),
                    fact.record(),
                    seesPersons ? fact.recordedBy() : null));
        }
        return Page.cut(versions, paging);
    }

    private static boolean isOf(String ref, Fact fact) {
        RecordRef record = fact.record();
        return record != null && Objects.equals(record.ref(), ref);
    }
}
