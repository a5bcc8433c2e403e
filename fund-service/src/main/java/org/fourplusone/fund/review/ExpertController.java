package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.filing.Criterion;
import org.fourplusone.fund.filing.SensitiveReads;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of experts that draws are made from, and how many are drawn for what. */
@RestController
@Tag(name = "experts")
class ExpertController {
    /**
     * What is left out stays as it is.
     *
     * @param qualification field and titles
     * @param enterprises credit codes of whom the expert is employed by or tied to; never drawn for them
     */
    record Entry(
            @NotBlank @Size(max = 100) String name,
            @NotNull Boolean active,
            @Nullable @Size(max = 500) String qualification,
            @Nullable @Size(max = 100) List<@Pattern(regexp = "[0-9A-Z]{18}") @NotNull String> enterprises) {}

    /**
     * @param scope a call's id or an item's code
     * @param criteria none for one score of 0 to 100; otherwise of 100 marks together
     */
    record PanelEntry(
            @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,26}") String scope,
            @NotNull @Min(1) @Max(9) Integer experts,
            @Nullable @Size(max = 20) List<@Valid @NotNull CriterionEntry> criteria) {}

    record CriterionEntry(
            @NotNull @Pattern(regexp = "[A-Z0-9_]{1,30}") String code,
            @NotNull Text name,
            @NotNull @Min(1) @Max(100) Integer most) {}

    private final ExpertRegister register;
    private final ExpertPanels panels;
    private final AuditLog audit;
    private final SensitiveReads reads;

    ExpertController(ExpertRegister register, ExpertPanels panels, AuditLog audit, SensitiveReads reads) {
        this.register = register;
        this.panels = panels;
        this.audit = audit;
        this.reads = reads;
    }

    @GetMapping("/experts")
    @Operation(summary = "The register of experts, with their ties, so that the reading is recorded")
    List<ExpertRegister.Expert> list() {
        List<ExpertRegister.Expert> all = register.all();
        if (!all.isEmpty()) {
            reads.persons(
                    "EXPERTS", all.stream().map(ExpertRegister.Expert::username).toList());
        }
        return all;
    }

    @PutMapping("/experts/{username}")
    @Transactional
    @Operation(summary = "Keep an expert in the register")
    public ExpertRegister.Expert put(@PathVariable String username, @Valid @RequestBody Entry entry) {
        if (!username.matches("[A-Za-z0-9._-]{1,80}")) {
            throw Problem.invalid(new FieldProblem("username", "WRONG_TYPE"));
        }
        Optional<ExpertRegister.Expert> known = register.find(username);
        ExpertRegister.Expert expert = new ExpertRegister.Expert(
                username,
                entry.name(),
                entry.active(),
                entry.qualification() == null
                        ? known.map(ExpertRegister.Expert::qualification).orElse(null)
                        : entry.qualification().strip(),
                entry.enterprises() == null
                        ? known.map(ExpertRegister.Expert::enterprises).orElse(List.of())
                        : entry.enterprises());
        register.keep(expert);
        audit.record("EXPERTS", "KEEP_EXPERT", null, Map.of("username", username, "active", entry.active()));
        return expert;
    }

    @GetMapping("/expert-panels")
    @Operation(summary = "How many experts score the filings of a call or an item, and what for")
    Page<ExpertPanels.Panel> panels(Paging paging) {
        return panels.all(paging);
    }

    @PostMapping("/expert-panels")
    @Idempotent
    @Operation(summary = "Set the panel of a call or an item")
    ExpertPanels.Panel panel(@Valid @RequestBody PanelEntry entry) {
        List<CriterionEntry> criteria = entry.criteria() == null ? List.of() : entry.criteria();
        ExpertPanels.Panel panel = new ExpertPanels.Panel(
                entry.scope(),
                entry.experts(),
                criteria.stream()
                        .map(each -> new Criterion(each.code(), each.name(), each.most()))
                        .toList());
        panels.keep(panel, Caller.current());
        return panel;
    }

    @DeleteMapping("/expert-panels/{scope}")
    @Idempotent
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Have no panel for a call or an item: one expert and one score; draws that were made stay")
    void unset(@PathVariable String scope) {
        panels.drop(scope);
    }
}
