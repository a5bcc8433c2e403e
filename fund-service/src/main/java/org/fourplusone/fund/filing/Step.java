package org.fourplusone.fund.filing;

/**
 * What a person does on a case, as far as separation by person cares. The first group stands for a duty each: nobody does
 * two of them on one case. The rest names whoever acted without having a duty.
 */
public enum Step {
    /** Filed, changed, submitted or withdrew for the enterprise. */
    APPLY(Duty.APPLICANT),
    /** Opened a NO_APPLICATION filing, accepted, refused or returned. */
    ACCEPT(Duty.INTAKE),
    /** Published, answered or closed a notice: the intake's duty too. */
    NOTICE(Duty.INTAKE),
    SCORE(Duty.EXPERT),
    /** Answered for an office that the joint review asks. */
    JOINT(Duty.OFFICE),
    REVIEW(Duty.REVIEWER),
    /** Approved or rejected; two approvals are two persons. */
    APPROVE(Duty.APPROVER),
    /** Gave a recommendation back to the review without having signed. */
    SEND_BACK(Duty.APPROVER),
    /** Revoked an award, confirmed a final account, ordered money back, wrote it off or excluded the enterprise. */
    ORDER(Duty.APPROVER),
    /** Requested a payment or put it in a batch. */
    PAY(Duty.PAYER),
    /** Released or sent a batch, loaded the bank's answer. */
    RELEASE(Duty.RELEASER),
    /** Verified the case from outside. Whoever is an auditor does nothing else, on any case. */
    AUDIT(Duty.AUDITOR),
    /** Stepped off the case (回避), and may do nothing on it from then on. */
    RECUSE(Duty.RECUSED),
    /** Scored the finished case (绩效评价). */
    EVALUATE(Duty.EVALUATOR),
    OBJECT(Duty.NONE),
    SYSTEM(Duty.NONE);

    private final Duty duty;

    Step(Duty duty) {
        this.duty = duty;
    }

    /** Whether one person may do both on one case. The same duty twice is compatible, save that two approvals are two persons. */
    public boolean isCompatibleWith(Step other) {
        if (duty == Duty.NONE || other.duty == Duty.NONE) {
            return true;
        }
        return duty == other.duty && !(this == APPROVE && other == APPROVE);
    }

    private enum Duty {
        APPLICANT,
        INTAKE,
        EXPERT,
        OFFICE,
        REVIEWER,
        APPROVER,
        PAYER,
        RELEASER,
        AUDITOR,
        RECUSED,
        EVALUATOR,
        NONE
    }
}
