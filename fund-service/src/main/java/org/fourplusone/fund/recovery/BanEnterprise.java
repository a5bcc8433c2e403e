package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bans an enterprise from filing after a recovery, and lifts the ban: two persons' steps. */
@Component
class BanEnterprise {
    private final ClaimBack claims;
    private final Bans bans;
    private final Clock clock;

    BanEnterprise(ClaimBack claims, Bans bans, Clock clock) {
        this.claims = claims;
        this.bans = bans;
        this.clock = clock;
    }

    /**
     * Excludes the enterprise from filing, from today to a last day at most five years away (山东省社会信用条例 Art. 38).
     *
     * @throws Problem 400 {@code INVALID}
     */
    @Transactional
    public Recovery ban(String id, LocalDate until, String reason, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.BAN, caller);
        LocalDate today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plusYears(5))) {
            throw Problem.invalid(new FieldProblem("until", "RANGE", today.plusDays(1), today.plusYears(5)));
        }
        bans.add(recovery, today, until, reason, caller.username(), clock.instant());
        return claims.noted(recovery, RecoveryMove.BAN, "BAN", until + " " + reason, caller);
    }

    /**
     * Ends a ban before its last day, at once; by another person than who ordered it.
     *
     * @throws Problem 404 for no ban of this recovery; 409 {@code BAN_OVER}, {@code SAME_PERSON}
     */
    @Transactional
    public Recovery lift(String id, long banId, String reason, Caller caller) {
        Recovery recovery = claims.locked(id, RecoveryMove.LIFT_BAN, caller);
        LocalDate today = LocalDate.now(clock);
        Bans.Ban ban = bans.of(id).stream()
                .filter(each -> each.id() == banId)
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (!ban.isInForceOn(today)) {
            throw Problem.of(HttpStatus.CONFLICT, "BAN_OVER");
        }
        if (!mayLift(ban, caller)) {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", "BAN", "LIFT_BAN");
        }
        bans.lift(ban, today, reason, caller.username(), clock.instant());
        return claims.noted(recovery, RecoveryMove.LIFT_BAN, "LIFT_BAN", ban.untilOn() + " " + reason, caller);
    }

    /** Whoever ordered a ban does not lift it. */
    boolean mayLift(Bans.Ban ban, Caller caller) {
        return !bans.banner(ban.id()).equals(caller.username());
    }
}
