package org.fourplusone.fund.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The approval limits as they held and will hold, each from its day until the next one's. */
@Component
class LimitBook {
    /** Whether limits are over, hold today, or begin on a day to come. */
    enum State {
        PAST,
        HOLDS,
        TO_COME
    }

    /**
     * Limits as they stand in the book, and who set them.
     *
     * @param confirmedBy the second person
     */
    record Entry(
            LocalDate validFrom,
            Money single,
            int signatures,
            Money minute,
            Money yearly,
            State state,
            String setBy,
            @Nullable String confirmedBy,
            Instant setAt) {}

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    LimitBook(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    ApprovalLimits today() {
        return jdbc.sql("SELECT * FROM approval_limit WHERE valid_from <= :day ORDER BY valid_from DESC LIMIT 1")
                .param("day", LocalDate.now(clock))
                .query(LimitBook::read)
                .single();
    }

    /** Newest first. */
    Page<Entry> all(Paging paging) {
        LocalDate holding = today().validFrom();
        long total = jdbc.sql("SELECT COUNT(*) FROM approval_limit")
                .query(Long.class)
                .single();
        List<Entry> page = jdbc.sql("SELECT * FROM approval_limit ORDER BY valid_from DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> entry(row, holding))
                .list();
        return Page.of(page, paging, total);
    }

    /**
     * Limits hold from a day to come on, so that no signature of a past or running day is judged anew.
     *
     * @throws Problem 400 when they are not in order or begin today or earlier, 409 {@code LIMITS_THERE} for a day that has
     *     its limits already
     */
    void requireFree(ApprovalLimits limits) {
        check(limits);
        boolean there = jdbc.sql("SELECT COUNT(*) FROM approval_limit WHERE valid_from = :day")
                        .param("day", limits.validFrom())
                        .query(Long.class)
                        .single()
                > 0;
        if (there) {
            throw there(limits);
        }
    }

    /**
     * Sets the limits that one person proposed and another confirms.
     *
     * @throws Problem 409 {@code LIMITS_BEGUN} when their day has come, {@code LIMITS_THERE}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ApprovalLimits limits, String proposer, Caller caller) {
        if (!limits.validFrom().isAfter(LocalDate.now(clock))) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "LIMITS_BEGUN", limits.validFrom().toString());
        }
        try {
            jdbc.sql("INSERT INTO approval_limit (valid_from, single, signatures, minute, yearly, set_by, confirmed_by,"
                            + " set_at) VALUES (:from, :single, :signatures, :minute, :yearly, :by, :confirmer, :at)")
                    .param("from", limits.validFrom())
                    .param("single", limits.single().fen())
                    .param("signatures", limits.signatures())
                    .param("minute", limits.minute().fen())
                    .param("yearly", limits.yearly().fen())
                    .param("by", proposer)
                    .param("confirmer", caller.username())
                    .param("at", UtcColumn.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException there) {
            throw there(limits);
        }
        audit.record("APPROVAL_LIMITS", "SET_LIMITS", null, limits);
    }

    private static Problem there(ApprovalLimits limits) {
        return Problem.of(
                HttpStatus.CONFLICT, "LIMITS_THERE", limits.validFrom().toString());
    }

    private void check(ApprovalLimits limits) {
        LocalDate today = LocalDate.now(clock);
        if (!limits.validFrom().isAfter(today) || limits.validFrom().isAfter(today.plusYears(5))) {
            throw Problem.invalid(new FieldProblem("validFrom", "TO_COME", today.toString()));
        }
        if (!limits.single().isPositive()) {
            throw Problem.invalid(new FieldProblem("single", "AMOUNT"));
        }
        if (limits.single().isMoreThan(limits.minute())) {
            throw Problem.invalid(new FieldProblem("minute", "AT_LEAST", limits.single()));
        }
        if (limits.minute().isMoreThan(limits.yearly())) {
            throw Problem.invalid(new FieldProblem("yearly", "AT_LEAST", limits.minute()));
        }
    }

    private static Entry entry(ResultSet row, LocalDate holding) throws SQLException {
        ApprovalLimits limits = read(row, 0);
        int order = limits.validFrom().compareTo(holding);
        return new Entry(
                limits.validFrom(),
                limits.single(),
                limits.signatures(),
                limits.minute(),
                limits.yearly(),
                order < 0 ? State.PAST : order == 0 ? State.HOLDS : State.TO_COME,
                row.getString("set_by"),
                row.getString("confirmed_by"),
                Objects.requireNonNull(UtcColumn.read(row, "set_at")));
    }

    static ApprovalLimits read(ResultSet row, int number) throws SQLException {
        return new ApprovalLimits(
                row.getObject("valid_from", LocalDate.class),
                Money.ofFen(row.getLong("single")),
                row.getInt("signatures"),
                Money.ofFen(row.getLong("minute")),
                Money.ofFen(row.getLong("yearly")));
    }
}
