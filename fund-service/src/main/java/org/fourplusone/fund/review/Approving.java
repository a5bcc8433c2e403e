package org.fourplusone.fund.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.ConfirmFiling;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.Step;
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

/** The approval reserves the money; what is not supported is rejected with clauses. */
@Component
class Approving {
    /** @param minute number of the leading group's minute, asked above the limit */
    record Approval(Money amount, String reason, @Nullable String minute) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Separation separation;
    private final Decisions decisions;
    private final ApprovalLimits limits;
    private final YearCap yearCap;
    private final Ledger ledger;
    private final ConfirmFiling confirming;

    Approving(
            JdbcClient jdbc,
            Filings filings,
            Separation separation,
            Decisions decisions,
            ApprovalLimits limits,
            YearCap yearCap,
            Ledger ledger,
            ConfirmFiling confirming) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.separation = separation;
        this.decisions = decisions;
        this.limits = limits;
        this.yearCap = yearCap;
        this.ledger = ledger;
        this.confirming = confirming;
    }

    /** Signs; with the last signature that the amount needs, the filing is approved and its money reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing approve(String id, Approval approval, Caller caller) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.APPROVE);
        separation.require(filing, Step.APPROVE, caller);
        Money amount = approval.amount();
        requireRecommended(filing, amount);
        if (limits.needsMinute(amount)
                && (approval.minute() == null || approval.minute().isBlank())) {
            throw Problem.invalid(new FieldProblem("minute", "MINUTE", Money.ofYuan(limits.minute())));
        }
        Optional<Money> first = firstSignature(id);
        if (first.isPresent() && first.get().fen() != amount.fen()) {
            throw Problem.of(HttpStatus.CONFLICT, "APPROVALS_DIFFER", first.get())
                    .with("amount", first.get());
        }
        decisions.add(id, Decisions.Kind.APPROVAL, caller.username(), body(approval));
        if (limits.needsTwo(amount) && first.isEmpty()) {
            Actor actor = Actor.of(caller, Move.APPROVE);
            filings.note(filing, Step.APPROVE, "FIRST_APPROVAL", actor, approval.reason(), body(approval));
            return filings.get(id);
        }
        yearCap.require(filing, amount);
        jdbc.sql("UPDATE filing SET approved = :amount WHERE id = :id")
                .param("amount", amount.fen())
                .param("id", id)
                .update();
        Filing approved =
                filings.move(filings.get(id), Move.APPROVE, Actor.of(caller, Move.APPROVE), approval.reason());
        ledger.reserve(
                approved.year(), approved.line(), id, amount, new Cause(Move.APPROVE.name(), id, caller.username()));
        return approved.noticeOrder() == NoticeOrder.BEFORE_APPROVAL
                ? confirming.confirm(approved, Actor.system(), "CONFIRM_APPROVED", caller.username())
                : approved;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Filing reject(String id, List<Reason> reasons, Caller caller) {
        Filing rejected =
                filings.move(filings.lock(id), Move.REJECT, Actor.of(caller, Move.REJECT), Reason.joined(reasons));
        decisions.add(id, Decisions.Kind.REJECT, caller.username(), reasons);
        return rejected;
    }

    private static void requireRecommended(Filing filing, Money amount) {
        Money reviewed = filing.reviewed();
        if (reviewed == null || !Boolean.TRUE.equals(filing.recommended())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_RECOMMENDED");
        }
        Award.requireAtMost(amount, reviewed);
    }

    private Optional<Money> firstSignature(String id) {
        return decisions.of(id).stream()
                .filter(decision -> decision.kind() == Decisions.Kind.APPROVAL)
                .map(decision -> Money.parse(decision.body().path("amount").asString("0")))
                .findFirst();
    }

    private static Map<String, Object> body(Approval approval) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", approval.amount());
        body.put("reason", approval.reason());
        if (approval.minute() != null) {
            body.put("minute", approval.minute());
        }
        return body;
    }
}
