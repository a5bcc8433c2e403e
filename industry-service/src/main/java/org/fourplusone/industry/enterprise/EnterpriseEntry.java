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
final class EnterpriseEntry {

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

    /** One enterprise. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(
            String creditCode,
            String name,
            @Nullable String cluster,
            Text clusterName,
            @Nullable SizeClass sizeClass,
            String industryCode,
            String industrySection,
            boolean aboveScale,
            @Nullable String street,
            @Nullable String address,
            @Nullable LocalDate established,
            Status status,
            boolean sample,
            long version) {

        static Detail of(Enterprise enterprise, Taxonomies taxonomies) {
            return new Detail(
                    enterprise.creditCode(),
                    enterprise.name(),
                    enterprise.cluster(),
                    taxonomies.nameOf(enterprise.cluster()),
                    enterprise.sizeClass(),
                    enterprise.industryCode(),
                    IndustryCode.section(enterprise.industryCode()),
                    enterprise.aboveScale(),
                    enterprise.street(),
                    enterprise.address(),
                    enterprise.established(),
                    enterprise.status(),
                    enterprise.sample(),
                    enterprise.version());
        }
    }

    /**
     * What an officer enters. The size class is not entered: it follows from staff, revenue and assets.
     *
     * @param creditCode needed when adding; when changing it may be left out and must fit the path
     * @param cluster a code of the 2019 taxonomy, null for none
     * @param industryCode four digits of GB/T 4754-2017
     * @param status ACTIVE if left out
     */
    record Input(
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
        void check(Taxonomies taxonomies, LocalDate today) {
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
            if (!problems.isEmpty()) {
                throw Problem.invalid(problems);
            }
        }
    }
}
