package org.fourplusone.fund.budget;

import java.time.Instant;
import java.time.LocalDate;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A change of a year's budget: proposed by one person, confirmed by another, and posted with the confirmation.
 *
 * @param line the line that gains (ADD, RETURN) or loses (TAKE, MOVE)
 * @param toLine the line that gains by a MOVE; null otherwise
 * @param paidYear the year in which the money that a RETURN gives back was paid; null otherwise
 * @param source where the money comes from
 * @param document the number of the budget document (指标文号)
 * @param datedOn the date of that document
 * @param decision why it was discarded
 */
record BudgetRevision(
        String id,
        int year,
        Kind kind,
        Line line,
        @Nullable Line toLine,
        @Nullable Integer paidYear,
        Money amount,
        String source,
        String document,
        LocalDate datedOn,
        String reason,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        long version) {

    /** What a revision does. */
    enum Kind {
        ADD("追加", "Add"),
        TAKE("调减", "Take away"),
        MOVE("调剂", "Move"),
        RETURN("追回资金退回", "Return what was recovered");

        private final Text title;

        Kind(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }

    enum State {
        PROPOSED("待确认", "Waits for a second person"),
        CONFIRMED("已确认", "Confirmed"),
        DISCARDED("已作废", "Discarded");

        private final Text title;

        State(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }
}
