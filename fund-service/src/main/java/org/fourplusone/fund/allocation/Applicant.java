package org.fourplusone.fund.allocation;

import java.math.BigDecimal;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A filing that asks for a share.
 *
 * @param requested the reviewed amount, above zero
 * @param score the mean of its experts' scores; null where nobody scores
 */
record Applicant(
        String filing,
        String number,
        String enterpriseName,
        Money requested,
        @Nullable BigDecimal score) {}
