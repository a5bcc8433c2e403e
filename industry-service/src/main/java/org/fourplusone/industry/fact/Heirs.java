package org.fourplusone.industry.fact;

import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.Closures;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprises;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises that took over another one, and so answer for what it was awarded and what it owes. */
@Component
class Heirs {

    private final Closures closures;
    private final Enterprises enterprises;
    private final ChangeNumbers changes;

    Heirs(Closures closures, Enterprises enterprises, ChangeNumbers changes) {
        this.closures = closures;
        this.enterprises = enterprises;
        this.changes = changes;
    }

    /** Puts them into the feed again, because something of their predecessor has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(CreditCode predecessor) {
        for (String heir : closures.successors(predecessor)) {
            enterprises.changed(new CreditCode(heir), changes.next());
        }
    }
}
