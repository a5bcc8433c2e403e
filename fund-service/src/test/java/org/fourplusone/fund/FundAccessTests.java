package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.fourplusone.starter.security.Access;
import org.junit.jupiter.api.Test;

class FundAccessTests {

    /** Approving, paying, releasing and what moves whole lines; the mechanism itself is tested with the starter. */
    @Test
    void asksForTheSecondFactorWhereMoneyIsGivenAway() {
        assertThat(new FundAccess()
                        .access().all().stream()
                                .filter(Access.Rule::factor)
                                .map(rule -> rule.method() + " " + rule.pattern()))
                .contains(
                        "POST /budget/revisions/*/confirm",
                        "POST /budget/years/*/close",
                        "POST /calls/*/allocation/confirm",
                        "POST /approval-limits/proposals/*/confirm",
                        "POST /filings/*/approve",
                        "POST /filings/*/revoke",
                        "POST /instalments/*/request",
                        "POST /batches",
                        "POST /batches/*/release",
                        "POST /batches/*/send",
                        "POST /filings/*/final-account/confirm",
                        "POST /recoveries/*/order",
                        "POST /recoveries/*/repay",
                        "POST /recoveries/*/offset",
                        "POST /recoveries/*/offset/confirm",
                        "POST /recoveries/*/write-off");
    }
}
