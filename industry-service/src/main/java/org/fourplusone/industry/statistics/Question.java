package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody wants to know: a measure by one of the published combinations.
 *
 * @param from first month, in months since year 0
 * @param to last month
 * @param growth whether growth, contribution and pull are asked for
 * @param cumulative from January on rather than the single period
 * @param vintage null for the newest
 */
record Question(
        Measure measure,
        Combination combination,
        int from,
        int to,
        boolean growth,
        boolean cumulative,
        @Nullable String vintage,
        Words words) {

    /** The question's own words, as they came. */
    record Words(
            @Nullable String measure,
            @Nullable String by,
            @Nullable String from,
            @Nullable String to,
            @Nullable String growth,
            @Nullable String form,
            @Nullable String vintage) {}

    /**
     * @throws Problem 400 {@code INVALID} naming the parameters that cannot be read, or {@code UNPUBLISHED_COMBINATION}
     *     with the combinations that are published
     */
    static Question of(Words words) {
        List<FieldProblem> problems = new ArrayList<>();
        Measure wanted = measure(words.measure, problems);
        choice("growth", words.growth, problems, "yoy", "none");
        choice("form", words.form, problems, "single", "cumulative");
        if (words.vintage != null && !isVintage(words.vintage)) {
            problems.add(new FieldProblem("vintage", "VINTAGE"));
        }
        int first = words.from == null ? 0 : bound("from", words.from, problems).firstMonth();
        int last = words.to == null
                ? Integer.MAX_VALUE
                : bound("to", words.to, problems).lastMonth();
        if (problems.isEmpty() && first > last) {
            problems.add(new FieldProblem("from", "PERIOD_ORDER"));
        }
        if (!problems.isEmpty() || wanted == null) {
            throw Problem.invalid(problems);
        }
        Combination combination = Combination.of(words.by == null ? "cluster,quarter" : words.by)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "UNPUBLISHED_COMBINATION",
                                String.join("; ", Combination.published()))
                        .with("allowed", Combination.published()));
        return new Question(
                wanted,
                combination,
                first,
                last,
                "yoy".equals(words.growth),
                "cumulative".equals(words.form),
                words.vintage,
                words);
    }

    /** Whether a text is a month like {@code 2026-10}, the name of a vintage. */
    static boolean isVintage(String text) {
        return Period.parse(text)
                .filter(month -> month.firstMonth() == month.lastMonth())
                .isPresent();
    }

    /** The same question as a link that gives the same answer for good: it names the vintage. */
    String link(@Nullable String answered) {
        StringBuilder link = new StringBuilder("/api/industry/statistics?measure=")
                .append(measure.code())
                .append("&by=")
                .append(combination.by());
        append(link, "from", words.from);
        append(link, "to", words.to);
        append(link, "growth", growth ? "yoy" : null);
        append(link, "form", cumulative ? "cumulative" : null);
        append(link, "vintage", answered);
        return link.toString();
    }

    private static void append(StringBuilder link, String name, @Nullable String value) {
        if (value != null) {
            link.append('&').append(name).append('=').append(value);
        }
    }

    static @Nullable Measure measure(@Nullable String code, List<FieldProblem> problems) {
        Measure measure = code == null ? null : Measure.of(code).orElse(null);
        if (measure == null) {
            problems.add(
                    code == null
                            ? new FieldProblem("measure", "REQUIRED")
                            : new FieldProblem("measure", "UNKNOWN_VALUE", String.join(", ", Measure.codes())));
        }
        return measure;
    }

    private static void choice(String field, @Nullable String value, List<FieldProblem> problems, String... allowed) {
        if (value != null && !List.of(allowed).contains(value)) {
            problems.add(new FieldProblem(field, "UNKNOWN_VALUE", String.join(", ", allowed)));
        }
    }

    private static Period bound(String field, String text, List<FieldProblem> problems) {
        return Period.parse(text).orElseGet(() -> {
            problems.add(new FieldProblem(field, "PERIOD"));
            return new Period(0, 0);
        });
    }
}
