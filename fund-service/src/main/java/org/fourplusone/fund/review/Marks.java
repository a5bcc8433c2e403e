package org.fourplusone.fund.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Criterion;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an expert gives.
 *
 * @param score of 0 to 100, where the panel has no criteria
 * @param by criterion, where it has: the score is then their sum
 */
record Marks(@Nullable Integer score, Map<String, Integer> by, String opinion) {

    /** The sum of the marks; 400 unless exactly the criteria have theirs, each between 0 and its most. */
    int counted(List<Criterion> criteria) {
        if (criteria.isEmpty()) {
            if (score == null || !by.isEmpty()) {
                throw Problem.invalid(new FieldProblem(score == null ? "score" : "marks", "ONE_SCORE"));
            }
            return score;
        }
        List<FieldProblem> wrong = new ArrayList<>();
        if (score != null) {
            wrong.add(new FieldProblem("score", "MARKS"));
        }
        int sum = 0;
        for (Criterion criterion : criteria) {
            Integer mark = by.get(criterion.code());
            if (mark == null || mark < 0 || mark > criterion.most()) {
                wrong.add(new FieldProblem("marks." + criterion.code(), "MARK", criterion.most()));
            } else {
                sum += mark;
            }
        }
        if (wrong.isEmpty() && by.size() != criteria.size()) {
            wrong.add(new FieldProblem("marks", "MARKS"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return sum;
    }
}
