package org.fourplusone.fund.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.allocation.AllocateCall;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.ConfirmFiling;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.filing.TopUp;
import org.fourplusone.fund.filing.Track;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
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
 * The approval reserves the money; what is not supported is rejected with clauses. A top-up is approved for what its group
 * leaves at that moment, not for what it left at the review.
 */
@Component
class Approving {
    /**
     * @param minute number of the leading group's minute, asked above the limit
     * @param onBehalfOf the approver who delegated the signature
     */
    record Approval(
            Money amount,
            String reason,
            @Nullable String minute,
            @Nullable String onBehalfOf) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Separation separation;
    private final Decisions decisions;
    private final Signatures signatures;
    private final LimitBook limits;
    private final YearTotal years;
    private final Delegations delegations;
    private final Clauses clauses;
    private final AllocateCall allocations;
    private final TopUp topUps;
    private final Ledger ledger;
    private final ConfirmFiling confirming;

    Approving(
            JdbcClient jdbc,
            Filings filings,
            Separation separation,
            Decisions decisions,
            Signatures signatures,
            LimitBook limits,
            YearTotal years,
            Delegations delegations,
            Clauses clauses,
            AllocateCall allocations,
            TopUp topUps,
            Ledger ledger,
            ConfirmFiling confirming) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.separation = separation;
        this.decisions = decisions;
        this.signatures = signatures;
        this.limits = limits;
        this.years = years;
        this.delegations = delegations;
        this.clauses = clauses;
        this.allocations = allocations;
        this.topUps = topUps;
        this.ledger = ledger;
        this.confirming = confirming;
    }

    /** Signs; with the last signature that the amount needs, the filing is approved and its money reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing approve(String id, Approval approval, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.APPROVE);
        Actor actor = actor(caller, Move.APPROVE, approval.onBehalfOf());
        separation.require(filing, Step.APPROVE, actor);
        Money amount = approval.amount();
        Money most = requireRecommended(filing, amount);
        List<Signatures.Signature> given = signatures.of(id);
        requireSame(amount, most, given);
        ApprovalLimits now = limits.today();
        Money held = years.hold(filing);
        requireMinute(approval, now, held.plus(amount), given);
        decisions.add(id, Decisions.Kind.APPROVAL, caller.username(), body(approval));
        if (given.size() + 1 < now.needed(held.plus(amount))) {
            filings.note(filing, Step.APPROVE, "SIGN_APPROVAL", actor, approval.reason(), body(approval));
            return filings.get(id);
        }
        now.requireWithinYear(held, amount);
        jdbc.sql("UPDATE filing SET approved = :amount WHERE id = :id")
                .param("amount", amount.fen())
                .param("id", id)
                .update();
        Filing approved = filings.move(filings.get(id), Move.APPROVE, actor, approval.reason());
        ledger.reserve(
                approved.year(), approved.line(), id, amount, new Cause(Move.APPROVE.name(), id, caller.username()));
        return approved.noticeOrder() == NoticeOrder.BEFORE_APPROVAL
                ? confirming.confirm(approved, Actor.system(), "CONFIRM_APPROVED", caller.username())
                : approved;
    }

    /** 不予支持, each reason citing a clause of the item. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing reject(String id, List<Reason> reasons, @Nullable String onBehalfOf, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.REJECT);
        clauses.requireCited(filing, reasons);
        Actor actor = actor(caller, Move.REJECT, onBehalfOf);
        Filing rejected = filings.move(filing, Move.REJECT, actor, Reason.joined(reasons));
        decisions.add(id, Decisions.Kind.REJECT, caller.username(), reasons);
        return rejected;
    }

    /** Gives the recommendation back to the reviewer; 409 {@code SIGNED} once an approver has signed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing sendBack(String id, String reason, @Nullable String onBehalfOf, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.SEND_BACK);
        if (filing.track() == Track.NO_APPLICATION) {
            throw Problem.of(HttpStatus.CONFLICT, "APPLICATION_NEEDED", filing.itemCode());
        }
        if (!signatures.of(id).isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "SIGNED");
        }
        Actor actor = actor(caller, Move.SEND_BACK, onBehalfOf);
        Filing back = filings.move(filing, Move.SEND_BACK, actor, reason);
        jdbc.sql("UPDATE filing SET reviewed = NULL, recommended = NULL WHERE id = :id")
                .param("id", id)
                .update();
        decisions.add(id, Decisions.Kind.SEND_BACK, caller.username(), Map.of("reason", reason));
        return filings.get(back.id());
    }

    private Actor actor(Caller caller, Move move, @Nullable String onBehalfOf) {
        delegations.require(onBehalfOf, caller);
        return Actor.of(caller, move, onBehalfOf);
    }

    /** @return the most that may be approved, with the group of a top-up held */
    private Money requireRecommended(Filing filing, Money amount) {
        Money reviewed = filing.reviewed();
        if (reviewed == null || !Boolean.TRUE.equals(filing.recommended())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_RECOMMENDED");
        }
        Money share = allocations.most(filing, reviewed);
        Award.requireAtMost(amount, share);
        TopUp.Room room = topUps.hold(filing, share);
        Award.requireRoom(amount, room);
        return room.most();
    }

    /** Everybody signs the same amount; who signed more than the group leaves by now has signed what it leaves. */
    private static void requireSame(Money amount, Money most, List<Signatures.Signature> given) {
        if (!given.isEmpty() && !given.get(0).amount().min(most).equals(amount)) {
            Money first = given.get(0).amount().min(most);
            throw Problem.of(HttpStatus.CONFLICT, "APPROVALS_DIFFER", first).with("amount", first);
        }
    }

    private static void requireMinute(
            Approval approval, ApprovalLimits limits, Money total, List<Signatures.Signature> given) {
        boolean isNamed = approval.minute() != null && !approval.minute().isBlank()
                || given.stream().anyMatch(signature -> signature.minute() != null);
        if (limits.needsMinute(total) && !isNamed) {
            throw Problem.invalid(new FieldProblem("minute", "MINUTE", limits.minute()));
        }
    }

    private static Map<String, Object> body(Approval approval) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", approval.amount());
        body.put("reason", approval.reason());
        if (approval.minute() != null) {
            body.put("minute", approval.minute());
        }
        if (approval.onBehalfOf() != null) {
            body.put("onBehalfOf", approval.onBehalfOf());
        }
        return body;
    }
}
