package org.fourplusone.fund.ledger;

import org.fourplusone.starter.money.Money;

/** The money one filing holds, by account. */
public record FilingBalance(Money reserved, Money committed, Money inTransit, Money paid, Money recovered) {
    public static final FilingBalance NONE =
            new FilingBalance(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
}
