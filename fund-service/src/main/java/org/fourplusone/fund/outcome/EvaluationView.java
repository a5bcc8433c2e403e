package org.fourplusone.fund.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it is shown.
 *
 * @param filing the filing's id
 * @param award the approved amount; absent before the filing is closed
 * @param reportDueOn the last day for the self-report; from the next day on the officer may score without it
 * @param report the enterprise sees its draft; officers see it once it was submitted; not in lists
 * @param criteria the points given, or the most that may be given; not in lists
 * @param scoredBy for officers only
 * @param actions what is open to the caller now: {@code report}, {@code submit}, {@code score}; not in lists
 */
record EvaluationView(
        String filing,
        String number,
        Text title,
        String itemCode,
        int year,
        Line line,
        Text lineName,
        String creditCode,
        String enterpriseName,
        @Nullable Money award,
        Evaluation.State state,
        Text stateName,
        LocalDate reportDueOn,
        @Nullable Instant submittedAt,
        @Nullable Integer score,
        @Nullable Band band,
        @Nullable Text bandName,
        @Nullable Instant scoredAt,
        @Nullable SelfReport report,
        @Nullable List<Points> criteria,
        @Nullable String opinion,
        @Nullable String scoredBy,
        @Nullable List<String> actions) {

    /** @param points null before the score */
    record Points(
            Criterion code, Text name, int most, @Nullable Integer points) {}
}
