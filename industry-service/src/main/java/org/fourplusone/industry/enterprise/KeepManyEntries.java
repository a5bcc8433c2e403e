package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Enterprise.Status;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes many entries at once, by the same rules as {@link KeepRegister} does one. */
@Service
public class KeepManyEntries {

    private static final String NO_CLUSTER = "NONE";

    private final Enterprises enterprises;
    private final KeepRegister register;
    private final ChangeNumbers changes;
    private final Taxonomies taxonomies;
    private final AuditLog audit;
    private final Clock clock;

    KeepManyEntries(
            Enterprises enterprises,
            KeepRegister register,
            ChangeNumbers changes,
            Taxonomies taxonomies,
            AuditLog audit,
            Clock clock) {
        this.enterprises = enterprises;
        this.register = register;
        this.changes = changes;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is said of one enterprise; null leaves what is there.
     *
     * @param cluster a cluster's code, {@code NONE} for none
     */
    public record Entry(
            String creditCode,
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String industryCode,
            @Nullable Boolean aboveScale,
            @Nullable String street,
            @Nullable String address,
            @Nullable LocalDate established) {

        private EnterpriseEntry.Input over(@Nullable Enterprise old) {
            String into = cluster == null && old != null ? old.cluster() : cluster;
            return new EnterpriseEntry.Input(
                    creditCode,
                    name != null || old == null ? String.valueOf(name == null ? "" : name) : old.name(),
                    NO_CLUSTER.equals(into) ? null : into,
                    industryCode != null || old == null
                            ? String.valueOf(industryCode == null ? "" : industryCode)
                            : old.industryCode(),
                    aboveScale != null || old == null ? aboveScale : Boolean.valueOf(old.aboveScale()),
                    street != null || old == null ? street : old.street(),
                    address != null || old == null ? address : old.address(),
                    established != null || old == null ? established : old.established(),
                    null);
        }
    }

    /** An entry as it stands and as it would stand, and what is wrong with that, by field. */
    public record Compared(@Nullable Enterprise before, Enterprise after, List<FieldProblem> problems) {}

    /** Compares what is said with what there is, in the same order. */
    public List<Compared> compare(List<Entry> entries) {
        Map<String, Enterprise> known =
                enterprises.findAll(entries.stream().map(Entry::creditCode).toList());
        LocalDate today = LocalDate.now(clock);
        List<Compared> compared = new ArrayList<>();
        for (Entry entry : entries) {
            Enterprise before = known.get(entry.creditCode());
            EnterpriseEntry.Input input = entry.over(before);
            List<FieldProblem> problems = new ArrayList<>();
            if (input.name().isBlank()) {
                problems.add(new FieldProblem("name", "REQUIRED"));
            }
            length(problems, "name", input.name(), 120);
            length(problems, "street", input.street(), 60);
            length(problems, "address", input.address(), 200);
            if (input.industryCode().isEmpty()) {
                problems.add(new FieldProblem("industryCode", "REQUIRED"));
            } else {
                problems.addAll(input.problems(taxonomies, today));
            }
            CreditCode code = new CreditCode(entry.creditCode());
            Enterprise after = before == null
                    ? KeepRegister.entry(code, input, Status.ACTIVE, null, false, 1, 0, 0)
                    : KeepRegister.entry(
                            code,
                            input,
                            before.status(),
                            before.sizeClass(),
                            before.sample(),
                            before.version(),
                            before.factVersion(),
                            before.changeNumber());
            compared.add(new Compared(before, after, problems));
        }
        return compared;
    }

    private static void length(List<FieldProblem> problems, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            problems.add(new FieldProblem(field, "LENGTH", 1, longest));
        }
    }

    /**
     * Writes entries that {@link #compare} found to be new or changed.
     *
     * @return false, and then the transaction must be rolled back, if somebody else has changed one of them since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(List<Entry> entries, Writing writing) {
        long number = changes.take(entries.size());
        Map<String, Enterprise> known =
                enterprises.findAll(entries.stream().map(Entry::creditCode).toList());
        List<Enterprise> added = new ArrayList<>();
        List<AuditLog.Entry> records = new ArrayList<>();
        for (Entry entry : entries) {
            Enterprise old = known.get(entry.creditCode());
            if (old == null) {
                CreditCode code = new CreditCode(entry.creditCode());
                Enterprise next =
                        KeepRegister.entry(code, entry.over(null), Status.ACTIVE, null, false, 1, 0, number++);
                added.add(next);
                records.add(record("ADD", null, next, writing));
            } else if (writing.isOvertaken(old)) {
                return false;
            } else {
                Enterprise next = register.replace(old, entry.over(old), number++);
                records.add(record("REPLACE", old, next, writing));
            }
        }
        enterprises.addAll(added);
        audit.append(records);
        return true;
    }

    /** As {@link KeepRegister} records it, for who confirmed the changes. */
    private AuditLog.Entry record(String action, @Nullable Enterprise before, Enterprise after, Writing writing) {
        AuditLog.Entry entry = audit.entry(MoveEnterprise.auditCase(after.creditCode()), action, before, after);
        return new AuditLog.Entry(
                entry.caseId(), writing.by(), writing.role(), action, entry.beforeHash(), entry.detail());
    }
}
