package org.fourplusone.fund.review;

import org.fourplusone.starter.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one signature carries.
 *
 * @param single one approver up to this, two different ones above
 * @param minute the leading group's minute is named above this
 * @param year the most that one enterprise is awarded in a policy year
 */
@ConfigurationProperties("fund.approval")
record ApprovalLimits(
        @DefaultValue("500000") long single,
        @DefaultValue("2000000") long minute,
        @DefaultValue("5000000") long year) {

    boolean needsTwo(Money amount) {
        return amount.compareTo(Money.ofYuan(single)) > 0;
    }

    boolean needsMinute(Money amount) {
        return amount.compareTo(Money.ofYuan(minute)) > 0;
    }

    Money yearly() {
        return Money.ofYuan(year);
    }
}
