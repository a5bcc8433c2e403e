package org.fourplusone.fund.review;

import java.util.List;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The intake's three answers to a submitted filing. */
@Component
class Intake {
    private final Filings filings;
    private final Decisions decisions;
    private final CorrectionNotice corrections;
    private final JointReview joint;

    Intake(Filings filings, Decisions decisions, CorrectionNotice corrections, JointReview joint) {
        this.filings = filings;
        this.decisions = decisions;
        this.corrections = corrections;
        this.joint = joint;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Filing accept(String id, Caller caller) {
        Filing accepted = move(id, Move.ACCEPT, caller, null);
        joint.ask(accepted);
        return accepted;
    }

    /** 不予受理, with the reasons. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing refuse(String id, List<Reason> reasons, Caller caller) {
        Filing refused = move(id, Move.REFUSE, caller, Reason.joined(reasons));
        decisions.add(id, Decisions.Kind.REFUSE, caller.username(), reasons);
        return refused;
    }

    /** 一次性告知: says at once everything that has to be corrected. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing giveBack(String id, CorrectionNotice.Body notice, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.RETURN);
        corrections.check(filing, notice);
        Filing returned = filings.move(filing, Move.RETURN, Actor.of(caller, Move.RETURN), notice.text());
        decisions.add(id, Decisions.Kind.RETURN, caller.username(), notice);
        return returned;
    }

    private Filing move(String id, Move move, Caller caller, @Nullable String note) {
        return filings.move(filings.lock(id), move, Actor.of(caller, move), note);
    }
}
