package org.fourplusone.fund.filing;

import java.util.List;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** 409 with the clauses that stand in the way. */
public final class NotEligible {
    private NotEligible() {}

    /**
     * {@code NOT_ELIGIBLE} with {@code clauses} that are not met; {@code NOTHING_LEFT} when what was awarded before leaves
     * nothing; {@code FACTS_MISSING} with {@code missing} when facts are
     * lacking and nothing is known to be unmet.
     */
    public static Problem problem(Assessment assessment) {
        if (assessment.isEligible()
                && assessment.estimate() != null
                && !assessment.most().isPositive()) {
            return Problem.of(HttpStatus.CONFLICT, "NOTHING_LEFT", assessment.code());
        }
        if (!assessment.isIneligible()) {
            return Problem.of(HttpStatus.CONFLICT, "FACTS_MISSING")
                    .with("verdict", assessment.verdict())
                    .with("missing", assessment.missing())
                    .with("unverified", assessment.unverified());
        }
        return Problem.of(HttpStatus.CONFLICT, "NOT_ELIGIBLE", assessment.code())
                .with("verdict", assessment.verdict())
                .with("clauses", unmet(assessment));
    }

    private static List<JsonNode> unmet(Assessment assessment) {
        List<JsonNode> clauses = assessment.clauses();
        if (clauses == null) {
            return List.of();
        }
        return clauses.stream()
                .filter(clause -> !"MET".equals(clause.path("state").asString("")))
                .map(SpokenJson::of)
                .toList();
    }
}
