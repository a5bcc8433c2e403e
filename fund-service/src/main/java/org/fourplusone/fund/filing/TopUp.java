package org.fourplusone.fund.filing;

import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 补差 at the approval: what was granted in the group since the review counts as what was granted before it. Two filings of
 * a group may both be reviewed in full; together they are never approved for more than the group's most.
 */
@Component
public class TopUp {
    /**
     * What may be approved now.
     *
     * @param most zero when the group has nothing left
     * @param granted what other filings of the group were approved for; null where the item is no top-up
     */
    public record Room(Money most, @Nullable Money granted) {}

    private final Assessments assessments;
    private final Stacked stacked;
    private final JdbcClient jdbc;

    TopUp(Assessments assessments, Stacked stacked, JdbcClient jdbc) {
        this.assessments = assessments;
        this.stacked = stacked;
        this.jdbc = jdbc;
    }

    /**
     * The room as it stands. Holds the enterprise's group until the transaction ends, whatever policy year each filing is
     * of, so that two approvals at once count each other.
     *
     * @param reviewed the most that may be approved whatever the group leaves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Room hold(Filing filing, Money reviewed) {
        assessments
                .frozen(filing.id())
                .map(Assessments.Answer::assessment)
                .filter(Stacked::isTopUp)
                .ifPresent(assessment -> jdbc.sql("INSERT INTO stacking_hold (credit_code, stacking_group, approvals)"
                                + " VALUES (:code, :group, 1) ON DUPLICATE KEY UPDATE approvals = approvals + 1")
                        .param("code", filing.creditCode())
                        .param("group", Stacked.group(assessment))
                        .update());
        return of(filing, reviewed);
    }

    /** The same for a reader, without holding anything. */
    public Room of(Filing filing, Money reviewed) {
        Assessments.Answer answer = assessments.frozen(filing.id()).orElse(null);
        if (answer == null || !Stacked.isTopUp(answer.assessment())) {
            return new Room(reviewed, null);
        }
        Money whole = answer.assessment().most().plus(Stacked.deducted(answer));
        Money granted = stacked.granted(filing, Stacked.group(answer.assessment()));
        return new Room(reviewed.min(whole.minus(granted).max(Money.ZERO)), granted);
    }
}
