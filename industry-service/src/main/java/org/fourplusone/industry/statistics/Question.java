package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody wants to know: a measure by cluster and one kind of period.
 *
 * @param from first month, in months since year 0
 * @param to last month
 * @param growth whether growth, contribution and pull are asked for
 * @param link the same question as a link
 */
record Question(Measure measure, Grain grain, int from, int to, boolean growth, String link) {

    static final List<String> PUBLISHED = List.of("cluster,month", "cluster,quarter", "cluster,year");

    /**
     * @throws Problem 400 {@code INVALID} naming the parameters that cannot be read, or {@code UNPUBLISHED_COMBINATION}
     *     with the combinations that are published
     */
    static Question of(
            @Nullable String measure,
            @Nullable String by,
            @Nullable String from,
            @Nullable String to,
            @Nullable String growth) {
        List<FieldProblem> problems = new ArrayList<>();
        Measure wanted = measure == null ? null : Measure.of(measure).orElse(null);
        if (wanted == null) {
            problems.add(
                    measure == null
                            ? new FieldProblem("measure", "REQUIRED")
                            : new FieldProblem("measure", "UNKNOWN_VALUE", String.join(", ", Measure.codes())));
        }
        if (growth != null && !growth.equals("yoy") && !growth.equals("none")) {
            problems.add(new FieldProblem("growth", "UNKNOWN_VALUE", "yoy, none"));
        }
        int first = from == null ? 0 : bound("from", from, problems).firstMonth();
        int last = to == null ? Integer.MAX_VALUE : bound("to", to, problems).lastMonth();
        if (problems.isEmpty() && first > last) {
            problems.add(new FieldProblem("from", "PERIOD_ORDER"));
        }
        if (!problems.isEmpty() || wanted == null) {
            throw Problem.invalid(problems);
        }
        Grain grain = grain(by == null ? "cluster,quarter" : by);
        StringBuilder link = new StringBuilder("/api/industry/statistics?measure=")
                .append(wanted.code())
                .append("&by=cluster,")
                .append(grain.code());
        if (from != null) {
            link.append("&from=").append(from);
        }
        if (to != null) {
            link.append("&to=").append(to);
        }
        if ("yoy".equals(growth)) {
            link.append("&growth=yoy");
        }
        return new Question(wanted, grain, first, last, "yoy".equals(growth), link.toString());
    }

    private static Period bound(String field, String text, List<FieldProblem> problems) {
        return Period.parse(text).orElseGet(() -> {
            problems.add(new FieldProblem(field, "PERIOD"));
            return new Period(0, 0);
        });
    }

    private static Grain grain(String by) {
        List<String> parts = List.of(by.split(",", -1));
        for (Grain grain : Grain.values()) {
            if (parts.size() == 2 && Set.copyOf(parts).equals(Set.of("cluster", grain.code()))) {
                return grain;
            }
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "UNPUBLISHED_COMBINATION", String.join("; ", PUBLISHED))
                .with("allowed", PUBLISHED);
    }
}
