package org.fourplusone.fund.ledger;

import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.IdempotencyKeys;
import org.fourplusone.starter.money.Money;

/**
 * What one caller of a first-come line asks for, with the rows that are kept beside it in the same transaction.
 *
 * @param policyYear the year whose budget the filing draws from
 * @param amount positive
 * @param trail the record of the filing's audit chain
 * @param request the caller's idempotency key with the answer that a retry gets
 */
public record Reservation(
        int policyYear,
        Line line,
        String filing,
        Money amount,
        Cause cause,
        AuditLog.Entry trail,
        IdempotencyKeys.Answered request) {

    public Reservation {
        Ledger.positive(amount);
    }
}
