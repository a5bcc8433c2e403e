package org.fourplusone.fund.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Assessments;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.fund.filing.ClaimLines;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.FactRelay;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.filing.Track;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review: facts verified, lines allowed or not, audited amounts, and the award recomputed from them by policy-service.
 * The reviewer may go below it, each reduction citing its line, never above.
 */
@Component
class Reviewing {
    /**
     * @param verified keys of facts that the reviewer confirms as they stand
     * @param reductions why the amount is below the recomputed award, where it is
     * @param audit what a third party's audit found; asked for a recommendation on the EXPERT_AND_AUDIT track
     */
    record Review(
            @Nullable Money amount,
            String opinion,
            boolean recommend,
            List<String> verified,
            List<Disallowed> disallowed,
            List<Reduction> reductions,
            @Nullable CostAudit audit) {}

    /** A claim line that is not allowed, and why. */
    record Disallowed(String line, String reason) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final ClaimLines claimLines;
    private final Calls calls;
    private final Assessments assessments;
    private final FactRelay facts;
    private final Separation separation;
    private final Experts experts;
    private final JointReview joint;
    private final Decisions decisions;

    Reviewing(
            JdbcClient jdbc,
            Filings filings,
            ClaimLines claimLines,
            Calls calls,
            Assessments assessments,
            FactRelay facts,
            Separation separation,
            Experts experts,
            JointReview joint,
            Decisions decisions) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.claimLines = claimLines;
        this.calls = calls;
        this.assessments = assessments;
        this.facts = facts;
        this.separation = separation;
        this.experts = experts;
        this.joint = joint;
        this.decisions = decisions;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Filing review(Filing seen, Review review, Caller caller) {
        Filings.requireLegal(seen, Move.REVIEW);
        separation.require(seen, Step.REVIEW, caller);
        experts.requireScore(seen);
        joint.requireSettled(seen, review.recommend());
        Item item = calls.find(seen.callId()).orElseThrow().item();
        List<ClaimLine> lines = disallow(claimLines.of(seen.id()), review.disallowed());
        CostAudit audit = audit(seen, review, lines);
        facts.verify(seen, review.verified());
        Map<String, String> claimed = ClaimLines.claimed(audit == null ? lines : audit.bound(lines), item);
        Assessments.Answer answer =
                assessments.ask(seen, Assessments.Basis.VERIFIED, audit == null ? claimed : audit.bound(claimed, item));
        Money most = Award.most(answer.assessment(), seen.estimate());
        Money audited = audit == null ? null : audit.most(claimed, item);
        most = audited == null ? most : most.min(audited);
        Money amount = review.recommend() ? Award.checked(review.amount(), answer.assessment(), most) : Money.ZERO;
        if (review.recommend()) {
            Reduction.requireExplained(review.reductions(), most.minus(amount), lines);
        }
        Filing filing = filings.lock(seen.id());
        if (filing.version() != seen.version()) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
        assessments.freeze(filing.id(), Step.REVIEW, Assessments.Basis.VERIFIED, answer);
        claimLines.judge(filing.id(), lines);
        jdbc.sql("UPDATE filing SET reviewed = :amount, recommended = :recommend WHERE id = :id")
                .param("amount", amount.fen())
                .param("recommend", review.recommend())
                .param("id", filing.id())
                .update();
        decisions.add(filing.id(), Decisions.Kind.REVIEW, caller.username(), body(review, amount, most));
        return filings.move(filings.get(filing.id()), Move.REVIEW, Actor.of(caller, Move.REVIEW), review.opinion());
    }

    private static Map<String, Object> body(Review review, Money amount, Money most) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", amount);
        body.put("most", most);
        body.put("recommend", review.recommend());
        body.put("opinion", review.opinion());
        body.put("verified", review.verified());
        body.put("disallowed", review.disallowed());
        body.put("reductions", review.reductions());
        if (review.audit() != null) {
            body.put("audit", review.audit());
        }
        return body;
    }

    private static @Nullable CostAudit audit(Filing filing, Review review, List<ClaimLine> lines) {
        CostAudit audit = review.audit();
        if (audit != null) {
            audit.check(lines);
        } else if (review.recommend() && filing.track() == Track.EXPERT_AND_AUDIT) {
            throw Problem.invalid(new FieldProblem("audit", "REQUIRED"));
        }
        return audit;
    }

    /** The lines as judged now, whatever an earlier review said of them. */
    private static List<ClaimLine> disallow(List<ClaimLine> lines, List<Disallowed> disallowed) {
        Map<String, String> reasons = new HashMap<>();
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < disallowed.size(); i++) {
            String line = disallowed.get(i).line();
            if (lines.stream().noneMatch(known -> known.id().equals(line))) {
                wrong.add(new FieldProblem("disallowed[" + i + "].line", "NO_LINE"));
            }
            reasons.put(line, disallowed.get(i).reason());
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return lines.stream()
                .map(line -> new ClaimLine(
                        line.id(),
                        line.kind(),
                        line.reference(),
                        line.netAmount(),
                        line.paidOn(),
                        !reasons.containsKey(line.id()),
                        reasons.get(line.id())))
                .toList();
    }
}
