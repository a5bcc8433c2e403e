package org.fourplusone.fund.filing;

import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Confirms a filing that is approved and whose notice has passed, whichever came first: its award is committed. */
@Component
public class ConfirmFiling {
    private final Filings filings;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    ConfirmFiling(Filings filings, Ledger ledger, ApplicationEventPublisher events) {
        this.filings = filings;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * In the running transaction. Several at once: by line and id.
     *
     * @param step what did it, as the ledger names it
     * @param person who did it, for the ledger
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing confirm(Filing filing, Actor actor, String step, String person) {
        Filing confirmed = filings.move(filing, Move.CONFIRM, actor, null);
        ledger.commit(filing.line(), filing.id(), filing.award(), new Cause(step, filing.id(), person));
        events.publishEvent(new FilingConfirmed(confirmed));
        return confirmed;
    }
}
