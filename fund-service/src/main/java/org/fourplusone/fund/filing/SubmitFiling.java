package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Call;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.UtcColumn;
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
 * The gate: window, exclusions, verdict, documents, fingerprints. The verdict is asked afresh and frozen with its trace; when
 * policy-service or industry-service is down nothing passes, and the filing stays as it is and says that it waits (503 with
 * {@code Retry-After}); its deadline is then kept by the moment from which it waits.
 */
@Component
class SubmitFiling {
    private final JdbcClient jdbc;
    private final Filings filings;
    private final ClaimLines claimLines;
    private final Calls calls;
    private final RegisteredExclusions registered;
    private final Assessments assessments;
    private final Fingerprints fingerprints;
    private final Papers papers;
    private final PayeeAccounts payees;
    private final Ledger ledger;
    private final Exclusions exclusions;
    private final Waits waits;
    private final Clock clock;

    SubmitFiling(
            JdbcClient jdbc,
            Filings filings,
            ClaimLines claimLines,
            Calls calls,
            RegisteredExclusions registered,
            Assessments assessments,
            Fingerprints fingerprints,
            Papers papers,
            PayeeAccounts payees,
            Ledger ledger,
            Exclusions exclusions,
            Waits waits,
            Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.claimLines = claimLines;
        this.calls = calls;
        this.registered = registered;
        this.assessments = assessments;
        this.fingerprints = fingerprints;
        this.papers = papers;
        this.payees = payees;
        this.ledger = ledger;
        this.exclusions = exclusions;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Submits a draft or a correction; on the NO_APPLICATION track confirms the enterprise's willingness and the account to
     * pay to.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing submit(Filing filing, PayeeAccounts.@Nullable Account account, Caller caller) {
        Move move = filing.track() == Track.NO_APPLICATION ? Move.CONFIRM_WILLINGNESS : Move.SUBMIT;
        Filings.requireLegal(filing, move);
        exclusions.require(filing.creditCode());
        Call call = calls.find(filing.callId()).orElseThrow();
        if (filing.state() == State.DRAFT
                && filing.waitingFor() == null) { // what waits was handed in while it was open
            DraftFiling.requireOpen(call, LocalDate.now(clock));
        }
        return waits.at(
                filing,
                Step.APPLY,
                () -> move == Move.SUBMIT ? file(filing, call.item(), caller) : confirm(filing, account, caller));
    }

    private Filing file(Filing filing, Item item, Caller caller) {
        List<ClaimLine> lines = claimLines.of(filing.id());
        ClaimLines.requireComplete(lines, item);
        registered.requireNoneKnown(filing.creditCode());
        Assessments.Answer answer =
                assessments.askInForce(filing, Assessments.Basis.DECLARED, ClaimLines.claimed(lines, item));
        Assessment assessment = answer.assessment();
        if (!assessment.isEligible() || !assessment.most().isPositive()) {
            throw NotEligible.problem(assessment);
        }
        ClaimLines.requireMeasured(lines, item);
        papers.requireAll(filing);
        Filing chosen = freeze(filing, answer, Assessments.Basis.DECLARED);
        fingerprints.claim(chosen, Fingerprint.of(chosen, assessment.stacking(), lines));
        return filings.move(chosen, Move.SUBMIT, Actor.of(caller, Move.SUBMIT), null);
    }

    /** The register proves everything: no document is asked, the amount is the verified one. */
    private Filing confirm(Filing filing, PayeeAccounts.@Nullable Account account, Caller caller) {
        if (account == null) {
            throw Problem.invalid(new FieldProblem("account", "REQUIRED"));
        }
        payees.check(filing, account);
        registered.requireNoneKnown(filing.creditCode());
        Assessments.Answer answer = assessments.askInForce(filing, Assessments.Basis.VERIFIED, Map.of());
        Assessment assessment = answer.assessment();
        if (!assessment.isCertain() || !assessment.most().isPositive()) {
            throw NotEligible.problem(assessment);
        }
        Filing chosen = freeze(filing, answer, Assessments.Basis.VERIFIED);
        fingerprints.claim(chosen, Fingerprint.of(chosen, assessment.stacking(), List.of()));
        jdbc.sql("UPDATE filing SET reviewed = estimate, recommended = 1 WHERE id = :id")
                .param("id", filing.id())
                .update();
        payees.keep(chosen, account, caller);
        Move move = Move.CONFIRM_WILLINGNESS;
        return filings.move(filings.get(filing.id()), move, Actor.of(caller, move), null);
    }

    private Filing freeze(Filing filing, Assessments.Answer answer, Assessments.Basis basis) {
        Assessment assessment = answer.assessment();
        Filing locked = filings.lock(filing.id());
        if (locked.version() != filing.version()) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
        assessments.freeze(filing.id(), Step.APPLY, basis, answer);
        jdbc.sql("UPDATE filing SET item_version = :version, estimate = :estimate, record = :record,"
                        + " stacking_group = :group, submitted_at = :now WHERE id = :id")
                .param("group", Stacked.group(assessment))
                .param("version", assessment.version())
                .param("estimate", assessment.most().fen())
                .param("record", filing.record() == null ? assessment.bestRecord() : filing.record())
                .param("now", UtcColumn.of(clock.instant()))
                .param("id", filing.id())
                .update();
        return filings.get(filing.id());
    }

    /** Takes a filing back; an approved one gives its reservation back with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing withdraw(Filing seen, Caller caller) {
        return end(seen, Move.WITHDRAW, null, caller);
    }

    /** The intake takes back a filing that it opened, with the reason; not once it is on public notice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing recall(Filing seen, String reason, Caller caller) {
        if (seen.track() != Track.NO_APPLICATION) {
            throw Problem.of(HttpStatus.CONFLICT, "APPLICATION_NEEDED", seen.itemCode());
        }
        return end(seen, Move.RECALL, reason, caller);
    }

    private Filing end(Filing seen, Move move, @Nullable String reason, Caller caller) {
        Filings.requireLegal(seen, move);
        Filing filing = filings.lock(seen.id());
        Filing ended = filings.move(filing, move, Actor.of(caller, move), reason);
        FilingBalance held = ledger.of(filing.id());
        Money reserved = held.reserved();
        if (reserved.isPositive()) {
            Cause cause = new Cause(move.name(), filing.id(), caller.username());
            ledger.release(filing.line(), filing.id(), reserved, cause);
        }
        return ended;
    }
}
