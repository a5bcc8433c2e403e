package org.fourplusone.fund.review;

import java.util.Objects;
import org.fourplusone.fund.filing.Assessment;
import org.fourplusone.fund.filing.NotEligible;
import org.fourplusone.fund.filing.TopUp;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The arithmetic of an award: what is asked ≥ what is proved ≥ what is reviewed ≥ what is approved. */
final class Award {
    private Award() {}

    /** The most that may be recommended: the verified award, and not more than was claimed at submission. */
    static Money most(Assessment verified, @Nullable Money claimed) {
        Money proved = verified.most();
        return claimed == null ? proved : proved.min(claimed);
    }

    /**
     * The reviewer's amount, if it may be recommended.
     *
     * @param most of the verified award, the claim and the audit
     * @throws Problem 409 {@code NOT_ELIGIBLE} or {@code FACTS_MISSING} when the verdict does not rest on proven facts, 409
     *     {@code AMOUNT_TOO_HIGH} with {@code most} above the award, 400 without a positive amount
     */
    static Money checked(@Nullable Money amount, Assessment verified, Money most) {
        if (amount == null || !amount.isPositive()) {
            throw Problem.invalid(new FieldProblem("amount", "AMOUNT"));
        }
        if (!verified.isCertain()) {
            throw NotEligible.problem(verified);
        }
        requireAtMost(amount, most);
        return amount;
    }

    static void requireAtMost(Money amount, Money most) {
        if (amount.compareTo(most) > 0) {
            throw Problem.of(HttpStatus.CONFLICT, "AMOUNT_TOO_HIGH", amount, most)
                    .with("most", most);
        }
    }

    /** 409 {@code GROUP_GRANTED} with {@code most} and {@code granted} above what the group of a top-up leaves. */
    static void requireRoom(Money amount, TopUp.Room room) {
        if (amount.compareTo(room.most()) > 0) {
            Money granted = Objects.requireNonNullElse(room.granted(), Money.ZERO);
            throw Problem.of(HttpStatus.CONFLICT, "GROUP_GRANTED", amount, granted, room.most())
                    .with("most", room.most())
                    .with("granted", granted);
        }
    }
}
