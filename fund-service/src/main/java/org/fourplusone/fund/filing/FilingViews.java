package org.fourplusone.fund.filing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.mandate.Mandates;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers filings to whoever may see them: the enterprise its own, as far as it is told, officers all. */
@Component
public class FilingViews {
    private static final String[] OFFICERS = {"INTAKE", "REVIEWER", "EXPERT", "APPROVER", "PAYER", "RELEASER", "AUDITOR"
    };

    private final Filings filings;
    private final Actions actions;
    private final Papers papers;
    private final ClaimLines claimLines;
    private final Fingerprints fingerprints;
    private final Assessments assessments;
    private final DraftFiling drafts;
    private final ExpertDraws draws;
    private final Decisions decisions;
    private final Calls calls;
    private final Ledger ledger;
    private final PayeeAccounts payees;
    private final EntitlementPulls pulls;
    private final Mandates mandates;
    private final JsonMapper json;
    private final WorkingDays workingDays;
    private final StepDays stepDays;
    private final Clock clock;

    FilingViews(
            Filings filings,
            Actions actions,
            Papers papers,
            ClaimLines claimLines,
            Fingerprints fingerprints,
            Assessments assessments,
            DraftFiling drafts,
            ExpertDraws draws,
            Decisions decisions,
            Calls calls,
            Ledger ledger,
            PayeeAccounts payees,
            EntitlementPulls pulls,
            Mandates mandates,
            JsonMapper json,
            WorkingDays workingDays,
            StepDays stepDays,
            Clock clock) {
        this.filings = filings;
        this.actions = actions;
        this.papers = papers;
        this.claimLines = claimLines;
        this.fingerprints = fingerprints;
        this.assessments = assessments;
        this.drafts = drafts;
        this.draws = draws;
        this.decisions = decisions;
        this.calls = calls;
        this.ledger = ledger;
        this.payees = payees;
        this.pulls = pulls;
        this.mandates = mandates;
        this.json = json;
        this.workingDays = workingDays;
        this.stepDays = stepDays;
        this.clock = clock;
    }

    public static boolean isOfficer(Caller caller) {
        return caller.hasAny(OFFICERS);
    }

    /** The filing if the caller may see it; 404 otherwise, the same as for one that does not exist. */
    public Filing visible(String id, Caller caller) {
        Filing filing = filings.get(id);
        if (!isOfficer(caller) && !caller.mayActFor(filing.creditCode())) {
            throw Problem.notFound();
        }
        return filing;
    }

    /** The filing in the version that the caller has seen, if the caller says so; 404 or 412 otherwise. */
    public Filing seen(String id, IfMatch ifMatch) {
        Filing filing = visible(id, Caller.current());
        ifMatch.check(filing.version());
        return filing;
    }

    /** The filing as it stands, whole, with its version. */
    public ResponseEntity<FilingView> answer(Filing filing) {
        return ResponseEntity.ok().eTag(Versions.tag(filing.version())).body(whole(filing, Caller.current()));
    }

    /** The filing for an officer; 404 for anybody else, whoever's it is. */
    public Filing officers(String id, Caller caller) {
        if (!isOfficer(caller)) {
            throw Problem.notFound();
        }
        return filings.get(id);
    }

    /**
     * The filing if it is the caller's own enterprise's, 404 otherwise; 403 {@code NO_MANDATE} when the enterprise has not
     * given the caller the right to act on it.
     */
    public Filing own(String id, Caller caller) {
        Filing filing = filings.get(id);
        if (!caller.mayActFor(filing.creditCode())) {
            throw Problem.notFound();
        }
        mandates.require(caller, filing.creditCode(), filing.track().right());
        return filing;
    }

    /** The filing as the caller may know it: an enterprise knows no amount of the offices before its award is public. */
    static Filing told(Filing filing, Caller caller) {
        return isOfficer(caller) ? filing : Told.of(filing);
    }

    /** Filings as lists show them. */
    List<FilingView> brief(List<Filing> filings, Caller caller) {
        Map<String, List<String>> open = actions.of(filings, caller);
        return filings.stream()
                .map(filing -> view(told(filing, caller), open.getOrDefault(filing.id(), List.of()), null))
                .toList();
    }

