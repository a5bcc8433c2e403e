package org.fourplusone.fund.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.fund.review.LimitProposal.State;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Limits that wait for a second person; with the confirmation they stand in the book. */
@Component
class LimitProposals {
    private final JdbcClient jdbc;
    private final LimitBook book;
    private final AuditLog audit;
    private final Clock clock;

    LimitProposals(JdbcClient jdbc, LimitBook book, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 400 with each wrong field; 409 {@code LIMITS_THERE} for a day that has its limits already */
    @Transactional(propagation = Propagation.MANDATORY)
    public LimitProposal propose(ApprovalLimits limits, Caller caller) {
        book.requireFree(limits);
        String id = CaseId.next(clock);
        jdbc.sql("INSERT INTO approval_limit_proposal (id, valid_from, single, signatures, minute, yearly, state,"
                        + " proposed_by, proposed_at) VALUES (:id, :from, :single, :signatures, :minute, :yearly,"
                        + " 'PROPOSED', :by, :at)")
                .param("id", id)
                .param("from", limits.validFrom())
                .param("single", limits.single().fen())
                .param("signatures", limits.signatures())
                .param("minute", limits.minute().fen())
                .param("yearly", limits.yearly().fen())
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .update();
        audit.record(id, "PROPOSE_LIMITS", null, limits);
        return get(id);
    }

    /**
     * Puts them in the book.
     *
     * @throws Problem 404; 409 {@code SAME_PERSON}, {@code LIMITS_DECIDED}, {@code LIMITS_BEGUN} when their day has come,
     *     {@code LIMITS_THERE}: they still wait
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LimitProposal confirm(String id, Caller caller) {
        LimitProposal proposal = get(id);
        if (proposal.proposedBy().equals(caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", "PROPOSE", "CONFIRM")
                    .with("did", "PROPOSE");
        }
        decide(proposal, State.CONFIRMED, null, caller);
        book.add(proposal.limits(), proposal.proposedBy(), caller);
        return get(id);
    }

    /** Ends a proposal without effect; its own author may. 404; 409 {@code LIMITS_DECIDED} */
    @Transactional(propagation = Propagation.MANDATORY)
    public LimitProposal discard(String id, String reason, Caller caller) {
        decide(get(id), State.DISCARDED, reason, caller);
        return get(id);
    }

    private void decide(LimitProposal proposal, State state, @Nullable String reason, Caller caller) {
        int changed = jdbc.sql("UPDATE approval_limit_proposal SET state = :state, decided_by = :by, decided_at = :at,"
                        + " decision = :reason WHERE id = :id AND state = 'PROPOSED'")
                .param("state", state.name())
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .param("reason", reason)
                .param("id", proposal.id())
                .update();
        if (changed != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "LIMITS_DECIDED");
        }
        Map<String, Object> after = reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason);
        audit.record(proposal.id(), state == State.CONFIRMED ? "CONFIRM_LIMITS" : "DISCARD_LIMITS", proposal, after);
    }

    /** Newest first. */
    Page<LimitProposal> all(Paging paging) {
        long total = jdbc.sql("SELECT COUNT(*) FROM approval_limit_proposal")
                .query(Long.class)
                .single();
        List<LimitProposal> page = jdbc.sql(
                        "SELECT * FROM approval_limit_proposal ORDER BY proposed_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(LimitProposals::read)
                .list();
        return Page.of(page, paging, total);
    }

    private LimitProposal get(String id) {
        return jdbc.sql("SELECT * FROM approval_limit_proposal WHERE id = :id")
                .param("id", id)
                .query(LimitProposals::read)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static LimitProposal read(ResultSet row, int number) throws SQLException {
        return new LimitProposal(
                row.getString("id"),
                LimitBook.read(row, number),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                Objects.requireNonNull(UtcColumn.read(row, "proposed_at")),
                row.getString("decided_by"),
                UtcColumn.read(row, "decided_at"),
                row.getString("decision"));
    }
}
