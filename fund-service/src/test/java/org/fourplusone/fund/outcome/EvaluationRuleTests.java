package org.fourplusone.fund.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bands of a score, and what use and scores propose for the next budget. */
class EvaluationRuleTests {

    @ParameterizedTest
    @CsvSource({"0,POOR", "59,POOR", "60,FAIR", "79,FAIR", "80,GOOD", "89,GOOD", "90,EXCELLENT", "100,EXCELLENT"})
    void aScoreFallsIntoItsBand(int score, Band band) {
        assertThat(Band.of(score)).isEqualTo(band);
    }

    @Test
    void thereIsNoBandOutsideOfTheScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> Band.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Band.of(101));
    }

    @Test
    void theCriteriaMakeAHundred() {
        assertThat(Arrays.stream(Criterion.values()).mapToInt(Criterion::most).sum())
                .isEqualTo(100);
        assertThat(Criterion.OUTPUT.most() + Criterion.EFFECT.most()).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        // budget, paid, scores, hundredths, proposed
        "10000000,10000000,3,9500,11000000.00",
        "10000000,10000000,3,8999,10000000.00",
        "10000000,8000000,3,9000,8800000.00",
        "10000000,8000000,2,9000,8000000.00",
        "10000000,8000000,0,0,8000000.00",
        "10000000,1000000,3,7000,4500000.00",
        "10000000,1000000,3,5999,3500000.00",
        "10000000,0,3,10000,5500000.00",
        "0,0,3,10000,0.00",
    })
    void theProposalFollowsUseAndScores(long budget, long paid, int scores, long hundredths, String proposed) {
        Evaluations.Average average = scores == 0 ? null : new Evaluations.Average(scores, hundredths);
        BudgetProposal proposal = BudgetProposal.of(line(budget, paid), average);
        assertThat(proposal.proposed()).isEqualTo(Money.parse(proposed));
        assertThat(proposal.change()).isEqualTo(proposal.proposed().minus(proposal.budgeted()));
    }

    @Test
    void moreUseOrABetterScoreNeverProposesLess() {
        long seed = 20261122;
        System.out.println("EvaluationRuleTests seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long budget = random.nextInt(60_000_000) + 1;
            long paid = random.nextLong(budget + 1);
            long morePaid = paid + random.nextLong(budget - paid + 1);
            int score = random.nextInt(10_001);
            int better = score + random.nextInt(10_001 - score);
            Money proposed = propose(budget, paid, score);
            assertThat(propose(budget, morePaid, better)).isGreaterThanOrEqualTo(proposed);
            assertThat(proposed.fen() % BudgetProposal.STEP.fen()).isZero();
            assertThat(proposed.yuan().doubleValue()).isBetween(0.0, budget * 1.10 + 5_000);
        }
    }

    private static Money propose(long budget, long paid, int hundredths) {
        return BudgetProposal.of(line(budget, paid), new Evaluations.Average(3, hundredths))
                .proposed();
    }

    private static LineBalance line(long budget, long paid) {
        Money given = Money.ofYuan(budget);
        Money spent = Money.ofYuan(paid);
        Money none = Money.ZERO;
        return new LineBalance(
                Line.OTHER,
                2026,
                "",
                "",
                given,
                given.minus(spent),
                none,
                none,
                none,
                spent,
                none,
                given,
                none,
                none,
                none,
                null,
                1);
    }
}
