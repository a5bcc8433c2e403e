package org.fourplusone.fund.payment;

import java.time.LocalDate;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that came back to the treasury by the books, beside what the bank booked under the same reference.
 *
 * @param reference the bank's own
 * @param filing the case that it was paid back for; absent where it was booked on another day than the one asked for
 * @param ledger what the books have as recovered
 * @param bank what the bank's statements have as come in, on any day
 * @param bankOn the day on which the bank booked it; absent until a statement has it
 * @param atBank whether a statement has it, to the fen
 */
record Repayment(
        String reference,
        @Nullable String filing,
        @Nullable String number,
        @Nullable String enterpriseName,
        Money ledger,
        Money bank,
        @Nullable LocalDate bankOn,
        boolean atBank) {

    static Repayment of(
            String reference, @Nullable Filing filing, Money ledger, Money bank, @Nullable LocalDate bankOn) {
        return new Repayment(
                reference,
                filing == null ? null : filing.id(),
                filing == null ? null : filing.number(),
                filing == null ? null : filing.enterpriseName(),
                ledger,
                bank,
                bankOn,
                ledger.equals(bank));
    }
}
