package org.fourplusone.fund.review;

import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * How much one signature carries, from a day on. What counts is the enterprise's running total: what it has been awarded in
 * the policy year and the award at hand together, so that an award cut into several is signed like one.
 *
 * @param single one approver up to this total
 * @param signatures how many different approvers above it, 2 to 5
 * @param minute the leading group's minute is named above this total
 * @param yearly the most that one enterprise is awarded in a policy year
 */
record ApprovalLimits(LocalDate validFrom, Money single, int signatures, Money minute, Money yearly) {

    int needed(Money total) {
        return total.isMoreThan(single) ? signatures : 1;
    }

    boolean needsMinute(Money total) {
        return total.isMoreThan(minute);
    }

    /** 409 {@code YEAR_CAP} with {@code cap} and {@code available} when the award would exceed the yearly cap. */
    void requireWithinYear(Money held, Money amount) {
        Money free = yearly.minus(held).max(Money.ZERO);
        if (amount.isMoreThan(free)) {
            throw Problem.of(HttpStatus.CONFLICT, "YEAR_CAP", yearly, free)
                    .with("cap", yearly)
                    .with("available", free);
        }
    }
}
