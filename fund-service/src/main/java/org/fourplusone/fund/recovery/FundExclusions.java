package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.fund.filing.Exclusions;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Bans in force today and recoveries that are ordered and not settled. */
@Component
class FundExclusions implements Exclusions {
    private final Bans bans;
    private final Recoveries recoveries;
    private final Clock clock;

    FundExclusions(Bans bans, Recoveries recoveries, Clock clock) {
        this.bans = bans;
        this.recoveries = recoveries;
        this.clock = clock;
    }

    @Override
    public void require(String creditCode) {
        bans.banOn(creditCode, LocalDate.now(clock)).ifPresent(ban -> {
            throw Problem.of(HttpStatus.CONFLICT, "BANNED", ban.untilOn().toString(), ban.reason())
                    .with("until", ban.untilOn())
                    .with("reason", ban.reason());
        });
        recoveries.openOf(creditCode).ifPresent(recovery -> {
            throw Problem.of(HttpStatus.CONFLICT, "RECOVERY_OPEN", recovery.number(), recovery.open())
                    .with("recovery", recovery.number())
                    .with("open", recovery.open());
        });
    }
}
