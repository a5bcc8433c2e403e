package org.fourplusone.fund.payment;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One part of an award and the way of its payment.
 *
 * @param fact the fact that shows its trigger, where there is one
 * @param papers the documents that show it, where there are any
 * @param attempts how often it was put in a batch
 * @param holder the account last asked for: its holder, its locked number and its last digits; null before the first request
 * @param basis what showed that the trigger is met
 * @param failure what the bank said when it last refused
 */
record Instalment(
        String id,
        String filing,
        int position,
        Money amount,
        Trigger trigger,
        @Nullable String fact,
        List<String> papers,
        InstalmentState state,
        long version,
        int attempts,
        @Nullable String holder,
        byte @Nullable [] numberLock,
        @Nullable String numberTail,
        @Nullable String bank,
        @Nullable String cnaps,
        @Nullable String basis,
        @Nullable LocalDate paidOn,
        @Nullable String failure) {

    /** A part as it is when its award is confirmed: nobody asked for it yet. */
    static Instalment planned(
            String id,
            String filing,
            int position,
            Money amount,
            Trigger trigger,
            @Nullable String fact,
            List<String> papers) {
        return new Instalment(
                id,
                filing,
                position,
                amount,
                trigger,
                fact,
                papers,
                InstalmentState.PLANNED,
                1,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
