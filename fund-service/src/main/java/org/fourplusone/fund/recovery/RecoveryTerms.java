package org.fourplusone.fund.recovery;

import org.fourplusone.starter.problem.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;

/**
 * How money is claimed back.
 *
 * @param heardDays working days that the enterprise has for its statement
 * @param payDays working days from the order to the day it is due
 * @param dunDays working days that each dunning gives
 * @param signatures how many persons sign a write-off
 * @param offset whether it may be taken from later instalments
 */
@ConfigurationProperties("fund.recovery")
record RecoveryTerms(
        @DefaultValue("5") int heardDays,
        @DefaultValue("15") int payDays,
        @DefaultValue("10") int dunDays,
        @DefaultValue("2") int signatures,
        @DefaultValue("false") boolean offset) {

    /** 409 {@code OFFSET_OFF} unless it is switched on. */
    void requireOffset() {
        if (!offset) {
            throw Problem.of(HttpStatus.CONFLICT, "OFFSET_OFF");
        }
    }
}
