package org.fourplusone.fund.filing;

import java.util.Arrays;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stacking against what this fund itself has awarded. policy-service deducts the awards that the register knows; one that is
 * approved and not written there yet is deducted here, so that a top-up (补差) never pays the same yuan twice.
 */
@Component
class Stacked {
    private final JdbcClient jdbc;

    Stacked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer with its estimate less what was awarded beyond what it deducts; the same where nothing was. */
    Assessments.Answer less(Filing filing, Assessments.Answer answer) {
        Assessment assessment = answer.assessment();
        Assessment.Stacking stacking = assessment.stacking();
        Assessment.Estimate estimate = assessment.estimate();
        if (stacking == null || estimate == null || !"TOP_UP_DIFFERENCE".equals(stacking.rule())) {
            return answer;
        }
        Money deducted =
                Money.parse(answer.whole().path("estimate").path("deducted").asString("0.00"));
        Money own = awarded(filing, group(assessment));
        if (own.compareTo(deducted) <= 0) {
            return answer;
        }
        Money more = own.minus(deducted);
        Assessment.Estimate less = new Assessment.Estimate(
                less(estimate.amount(), more), less(estimate.low(), more), less(estimate.high(), more));
        return new Assessments.Answer(assessment.with(less), written(answer.whole(), less, own));
    }

    /** What counts as one group: the item alone where it has none. */
    static String group(Assessment assessment) {
        Assessment.Stacking stacking = assessment.stacking();
        return stacking == null || stacking.group() == null ? assessment.code() : stacking.group();
    }

    /** What other filings of the enterprise were approved for in the same group, unless they ended without money. */
    private Money awarded(Filing filing, String group) {
        List<String> ended = Arrays.stream(State.values())
                .filter(State::isWithoutMoney)
                .map(State::name)
                .toList();
        return Money.ofFen(jdbc.sql("SELECT COALESCE(SUM(approved), 0) FROM filing WHERE credit_code = :code"
                        + " AND stacking_group = :group AND id <> :id AND state NOT IN (:ended)")
                .param("code", filing.creditCode())
                .param("group", group)
                .param("id", filing.id())
                .param("ended", ended)
                .query(Long.class)
                .single());
    }

    private static @Nullable Money less(@Nullable Money amount, Money deducted) {
        return amount == null ? null : amount.minus(deducted).max(Money.ZERO);
    }

    /** The whole answer as it is frozen says the same as what was read from it. */
    private static JsonNode written(JsonNode whole, Assessment.Estimate less, Money own) {
        ObjectNode written = (ObjectNode) whole.deepCopy();
        ObjectNode estimate = (ObjectNode) written.path("estimate");
        put(estimate, "amount", less.amount());
        put(estimate, "low", less.low());
        put(estimate, "high", less.high());
        estimate.put("deducted", own.toString());
        return written;
    }

    private static void put(ObjectNode estimate, String name, @Nullable Money amount) {
        if (amount != null) {
            estimate.put(name, amount.toString());
        }
    }
}
