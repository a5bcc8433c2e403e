package org.fourplusone.fund.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.ledger.Movements;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;

/**
 * What a released batch asks to be paid, whole account numbers included: what every {@link BatchOutput} writes in its form.
 *
 * @param messageId 1 to 35 characters, its own for each batch
 * @param createdAt when it was released
 * @param executeOn the day the bank is asked to pay
 */
record PaymentOrder(
        String messageId, Instant createdAt, LocalDate executeOn, BankAccount payer, List<Transfer> transfers) {

    /** @throws IllegalArgumentException when there is no transfer */
    PaymentOrder {
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a batch without payments");
        }
        transfers = List.copyOf(transfers);
    }

    /**
     * @param endToEndId 1 to 35 characters, its own for each attempt to pay
     * @param filing the filing's number
     * @param budget where the money comes from
     */
    record Transfer(
            String endToEndId,
            Money amount,
            BankAccount receiver,
            String filing,
            String creditCode,
            String itemCode,
            Text title,
            Movements.Budget budget) {

        /** What the money is for, shown to the receiver. */
        String purpose() {
            return filing + " " + itemCode + " " + title.zh();
        }
    }

    Money sum() {
        return transfers.stream().map(Transfer::amount).reduce(Money.ZERO, Money::plus);
    }
}
