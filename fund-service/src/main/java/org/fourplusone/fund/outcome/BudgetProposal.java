package org.fourplusone.fund.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one line is proposed for the next year: budget × use × factor of the average score, rounded HALF_UP to whole 10,000
 * yuan. Use is the share of the budget that was used, at least {@link #LEAST_USE} and at most 1. The factor follows from the
 * band of the average score: 优 1.10, 良 1.00, 中 0.90, 差 0.70; fewer than {@link #LEAST_SCORED} scores count as 1.00. An
 * illustrative rule: an input to the people who make the budget, nothing is posted by it.
 *
 * @param budgeted what the year had: appropriated and carried in
 * @param used reserved, committed, in transit and paid; once the year is closed what was paid
 * @param use used ÷ budgeted with four decimals, as it was; 0 without a budget
 * @param average of the scores of the year's filings, two decimals; null without one
 * @param factor that the score gives
 * @param change proposed less budgeted
 */
record BudgetProposal(
        Line line,
        Text lineName,
        Money budgeted,
        Money used,
        BigDecimal use,
        int scored,
        @Nullable BigDecimal average,
        @Nullable Band band,
        BigDecimal factor,
        Money proposed,
        Money change) {

    static final BigDecimal LEAST_USE = new BigDecimal("0.50");
    static final int LEAST_SCORED = 3;
    static final Money STEP = Money.ofYuan(10_000);

    static BigDecimal factor(Band band) {
        return new BigDecimal(
                switch (band) {
                    case EXCELLENT -> "1.10";
                    case GOOD -> "1.00";
                    case FAIR -> "0.90";
                    case POOR -> "0.70";
                });
    }

    static BudgetProposal of(LineBalance balance, Evaluations.@Nullable Average average) {
        Money budgeted = balance.appropriated().plus(balance.carriedIn());
        Money used = balance.reserved()
                .plus(balance.committed())
                .plus(balance.inTransit())
                .plus(balance.paid());
        BigDecimal use = share(used, budgeted);
        BigDecimal mean = average == null ? null : BigDecimal.valueOf(average.hundredths(), 2);
        Band band = mean == null ? null : Band.of(mean.intValue());
        int scored = average == null ? 0 : average.count();
        BigDecimal factor = band == null || scored < LEAST_SCORED ? new BigDecimal("1.00") : factor(band);
        Money proposed = rounded(budgeted.yuan().multiply(bounded(use)).multiply(factor));
        return new BudgetProposal(
                balance.line(),
                balance.line().title(),
                budgeted,
                used,
                use,
                scored,
                mean,
                band,
                factor,
                proposed,
                proposed.minus(budgeted));
    }

    private static BigDecimal share(Money used, Money budgeted) {
        return budgeted.isPositive()
                ? used.yuan().divide(budgeted.yuan(), 4, RoundingMode.HALF_UP)
                : new BigDecimal("0.0000");
    }

    private static BigDecimal bounded(BigDecimal use) {
        return use.max(LEAST_USE).min(BigDecimal.ONE);
    }

    private static Money rounded(BigDecimal yuan) {
        BigDecimal steps = yuan.divide(STEP.yuan(), 0, RoundingMode.HALF_UP);
        return Money.ofYuan(steps.multiply(STEP.yuan()));
    }
}
