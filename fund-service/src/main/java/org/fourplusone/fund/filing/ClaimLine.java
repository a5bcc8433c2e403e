package org.fourplusone.fund.filing;

import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line that a filing claims.
 *
 * @param id unique within the filing, {@code L1}
 * @param kind one of the kinds that the item's form names
 * @param reference empty while a draft does not say it, else the number of the invoice, contract, certificate, equipment or person
 * @param allowed false once the reviewer disallowed it, with {@code reason}
 */
public record ClaimLine(
        String id,
        String kind,
        String reference,
        @Nullable Money netAmount,
        @Nullable LocalDate paidOn,
        boolean allowed,
        @Nullable String reason) {

    /** Whether the reference is a person's number. */
    static boolean isPersonal(String kind) {
        return kind.equals("PERSON");
    }

    /** A line as it is handed in; a draft may leave everything out but the kind. */
    public record Claimed(
            String kind,
            @Nullable String reference,
            @Nullable Money netAmount,
            @Nullable LocalDate paidOn) {}
}
