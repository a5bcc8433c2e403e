package org.fourplusone.fund.payment;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the paying account as {@code camt.053} tells it: its booked entries, their details one by one.
 *
 * @param id the bank's name for it, unique for the account
 * @param account the account's number
 * @param opening the balance before the first entry, negative when overdrawn; null when the bank does not tell it
 * @param closing the balance after the last one
 * @param pending how many entries were not booked yet; they are not read
 */
record BankStatement(
        String id,
        String account,
        @Nullable Money opening,
        @Nullable Money closing,
        List<Line> lines,
        int pending) {

    /**
     * One booked movement.
     *
     * @param endToEndId what we named the payment by; null where the bank gives none
     * @param reference the bank's own name for it
     * @param in money that came, otherwise money that went
     * @param amount above zero
     * @param currency ISO 4217
     * @param reason code and words of a return
     * @param text what else the bank wrote
     */
    record Line(
            @Nullable String endToEndId,
            @Nullable String reference,
            boolean in,
            Money amount,
            String currency,
            LocalDate bookedOn,
            @Nullable String reason,
            @Nullable String text) {

        Money signed() {
            return in ? amount : amount.negated();
        }
    }

    /** Whether the opening balance and all lines make the closing one; true where the bank does not tell both. */
    boolean addsUp() {
        if (opening == null || closing == null) {
            return true;
        }
        Money sum = lines.stream().map(Line::signed).reduce(opening, Money::plus);
        return sum.equals(closing);
    }
}
