package org.fourplusone.fund.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one finished filing, as stored; one that nobody has begun has version 0.
 *
 * @param report a draft while the self-report is awaited; null where there is none
 * @param reportDueOn from the day after, the officer may score without a self-report
 */
record Evaluation(
        String filing,
        State state,
        long version,
        @Nullable SelfReport report,
        LocalDate reportDueOn,
        @Nullable Instant submittedAt,
        @Nullable Map<Criterion, Integer> points,
        @Nullable Integer score,
        @Nullable Band band,
        @Nullable String opinion,
        @Nullable String scoredBy,
        @Nullable Instant scoredAt) {

    enum State {
        AWAITED("待自评", "Self-report awaited"),
        SUBMITTED("待评分", "To be scored"),
        SCORED("已评分", "Scored");

        private final Text title;

        State(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }
}
