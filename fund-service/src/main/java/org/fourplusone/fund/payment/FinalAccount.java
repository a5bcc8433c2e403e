package org.fourplusone.fund.payment;

import java.time.Instant;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a filing's project came to in the end (清算): what is owed less what was paid is paid, what was paid beyond it is
 * claimed back.
 *
 * @param amount at most the award
 * @param basis the auditor's report or other document that shows it
 * @param confirmedBy the second person; null until then
 */
record FinalAccount(
        String filing,
        Money amount,
        String basis,
        String proposedBy,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    boolean isConfirmed() {
        return confirmedAt != null;
    }
}
