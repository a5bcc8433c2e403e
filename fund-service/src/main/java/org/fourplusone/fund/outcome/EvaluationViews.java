package org.fourplusone.fund.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingViews;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows evaluations: a draft to its enterprise alone, the scorer's name to officers alone. */
@Component
class EvaluationViews {
    private final EvaluateFiling evaluating;
    private final Separation separation;

    EvaluationViews(EvaluateFiling evaluating, Separation separation) {
        this.evaluating = evaluating;
        this.separation = separation;
    }

    EvaluationView brief(Evaluation evaluation, Filing filing) {
        return view(evaluation, filing, null, null, null, null, null);
    }

    EvaluationView whole(Evaluation evaluation, Filing filing, Caller caller) {
        boolean own = caller.mayActFor(filing.creditCode());
        boolean handedIn = evaluation.submittedAt() != null;
        return view(
                evaluation,
                filing,
                own || handedIn ? evaluation.report() : null,
                criteria(evaluation.points()),
                evaluation.opinion(),
                FilingViews.isOfficer(caller) ? evaluation.scoredBy() : null,
                actions(evaluation, filing, caller));
    }

    private static List<EvaluationView.Points> criteria(@Nullable Map<Criterion, Integer> points) {
        return Arrays.stream(Criterion.values())
                .map(criterion -> new EvaluationView.Points(
                        criterion, criterion.title(), criterion.most(), points == null ? null : points.get(criterion)))
                .toList();
    }

    private List<String> actions(Evaluation evaluation, Filing filing, Caller caller) {
        List<String> open = new ArrayList<>();
        if (filing.state() != State.CLOSED) {
            return open;
        }
        if (evaluation.state() == Evaluation.State.AWAITED && caller.mayActFor(filing.creditCode())) {
            open.add("report");
            if (evaluation.report() != null) {
                open.add("submit");
            }
        }
        if (evaluating.isScorable(evaluation)
                && caller.hasAny(EvaluateFiling.SCORERS)
                && separation.conflict(filing, Step.EVALUATE, caller).isEmpty()) {
            open.add("score");
        }
        return open;
    }

    private static EvaluationView view(
            Evaluation evaluation,
            Filing filing,
            @Nullable SelfReport report,
            @Nullable List<EvaluationView.Points> criteria,
            @Nullable String opinion,
            @Nullable String scoredBy,
            @Nullable List<String> actions) {
        Band band = evaluation.band();
        return new EvaluationView(
                filing.id(),
                filing.number(),
                filing.title(),
                filing.itemCode(),
                filing.year(),
                filing.line(),
                filing.line().title(),
                filing.creditCode(),
                filing.enterpriseName(),
                filing.state() == State.CLOSED ? filing.approved() : null,
                evaluation.state(),
                evaluation.state().title(),
                evaluation.reportDueOn(),
                evaluation.submittedAt(),
                evaluation.score(),
                band,
                band == null ? null : band.title(),
                evaluation.scoredAt(),
                report,
                criteria,
                opinion,
                scoredBy,
                actions);
    }
}
