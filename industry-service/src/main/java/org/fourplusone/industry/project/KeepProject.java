package org.fourplusone.industry.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes key projects, checked as a whole; and notes who looked at the persons of a team. */
@Service
class KeepProject {

    private final ProjectFiles files;
    private final Enterprises enterprises;
    private final Taxonomies taxonomies;
    private final AuditLog audit;
    private final Clock clock;

    KeepProject(ProjectFiles files, Enterprises enterprises, Taxonomies taxonomies, AuditLog audit, Clock clock) {
        this.files = files;
        this.enterprises = enterprises;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.clock = clock;
    }

    static String auditCase(String code) {
        return "PROJECT-" + code;
    }

    @Transactional
    public ProjectFile add(ProjectEntry entry) {
        String code = entry.code();
        if (code == null || !code.matches("[A-Z0-9._-]{1,20}")) {
            throw Problem.invalid(new FieldProblem("code", code == null ? "REQUIRED" : "PROJECT_CODE"));
        }
        ProjectFile file = checked(code, entry, false, 1);
        try {
            files.addAll(List.of(file));
        } catch (DuplicateKeyException e) {
            throw Problem.of(HttpStatus.CONFLICT, "PROJECT_EXISTS", code);
        }
        audit.record(auditCase(code), "ADD", null, file);
        return file;
    }

    @Transactional
    public ProjectFile replace(String code, IfMatch ifMatch, ProjectEntry entry) {
        ProjectFile old = files.find(code).orElseThrow(Problem::notFound);
        ifMatch.require(old.version());
        if (entry.code() != null && !entry.code().equals(code)) {
            throw Problem.invalid(new FieldProblem("code", "PROJECT_NOT_THE_PATHS"));
        }
        ProjectFile next = checked(code, entry, old.project().sample(), old.version() + 1);
        if (!files.replace(next)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        audit.record(auditCase(code), "REPLACE", old, next);
        return next;
    }

    /** Who serves a project is personal: each look at it is told by the audit. */
    @Transactional
    public void lookedAt(ProjectFile file) {
        if (!file.team().isEmpty()) {
            audit.record(auditCase(file.project().code()), "READ_TEAM", null, null);
        }
    }

    private ProjectFile checked(String code, ProjectEntry entry, boolean sample, long version) {
        List<FieldProblem> problems = new ArrayList<>(entry.problems(taxonomies, LocalDate.now(clock)));
        String owner = owner(entry, problems);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        Project project = new Project(
                code,
                entry.name().strip(),
                entry.level(),
                entry.cluster(),
                entry.ownerCode(),
                owner,
                entry.planYear(),
                entry.stage(),
                entry.totalInvestment(),
                entry.yearPlan(),
                entry.done(),
                entry.through(),
                entry.startedOn(),
                entry.completedOn(),
                sample);
        return new ProjectFile(project, entry.months(), entry.members(), version);
    }

    private String owner(ProjectEntry entry, List<FieldProblem> problems) {
        String name = entry.ownerName();
        String code = entry.ownerCode();
        Enterprise owner = code == null || !CreditCode.isValid(code)
                ? null
                : enterprises.find(new CreditCode(code)).orElse(null);
        if (code != null && owner == null) {
            problems.add(new FieldProblem("ownerCode", "NOT_IN_REGISTER"));
        }
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        if (owner == null) {
            problems.add(new FieldProblem("ownerName", "REQUIRED"));
            return "";
        }
        return owner.name();
    }
}
