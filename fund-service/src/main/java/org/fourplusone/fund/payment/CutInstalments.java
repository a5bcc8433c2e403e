package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Instalments of which less is owed than was planned: never more is paid than a final account came to. */
@Component
class CutInstalments {
    private final Instalments instalments;
    private final Ledger ledger;

    CutInstalments(Instalments instalments, Ledger ledger) {
        this.instalments = instalments;
        this.ledger = ledger;
    }

    /**
     * Cuts the open instalments, from the last one back, until they make what is owed beside what was paid; what is not owed is
     * free again. In the running transaction, with the filing locked.
     *
     * @param settled what the final account came to
     * @param reference what it follows from, in the ledger
     * @return what was cut
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money to(Filing filing, Money settled, String reference, Caller caller) {
        List<Instalment> fromLast = new ArrayList<>(instalments.of(filing.id()));
        fromLast.sort(Comparator.comparing(Instalment::position).reversed());
        Money paid = sum(fromLast.stream().filter(each -> each.state().isPaid()).toList());
        List<Instalment> open =
                fromLast.stream().filter(each -> !each.state().isDone()).toList();
        Money cut = sum(open).minus(settled.minus(paid).max(Money.ZERO));
        if (!cut.isPositive()) {
            return Money.ZERO;
        }
        Money left = cut;
        for (Instalment instalment : open) {
            Money taken = left.min(instalment.amount());
            left = left.minus(taken);
            if (taken.equals(instalment.amount())) {
                instalments.cancelled(instalment);
            } else if (taken.isPositive()) {
                instalments.cutTo(instalment, instalment.amount().minus(taken));
            }
        }
        ledger.releaseCommitted(
                filing.line(), filing.id(), cut, new Cause("FINAL_ACCOUNT", reference, caller.username()));
        return cut;
    }

    static Money sum(List<Instalment> some) {
        return some.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
    }
}
