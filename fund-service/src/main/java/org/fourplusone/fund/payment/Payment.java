package org.fourplusone.fund.payment;

import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an instalment.
 *
 * @param endToEndId what the bank names it by, unique for ever
 * @param bankStatus the last status that the bank reported
 */
record Payment(
        String endToEndId,
        String batch,
        int position,
        String instalment,
        String filing,
        int attempt,
        Money amount,
        String holder,
        byte[] numberLock,
        String numberTail,
        String bank,
        String cnaps,
        InstalmentState state,
        @Nullable String bankStatus,
        @Nullable String reason,
        @Nullable LocalDate settledOn) {

    /** The instalment's id and the attempt: 30 characters of the 35 that the message allows. */
    static String endToEndId(String instalment, int attempt) {
        return "F%s-%02d".formatted(instalment, attempt);
    }
}
