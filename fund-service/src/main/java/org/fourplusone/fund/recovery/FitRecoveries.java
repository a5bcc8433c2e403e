package org.fourplusone.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank sent a payment back (退票) of a filing of which money is claimed back: the claims shrink to what the enterprise still
 * has, the newest first, and one of which nothing is left is dropped, or settled where some of it came in.
 */
@Component
public class FitRecoveries {
    private final Recoveries recoveries;
    private final ClaimBack claims;
    private final Clock clock;

    FitRecoveries(Recoveries recoveries, ClaimBack claims, Clock clock) {
        this.recoveries = recoveries;
        this.claims = claims;
        this.clock = clock;
    }

    /** Locks the enterprise's recoveries; before any line of the fund is changed, as every step of a recovery does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Filing filing) {
        recoveries.lockAll(filing.creditCode());
    }

    /**
     * In the running transaction, with the filing and its recoveries locked and the ledger changed already.
     *
     * @param payment what came back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fit(Filing filing, String payment, Actor actor) {
        Money excess = claims.claimable(filing).negated();
        List<Recovery> oldestFirst = recoveries.ofFiling(filing.id()).stream()
                .filter(Recovery::isOpen)
                .toList();
        for (int last = oldestFirst.size() - 1; last >= 0 && excess.isPositive(); last--) {
            Recovery recovery = oldestFirst.get(last);
            Money less = excess.min(recovery.open());
            shrink(recovery, less, payment, actor);
            excess = excess.minus(less);
        }
    }

    private void shrink(Recovery recovery, Money less, String payment, Actor actor) {
        RecoveryMove.SHRINK.requireFrom(recovery);
        Money left = recovery.amount().minus(less);
        String reason = "银行退回拨付款项 / payment returned by the bank: %s, %s".formatted(payment, less);
        LocalDate today = LocalDate.now(clock);
        if (left.isZero()) {
            recoveries.returned(recovery, Recovery.State.DROPPED, recovery.amount(), reason, today);
            claims.told(RecoveryTold.Act.DROPPED, noted(recovery, "DROP_RECOVERY", reason, actor));
        } else {
            boolean settles = less.equals(recovery.open());
            Recovery.State to = settles ? Recovery.State.SETTLED : recovery.state();
            recoveries.returned(recovery, to, left, recovery.decision(), today);
            noted(recovery, "SHRINK_RECOVERY", reason, actor);
        }
        if (recovery.state() == Recovery.State.ORDERED) {
            claims.tell(recovery);
        }
    }

    private Recovery noted(Recovery before, String action, String reason, Actor actor) {
        return claims.noted(before, RecoveryMove.SHRINK.step(), action, reason, actor);
    }
}
