package org.fourplusone.fund.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of experts that draws are made from. */
@RestController
@RequestMapping("/experts")
class ExpertController {
    record Entry(
            @NotBlank @Size(max = 100) String name, @NotNull Boolean active) {}

    private final Experts experts;
    private final AuditLog audit;

    ExpertController(Experts experts, AuditLog audit) {
        this.experts = experts;
        this.audit = audit;
    }

    @GetMapping
    List<Experts.Expert> list() {
        return experts.all();
    }

    @PutMapping("/{username}")
    @Transactional
    public Experts.Expert put(@PathVariable String username, @Valid @RequestBody Entry entry) {
        if (!username.matches("[A-Za-z0-9._-]{1,80}")) {
            throw Problem.invalid(new FieldProblem("username", "WRONG_TYPE"));
        }
        Experts.Expert expert = new Experts.Expert(username, entry.name(), entry.active());
        experts.keep(expert);
        audit.record("EXPERTS", "KEEP_EXPERT", null, Map.of("username", username, "active", entry.active()));
        return expert;
    }
}
