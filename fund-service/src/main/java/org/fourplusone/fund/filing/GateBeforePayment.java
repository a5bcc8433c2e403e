package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gate of submission once more, just before money leaves: what held then is asked afresh, and frozen. */
@Component
public class GateBeforePayment {
    private final RegisteredExclusions registered;
    private final Assessments assessments;
    private final ClaimLines claimLines;
    private final Fingerprints fingerprints;
    private final Calls calls;
    private final Waits waits;

    GateBeforePayment(
            RegisteredExclusions registered,
            Assessments assessments,
            ClaimLines claimLines,
            Fingerprints fingerprints,
            Calls calls,
            Waits waits) {
        this.registered = registered;
        this.assessments = assessments;
        this.claimLines = claimLines;
        this.fingerprints = fingerprints;
        this.calls = calls;
        this.waits = waits;
    }

    /**
     * In the running transaction, with the filing locked: nobody excluded, what is owed no more than verified facts and
     * allowed lines prove after what was awarded before it, the claims still this filing's own.
     *
     * @param owed the award, or what its final account came to
     * @throws Problem 409 {@code EXCLUDED}, {@code ITEM_NOT_IN_FORCE}, {@code NOT_ELIGIBLE}, {@code FACTS_MISSING},
     *     {@code AMOUNT_TOO_HIGH} with {@code most}, {@code DUPLICATE_CLAIM}; 503 when a neighbour cannot be asked: nothing
     *     is paid unchecked, and the filing is marked as waiting
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void require(Filing filing, Money owed) {
        Assessments.Answer answer = waits.at(filing, Step.PAY, () -> ask(filing, owed));
        assessments.freeze(filing.id(), Step.PAY, Assessments.Basis.VERIFIED, answer);
    }

    private Assessments.Answer ask(Filing filing, Money owed) {
        registered.requireProvenNone(filing.creditCode());
        List<ClaimLine> lines = claimLines.of(filing.id());
        Map<String, String> claimed = calls.find(filing.callId())
                .map(call -> ClaimLines.claimed(lines, call.item()))
                .orElse(Map.of());
        Assessments.Answer answer = assessments.ask(filing, Assessments.Basis.VERIFIED, claimed);
        Assessment assessment = answer.assessment();
        if (!assessment.isCertain()) {
            throw NotEligible.problem(assessment);
        }
        if (owed.compareTo(assessment.most()) > 0) {
            throw Problem.of(HttpStatus.CONFLICT, "AMOUNT_TOO_HIGH", owed, assessment.most())
                    .with("most", assessment.most());
        }
        fingerprints.claim(filing, Fingerprint.of(filing, assessment.stacking(), lines));
        return answer;
    }
}
