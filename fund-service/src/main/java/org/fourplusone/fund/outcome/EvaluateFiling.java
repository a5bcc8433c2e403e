package org.fourplusone.fund.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an evaluation. Each locks its filing, so that two of them never run side by side; each is in the case's audit
 * chain.
 */
@Component
class EvaluateFiling {
    static final String[] SCORERS = {"INTAKE", "REVIEWER", "APPROVER"};

    private final Filings filings;
    private final Evaluations evaluations;
    private final AuditLog audit;
    private final Clock clock;

    EvaluateFiling(Filings filings, Evaluations evaluations, AuditLog audit, Clock clock) {
        this.filings = filings;
        this.evaluations = evaluations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the self-report as a draft. 409 {@code NOT_FINISHED}, {@code REPORT_SUBMITTED}; 412 and 428 by If-Match. */
    @Transactional
    public Evaluation save(String id, IfMatch ifMatch, SelfReport report) {
        Filing filing = filings.lock(id);
        Evaluation known = awaited(filing);
        ifMatch.require(known.version());
        report.requireSound(today().getYear());
        Evaluation saved = with(known, Evaluation.State.AWAITED, report);
        evaluations.keep(saved);
        audit.record(filing.id(), "SAVE_SELF_REPORT", known.report(), report);
        return saved;
    }

    /** Hands the saved self-report in, once. 400 naming what is missing. */
    @Transactional
    public Evaluation submit(String id, IfMatch ifMatch, Caller caller) {
        Filing filing = filings.lock(id);
        Evaluation known = awaited(filing);
        ifMatch.check(known.version());
        SelfReport report = known.report() == null
                ? new SelfReport(null, null, null, null, null, null, null, null)
                : known.report();
        report.requireWhole();
        Evaluation submitted = with(known, Evaluation.State.SUBMITTED, report);
        evaluations.keep(submitted);
        filings.note(filing, Step.APPLY, "SELF_REPORT", new Actor(caller, "ENTERPRISE"), null, report);
        return submitted;
    }

    private Evaluation awaited(Filing filing) {
        requireFinished(filing);
        Evaluation known = evaluations.of(filing);
        if (known.state() != Evaluation.State.AWAITED) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "REPORT_SUBMITTED",
                            known.state().title())
                    .with("state", known.state().name());
        }
        return known;
    }

    private Evaluation with(Evaluation known, Evaluation.State state, SelfReport report) {
        return new Evaluation(
                known.filing(),
                state,
                known.version() + 1,
                report,
                known.reportDueOn(),
                state == Evaluation.State.SUBMITTED ? clock.instant() : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * The officer's score, once: the points of every criterion, each 0 to its most. 409 {@code SAME_PERSON} for whoever did
     * another step on the case, {@code REPORT_AWAITED} before the self-report is in or its time is over, {@code SCORED}.
     */
    @Transactional
    public Evaluation score(String id, IfMatch ifMatch, Map<Criterion, Integer> points, String opinion, Caller caller) {
        Filing filing = filings.lock(id);
        requireFinished(filing);
        Evaluation known = evaluations.of(filing);
        ifMatch.check(known.version());
        requireScorable(known);
        Map<Criterion, Integer> checked = checked(points);
        int score = Criterion.sum(checked);
        Evaluation scored = new Evaluation(
                known.filing(),
                Evaluation.State.SCORED,
                known.version() + 1,
                known.report(),
                known.reportDueOn(),
                known.submittedAt(),
                checked,
                score,
                Band.of(score),
                opinion,
                caller.username(),
                clock.instant());
        evaluations.keep(scored);
        String role = List.of(SCORERS).stream().filter(caller::has).findFirst().orElse("INTAKE");
        filings.note(
                filing,
                Step.EVALUATE,
                "EVALUATE",
                new Actor(caller, role),
                score + " / 100",
                Map.of("points", checked, "score", score, "band", Band.of(score), "opinion", opinion));
        return scored;
    }

    /** Whether the time for the self-report is over or it is in, and nobody has scored yet. */
    boolean isScorable(Evaluation known) {
        return known.state() == Evaluation.State.SUBMITTED
                || (known.state() == Evaluation.State.AWAITED && today().isAfter(known.reportDueOn()));
    }

    private void requireScorable(Evaluation known) {
        if (known.state() == Evaluation.State.SCORED) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORED");
        }
        if (!isScorable(known)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "REPORT_AWAITED",
                            known.reportDueOn().toString())
                    .with("reportDueOn", known.reportDueOn());
        }
    }

    private static void requireFinished(Filing filing) {
        if (filing.state() != State.CLOSED) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_FINISHED", filing.state().title())
                    .with("state", filing.state().name());
        }
    }

    private static Map<Criterion, Integer> checked(Map<Criterion, Integer> points) {
        List<FieldProblem> wrong = new ArrayList<>();
        Map<Criterion, Integer> checked = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            Integer given = points.get(criterion);
            String field = "points." + criterion.name();
            if (given == null) {
                wrong.add(new FieldProblem(field, "REQUIRED"));
            } else if (given < 0 || given > criterion.most()) {
                wrong.add(new FieldProblem(field, "RANGE", 0, criterion.most()));
            } else {
                checked.put(criterion, given);
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return checked;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
