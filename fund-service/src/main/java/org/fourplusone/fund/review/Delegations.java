package org.fourplusone.fund.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Approvers' delegations: for a period, by the approver, ended early by the approver. */
@Component
class Delegations {
    /**
     * @param approver whose power it is
     * @param delegate who may sign for the approver
     * @param endsOn the last day, which counts to its end
     * @param endedAt when it was ended early
     * @param active whether a signature is covered today
     */
    record Delegation(
            String id,
            String approver,
            String delegate,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            Instant createdAt,
            @Nullable Instant endedAt,
            boolean active) {}

    private static final String ACTIVE = "(ended_at IS NULL AND starts_on <= :today AND ends_on >= :today)";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Delegations(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 400 for a period that began before today, ends before it begins or lasts more than a year */
    @Transactional(propagation = Propagation.MANDATORY)
    public Delegation add(String delegate, LocalDate startsOn, LocalDate endsOn, String reason, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        if (delegate.equals(caller.username())) {
            throw Problem.invalid(new FieldProblem("delegate", "ANOTHER"));
        }
        if (startsOn.isBefore(today) || startsOn.isAfter(today.plusYears(1))) {
            throw Problem.invalid(new FieldProblem("startsOn", "FROM_TODAY", today.toString()));
        }
        if (endsOn.isBefore(startsOn) || endsOn.isAfter(startsOn.plusYears(1))) {
            throw Problem.invalid(new FieldProblem("endsOn", "PERIOD"));
        }
        String id = CaseId.next(clock);
        jdbc.sql("INSERT INTO delegation (id, approver, delegate, starts_on, ends_on, reason, created_at)"
                        + " VALUES (:id, :approver, :delegate, :starts, :ends, :reason, :now)")
                .param("id", id)
                .param("approver", caller.username())
                .param("delegate", delegate)
                .param("starts", startsOn)
                .param("ends", endsOn)
                .param("reason", reason)
                .param("now", UtcColumn.of(clock.instant()))
                .update();
        Delegation made = get(id);
        audit.record(id, "DELEGATE", null, made);
        return made;
    }

    /** Ends one's own delegation now. 404 for another's, 409 {@code DELEGATION_OVER} when it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Delegation end(String id, Caller caller) {
        Delegation before = get(id);
        if (!before.approver().equals(caller.username())) {
            throw Problem.notFound();
        }
        int changed = jdbc.sql(
                        "UPDATE delegation SET ended_at = :now WHERE id = :id AND ended_at IS NULL AND ends_on >= :today")
                .param("now", UtcColumn.of(clock.instant()))
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .update();
        if (changed != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "DELEGATION_OVER");
        }
        Delegation ended = get(id);
        audit.record(id, "END_DELEGATION", before, ended);
        return ended;
    }

    /** Those of a person, made and received; all for whom {@code person} is null. Newest first. */
    Page<Delegation> page(@Nullable String person, @Nullable Boolean active, Paging paging) {
        String where = " WHERE (:person IS NULL OR approver = :person OR delegate = :person)"
                + (active == null ? "" : active ? " AND " + ACTIVE : " AND NOT " + ACTIVE);
        long total = jdbc.sql("SELECT COUNT(*) FROM delegation" + where)
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        List<Delegation> rows = jdbc.sql("SELECT *, " + ACTIVE + " AS active FROM delegation" + where
                        + " ORDER BY starts_on DESC, id DESC LIMIT :size OFFSET :offset")
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Delegations::read)
                .list();
        return Page.of(rows, paging, total);
    }

    /** 403 {@code NOT_DELEGATED} unless the caller may sign for that approver today. Null is nobody, and passes. */
    void require(@Nullable String approver, Caller caller) {
        if (approver == null) {
            return;
        }
        boolean covered =
                jdbc.sql("SELECT COUNT(*) FROM delegation WHERE delegate = :delegate AND approver = :approver AND "
                                        + ACTIVE)
                                .param("delegate", caller.username())
                                .param("approver", approver)
                                .param("today", LocalDate.now(clock))
                                .query(Long.class)
                                .single()
                        > 0;
        if (!covered) {
            throw Problem.of(HttpStatus.FORBIDDEN, "NOT_DELEGATED", approver);
        }
    }

    private Delegation get(String id) {
        return jdbc.sql("SELECT *, " + ACTIVE + " AS active FROM delegation WHERE id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(Delegations::read)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Delegation read(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getString("id"),
                row.getString("approver"),
                row.getString("delegate"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                java.util.Objects.requireNonNull(UtcColumn.read(row, "created_at")),
                UtcColumn.read(row, "ended_at"),
                row.getBoolean("active"));
    }
}
