package org.fourplusone.industry.confidentiality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Works out from published sums alone between which bounds an unknown number must lie: one linear program for each bound.
 * Knows nothing of trees, leaves or flows.
 */
public final class Attack {

    private record Equation(Map<Integer, Integer> coefficients, double sum) {}

    private final List<Equation> equations = new ArrayList<>();
    private final double[] least;
    private final double[] most;

    /**
     * @param least of each unknown
     * @param most of each unknown; infinite where nothing is known
     */
    public Attack(double[] least, double[] most) {
        this.least = least;
        this.most = most;
    }

    /** A published sum. */
    public void knows(Map<Integer, Integer> coefficients, double sum) {
        equations.add(new Equation(coefficients, sum));
    }

    /** How surely a sum of unknowns is found out. */
    public record Bounds(double low, double high) {
        public boolean isWithin(double truth, double share) {
            double size = Math.abs(truth);
            return high < truth + share * size - 1e-6 * size || low > truth - share * size + 1e-6 * size;
        }
    }

    public Bounds bounds(Map<Integer, Integer> target) {
        return new Bounds(solve(target, false), solve(target, true));
    }

    private double solve(Map<Integer, Integer> target, boolean highest) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int i = 0; i < least.length; i++) {
            var variable = model.newVariable("x" + i).lower(least[i]);
            if (!Double.isInfinite(most[i])) {
                variable.upper(most[i]);
            }
        }
        for (int i = 0; i < equations.size(); i++) {
            Expression expression = model.newExpression("e" + i).level(equations.get(i).sum);
            equations
                    .get(i)
                    .coefficients
                    .forEach((unknown, factor) -> expression.set(unknown.intValue(), factor.longValue()));
        }
        Expression goal = model.newExpression("goal").weight(1.0);
        target.forEach((unknown, factor) -> goal.set(unknown.intValue(), factor.longValue()));
        Optimisation.Result result = highest ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return highest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("no solution: " + result.getState());
        }
        return result.getValue();
    }
}
