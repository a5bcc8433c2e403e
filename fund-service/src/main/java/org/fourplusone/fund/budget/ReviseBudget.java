package org.fourplusone.fund.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.budget.BudgetRevision.Kind;
import org.fourplusone.fund.budget.BudgetRevision.State;
import org.fourplusone.fund.ledger.BudgetDocument;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One person proposes a revision, another confirms it; only the confirmation posts. */
@Component
class ReviseBudget {
    /** CNY 10 billion; more is a slip of the hand. */
    private static final Money MOST = Money.ofYuan(10_000_000_000L);

    /**
     * @param line the line that gains (ADD, RETURN) or loses (TAKE, MOVE)
     * @param toLine for MOVE only
     * @param paidYear for RETURN only; the same year when absent
     * @param source the source of the line's money when absent
     */
    record Proposal(
            int year,
            Kind kind,
            Line line,
            @Nullable Line toLine,
            @Nullable Integer paidYear,
            Money amount,
            @Nullable String source,
            String document,
            LocalDate datedOn,
            String reason) {}

    private final BudgetRevisions revisions;
    private final BudgetLines lines;
    private final AuditLog audit;
    private final Clock clock;

    ReviseBudget(BudgetRevisions revisions, BudgetLines lines, AuditLog audit, Clock clock) {
        this.revisions = revisions;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 400 with each wrong field; 409 {@code YEAR_CLOSED}, {@code LINE_EXHAUSTED} with {@code available} */
    @Transactional(propagation = Propagation.MANDATORY)
    public BudgetRevision propose(Proposal proposal, Caller caller) {
        requireSound(proposal);
        requireFree(proposal);
        boolean gives = proposal.kind() == Kind.RETURN;
        BudgetRevision revision = new BudgetRevision(
                CaseId.next(clock),
                proposal.year(),
                proposal.kind(),
                proposal.line(),
                proposal.toLine(),
                gives ? Integer.valueOf(Objects.requireNonNullElse(proposal.paidYear(), proposal.year())) : null,
                proposal.amount(),
                sourceOf(proposal),
                proposal.document(),
                proposal.datedOn(),
                proposal.reason(),
                State.PROPOSED,
                caller.username(),
                clock.instant(),
                null,
                null,
                null,
                1);
        revisions.add(revision);
        audit.record(revision.id(), "PROPOSE_REVISION", null, revision);
        return revision;
    }

    /**
     * Posts the revision.
     *
     * @throws Problem 409 {@code SAME_PERSON}, {@code REVISION_DECIDED}, {@code YEAR_CLOSED}, {@code LINE_EXHAUSTED} and
     *     {@code RECOVERED_LESS} with {@code available}: nothing is posted and the revision still waits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public BudgetRevision confirm(BudgetRevision revision, Caller caller) {
        requireOpen(revision);
        if (revision.proposedBy().equals(caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", "PROPOSE", "CONFIRM")
                    .with("did", "PROPOSE");
        }
        requireYear(revision.year());
        post(revision, new Cause("REVISE_" + revision.kind(), revision.id(), caller.username()));
        revisions.decide(revision.id(), State.CONFIRMED, caller.username(), clock.instant(), null);
        audit.record(revision.id(), "CONFIRM_REVISION", revision, Map.of("state", State.CONFIRMED));
        return revisions.get(revision.id());
    }

    /** Ends a proposal without effect; its own author may. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BudgetRevision discard(BudgetRevision revision, String reason, Caller caller) {
        requireOpen(revision);
        revisions.decide(revision.id(), State.DISCARDED, caller.username(), clock.instant(), reason);
        audit.record(revision.id(), "DISCARD_REVISION", revision, Map.of("state", State.DISCARDED, "reason", reason));
        return revisions.get(revision.id());
    }

    private void post(BudgetRevision revision, Cause cause) {
        int year = revision.year();
        Line line = revision.line();
        Money amount = revision.amount();
        BudgetDocument document = new BudgetDocument(revision.source(), revision.document());
        switch (revision.kind()) {
            case ADD -> lines.appropriate(year, line, amount, document, cause);
            case TAKE -> lines.takeAway(year, line, amount, document, cause);
            case MOVE -> lines.move(year, line, Objects.requireNonNull(revision.toLine()), amount, document, cause);
            case RETURN ->
                lines.returnRecovered(Objects.requireNonNull(revision.paidYear()), year, line, amount, document, cause);
        }
    }

    private void requireSound(Proposal proposal) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!proposal.amount().isPositive()) {
            wrong.add(new FieldProblem("amount", "AMOUNT"));
        } else if (proposal.amount().isMoreThan(MOST)) {
            wrong.add(new FieldProblem("amount", "RANGE", "0.01", MOST));
        }
        boolean moves = proposal.kind() == Kind.MOVE;
        if (moves == (proposal.toLine() == null) || proposal.line() == proposal.toLine()) {
            wrong.add(new FieldProblem("toLine", "TO_LINE"));
        }
        if (proposal.paidYear() != null && proposal.kind() != Kind.RETURN) {
            wrong.add(new FieldProblem("paidYear", "PAID_YEAR"));
        }
        if (proposal.datedOn().isAfter(LocalDate.now(clock))
                || proposal.datedOn().getYear() < 2000) {
            wrong.add(new FieldProblem("datedOn", "PAST"));
        }
        int next = LocalDate.now(clock).getYear() + 1;
        int first = lines.all().stream().mapToInt(LineBalance::budgetYear).min().orElse(next - 1);
        if (proposal.year() < first || proposal.year() > next) {
            wrong.add(new FieldProblem("year", "RANGE", Integer.toString(first), Integer.toString(next)));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        requireYear(proposal.year());
    }

    /** What stands now; the confirmation decides it again under a lock. */
    private void requireFree(Proposal proposal) {
        Optional<LineBalance> row = row(proposal.year(), proposal.line());
        Money free = row.map(LineBalance::available).orElse(Money.ZERO);
        boolean takes = proposal.kind() == Kind.TAKE || proposal.kind() == Kind.MOVE;
        if (takes && proposal.amount().isMoreThan(free)) {
            throw Problem.of(HttpStatus.CONFLICT, "LINE_EXHAUSTED", proposal.amount(), free)
                    .with("line", proposal.line().name())
                    .with("available", free);
        }
    }

    private String sourceOf(Proposal proposal) {
        if (proposal.source() != null && !proposal.source().isBlank()) {
            return proposal.source().strip();
        }
        return row(proposal.year(), proposal.line())
                .or(() -> lines.all().stream().findFirst())
                .map(LineBalance::source)
                .orElse("-");
    }

    private void requireYear(int year) {
        if (lines.of(year).stream().anyMatch(LineBalance::isClosed)) {
            throw Problem.of(HttpStatus.CONFLICT, "YEAR_CLOSED", Integer.toString(year));
        }
    }

    private Optional<LineBalance> row(int year, Line line) {
        return lines.of(year).stream().filter(row -> row.line() == line).findFirst();
    }

    private static void requireOpen(BudgetRevision revision) {
        if (revision.state() != State.PROPOSED) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "REVISION_DECIDED",
                            revision.state().title())
                    .with("state", revision.state());
        }
    }
}
