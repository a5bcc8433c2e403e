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
 * approved and not written there yet is deducted here, so that a top-up (补差) never pays the same yuan twice. What was
 * approved later never counts against what was approved before it: every lawful award can be paid, in any order.
 */
@Component
class Stacked {
    /**
     * Another award of the same enterprise in the group.
     *
     * @param amount as approved, or what its final account came to
     * @param approval grows from one approval of a group to the next
     */
    private record Other(String filing, Money amount, long approval) {}

    private final JdbcClient jdbc;

    Stacked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer with its estimate less what was awarded beyond what it deducts; the same where nothing was. */
    Assessments.Answer less(Filing filing, Assessments.Answer answer) {
        Assessment assessment = answer.assessment();
        Assessment.Estimate estimate = assessment.estimate();
        if (estimate == null || !isTopUp(assessment)) {
            return answer;
        }
        Money deducted = deducted(answer);
        Money own = granted(filing, group(assessment));
        if (own.compareTo(deducted) <= 0) {
            return answer;
        }
        Money more = own.minus(deducted);
        Assessment.Estimate less = new Assessment.Estimate(
                less(estimate.amount(), more), less(estimate.low(), more), less(estimate.high(), more));
        return new Assessments.Answer(assessment.with(less), written(answer.whole(), less, own));
    }

    static boolean isTopUp(Assessment assessment) {
        Assessment.Stacking stacking = assessment.stacking();
        return stacking != null && "TOP_UP_DIFFERENCE".equals(stacking.rule());
    }

    /** What an answer has deducted already. */
    static Money deducted(Assessments.Answer answer) {
        return Money.parse(answer.whole().path("estimate").path("deducted").asString("0.00"));
    }

    /** What counts as one group: the item alone where it has none. */
    static String group(Assessment assessment) {
        Assessment.Stacking stacking = assessment.stacking();
        return stacking == null || stacking.group() == null ? assessment.code() : stacking.group();
    }

    /** What counts against a filing: what others of the group were approved for, before it where it is approved itself. */
    Money granted(Filing filing, String group) {
        long own = approval(filing);
        return others(filing, group).stream()
                .filter(other -> other.approval() < own)
                .map(Other::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The filings of its group that were approved after it; none where it is not approved itself. */
    List<String> later(Filing filing) {
        if (filing.approved() == null) {
            return List.of();
        }
        long own = approval(filing);
        return jdbc
                .sql("SELECT stacking_group FROM filing WHERE id = :id AND stacking_group IS NOT NULL")
                .param("id", filing.id())
                .query(String.class)
                .optional()
                .map(group -> others(filing, group))
                .orElse(List.of())
                .stream()
                .filter(other -> other.approval() > own)
                .map(Other::filing)
                .toList();
    }

    /** The place of its approval among all; behind all of them while there is none. */
    private long approval(Filing filing) {
        if (filing.approved() == null) {
            return Long.MAX_VALUE;
        }
        return jdbc.sql(
                        "SELECT COALESCE(MAX(position), 0) FROM filing_step WHERE filing_id = :id AND action = 'APPROVE'")
                .param("id", filing.id())
                .query(Long.class)
                .single();
    }

    /** What others were approved for in the group, unless they ended without money or came back whole. */
    private List<Other> others(Filing filing, String group) {
        List<String> ended = Arrays.stream(State.values())
                .filter(State::isWithoutMoney)
                .map(State::name)
                .toList();
        return jdbc.sql("SELECT o.id, LEAST(o.approved, COALESCE(f.amount, o.approved)) AS amount,"
                        + " (SELECT COALESCE(MAX(s.position), 0) FROM filing_step s WHERE s.filing_id = o.id"
                        + " AND s.action = 'APPROVE') AS approval FROM filing o"
                        + " LEFT JOIN final_account f ON f.filing_id = o.id AND f.confirmed_at IS NOT NULL"
                        + " LEFT JOIN award a ON a.filing_id = o.id WHERE o.credit_code = :code"
                        + " AND o.stacking_group = :group AND o.id <> :id AND o.approved IS NOT NULL"
                        + " AND o.state NOT IN (:ended) AND COALESCE(a.state, '') <> 'RECOVERED'")
                .param("code", filing.creditCode())
                .param("group", group)
                .param("id", filing.id())
                .param("ended", ended)
                .query((row, number) ->
                        new Other(row.getString("id"), Money.ofFen(row.getLong("amount")), row.getLong("approval")))
                .list();
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
