package org.fourplusone.industry.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.Enterprise.Status;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** How enterprises are written and read over HTTP. */
public final class EnterpriseEntry {

    private EnterpriseEntry() {}

    /** A row of the list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            String creditCode,
            String name,
            @Nullable String cluster,
            Text clusterName,
            @Nullable SizeClass sizeClass,
            String industryCode,
            boolean aboveScale,
            @Nullable String street,
            Status status,
            boolean sample) {

        static Row of(Enterprise enterprise, Taxonomies taxonomies) {
            return new Row(
                    enterprise.creditCode(),
                    enterprise.name(),
                    enterprise.cluster(),
                    taxonomies.nameOf(enterprise.cluster()),
                    enterprise.sizeClass(),
                    enterprise.industryCode(),
                    enterprise.aboveScale(),
                    enterprise.street(),
                    enterprise.status(),
                    enterprise.sample());
        }
    }

    /**
     * One enterprise.
     *
     * @param industryName null for a class that the project's list does not name
     * @param formerNames the last one first
     * @param clusters those that it belongs to today, in every taxonomy
     * @param ending how it closed or was merged; null while it is active
     * @param predecessors what was merged into it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(
            String creditCode,
            String name,
            @Nullable String cluster,
            Text clusterName,
            @Nullable SizeClass sizeClass,
            String industryCode,
            String industrySection,
            @Nullable Text industryName,
            @Nullable Text industryDivisionName,
            boolean aboveScale,
            @Nullable String street,
            @Nullable String address,
            @Nullable LocalDate established,
            Status status,
            boolean sample,
            long version,
            List<FormerNames.FormerName> formerNames,
            List<Taxonomies.Belonging> clusters,
            @Nullable Ending ending,
            List<Predecessor> predecessors) {}

    /** How an enterprise ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ending(
            Closures.Kind kind,
            LocalDate on,
            String reason,
            @Nullable String successor,
            @Nullable String successorName) {}

    /** What was merged into an enterprise. */
    record Predecessor(String creditCode, String name, LocalDate on) {}

    /**
     * What an officer enters. The size class is not entered: it follows from staff, revenue and assets.
     *
     * @param creditCode needed when adding; when changing it may be left out and must fit the path
     * @param cluster a code of the 2019 taxonomy, null for none
     * @param industryCode four digits of GB/T 4754-2017
     * @param status what it is; to close or reopen an enterprise is a move of its own
     */
    public record Input(
            @Nullable String creditCode,
            @NotBlank @Size(max = 120) String name,
            @Nullable String cluster,
            @NotNull String industryCode,
            @Nullable Boolean aboveScale,
            @Nullable @Size(max = 60) String street,
            @Nullable @Size(max = 200) String address,
            @Nullable LocalDate established,
            @Nullable Status status) {

        /** @throws Problem 400 naming every field that cannot be used */
        public void check(Taxonomies taxonomies, LocalDate today) {
            List<FieldProblem> problems = problems(taxonomies, today);
            if (!problems.isEmpty()) {
                throw Problem.invalid(problems);
            }
        }

        /** Every field that cannot be used, for those who check many entries at once. */
        public List<FieldProblem> problems(Taxonomies taxonomies, LocalDate today) {
            List<FieldProblem> problems = new ArrayList<>();
            if (cluster != null && !taxonomies.isCluster(cluster)) {
                problems.add(new FieldProblem("cluster", "UNKNOWN_VALUE", String.join(", ", taxonomies.codes())));
            }
            if (!IndustryCode.isValid(industryCode)) {
                problems.add(new FieldProblem("industryCode", "INDUSTRY_CODE"));
            }
            if (established != null && (established.isAfter(today) || established.getYear() < 1900)) {
                problems.add(new FieldProblem("established", "RANGE", "1900-01-01", today));
            }
            return problems;
        }
    }
}