    public FilingView whole(Filing filing, Caller caller) {
        boolean officer = isOfficer(caller);
        boolean knows = officer || Told.knowsAward(filing);
        JsonNode trace = (knows ? assessments.frozen(filing.id()) : assessments.submitted(filing.id()))
                .map(Assessments.Answer::whole)
                .map(SpokenJson::of)
                .orElse(null);
        List<Decisions.Decision> taken = decisions.of(filing.id());
        ExpertSeats seats = draws.of(filing.id());
        boolean scoring =
                seats.of(caller.username()).filter(ExpertSeats.Draw::isOpen).isPresent();
        List<Decisions.Decision> told = taken.stream()
                .filter(decision -> !scoring || decision.kind() != Decisions.Kind.SCORE)
                .toList();
        List<StepDays.Stay> steps = stepDays.of(filings.history(filing.id()), LocalDate.now(clock));
        List<ClaimLine> lines = claimLines.of(filing.id());
        FilingView.Detail detail = new FilingView.Detail(
                papers.of(filing),
                officer ? papers.duplicates(filing) : null,
                officer ? fingerprints.elsewhere(filing, lines) : null,
                calls.find(filing.callId()).map(call -> call.item().form()).orElse(null),
                officer ? lines : Told.lines(filing, lines),
                trace instanceof ObjectNode object ? object.without(List.of("documents", "form")) : trace,
                trace == null ? null : trace.get("estimate"),
                drafts.declaredOf(filing.id()),
                filing.contact() == null ? null : json.readTree(filing.contact()),
                seats.draws().stream()
                        .filter(draw -> officer || draw.recusal() == null)
                        .map(draw -> FilingView.Drawn.of(draw, officer, knows && !scoring))
                        .toList(),
                scoring || !knows
                        ? null
                        : seats.mean().map(BigDecimal::toPlainString).orElse(null),
                officer ? told : Told.decisions(filing, told),
                (int) taken.stream()
                        .filter(decision -> decision.kind() == Decisions.Kind.APPROVAL)
                        .count(),
                knows ? ledger.of(filing.id()) : FilingBalance.NONE,
                payees.of(filing.id()).orElse(null),
                officer ? pulls.runOf(filing.id()).orElse(null) : null,
                steps,
                stepDays.taken(steps),
                timeline(filing, caller));
        return view(told(filing, caller), actions.of(filing, caller), detail);
    }

    public List<FilingView.TimelineStep> timeline(Filing filing, Caller caller) {
        boolean officer = isOfficer(caller);
        return filings.history(filing.id()).stream()
                .map(step -> new FilingView.TimelineStep(
                        step.at(),
                        step.action(),
                        officer && step.person() != null ? step.person() : step.role(),
                        officer ? step.onBehalfOf() : null,
                        step.role(),
                        StepText.of(step, officer ? step.note() : Told.note(step)),
                        step.to(),
                        step.dueOn()))
                .toList();
    }

    private FilingView view(Filing filing, List<String> open, FilingView.@Nullable Detail detail) {
        return new FilingView(
                filing.id(),
                filing.number(),
                filing.state(),
                filing.state().title(),
                filing.itemCode(),
                filing.itemVersion(),
                filing.title(),
                filing.department(),
                filing.track(),
                filing.line(),
                filing.noticeOrder(),
                filing.callId(),
                filing.year(),
                filing.creditCode(),
                filing.enterpriseName(),
                filing.record(),
                filing.amount(),
                filing.estimate(),
                filing.reviewed(),
                filing.recommended(),
                filing.approved(),
                filing.dueOn(),
                daysLeft(filing.dueOn()),
                filing.dueOn() == null ? null : filing.dueOn().isBefore(LocalDate.now(clock)),
                filing.waitingFor(),
                filing.createdAt(),
                filing.submittedAt(),
                filing.version(),
                open,
                detail);
    }

    /** Nothing to say, rather than no filing, where no calendar covers the days. */
    private @Nullable Integer daysLeft(@Nullable LocalDate dueOn) {
        if (dueOn == null) {
            return null;
        }
        try {
            return workingDays.between(LocalDate.now(clock), dueOn);
        } catch (Problem missing) {
            return null;
        }
    }
}
