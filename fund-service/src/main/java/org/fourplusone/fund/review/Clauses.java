package org.fourplusone.fund.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.filing.Assessments;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The clauses of an item, as they stand in the trace that is frozen with a filing: what a rejection may rest on. */
@Component
class Clauses {
    private final Assessments assessments;

    Clauses(Assessments assessments) {
        this.assessments = assessments;
    }

    /** 400 {@code INVALID} naming each reason that cites no clause of the filing's item, in either language. */
    void requireCited(Filing filing, List<Reason> reasons) {
        Set<String> known = assessments
                .frozen(filing.id())
                .map(answer -> cited(answer.whole()))
                .orElse(Set.of());
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            String clause = reasons.get(i).clause();
            if (clause == null || !known.contains(clause.strip())) {
                wrong.add(new FieldProblem("reasons[" + i + "].clause", "CLAUSE", String.join(", ", known)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    static Set<String> cited(JsonNode trace) {
        Set<String> known = new LinkedHashSet<>();
        collect(trace, known);
        trace.path("records").forEach(judged -> collect(judged, known));
        return known;
    }

    private static void collect(JsonNode judged, Set<String> known) {
        for (JsonNode clause : judged.path("clauses")) {
            JsonNode name = clause.path("clause");
            if (name.isObject()) {
                name.forEach(text -> known.add(text.asString("").strip()));
            } else {
                known.add(name.asString("").strip());
            }
        }
        known.remove("");
    }
}
