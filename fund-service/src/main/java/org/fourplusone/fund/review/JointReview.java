package org.fourplusone.fund.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Office;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.JointOpinions;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The joint review (联审): the offices that the call names are asked when a filing is accepted, each answers within its
 * limit, and a recommendation waits for all of them. Silence is no consent: an office that is late stays open.
 */
@Component
class JointReview {
    private final Filings filings;
    private final Calls calls;
    private final JointOpinions opinions;
    private final Offices offices;
    private final WorkingDays workingDays;
    private final int limit;
    private final Clock clock;

    JointReview(
            Filings filings,
            Calls calls,
            JointOpinions opinions,
            Offices offices,
            WorkingDays workingDays,
            @Value("${fund.joint-review.working-days:5}") int limit,
            Clock clock) {
        this.filings = filings;
        this.calls = calls;
        this.opinions = opinions;
        this.offices = offices;
        this.workingDays = workingDays;
        this.limit = limit;
        this.clock = clock;
    }

    /** Asks the offices of the filing's call, with its acceptance. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Filing filing) {
        List<Office> asked = calls.find(filing.callId()).orElseThrow().jointReview();
        if (!asked.isEmpty()) {
            opinions.ask(filing.id(), asked, workingDays.plus(LocalDate.now(clock), limit));
        }
    }

    /** An office's answer, or another in its place until the review is finished. Refused to whoever is not of the office. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing answer(
            String id, Office office, JointOpinions.Answer answer, @Nullable String reason, Caller caller) {
        Filing filing = open(id, office);
        if (!offices.isMember(office, caller.username())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "NOT_OF_OFFICE", office.title().in(Language.current()));
        }
        if (answer == JointOpinions.Answer.OBJECTS && (reason == null || reason.isBlank())) {
            throw Problem.invalid(new FieldProblem("reason", "REQUIRED"));
        }
        opinions.answer(id, office, answer, reason, caller.username());
        String note = office.title().in(Language.BOTH) + ": " + answer + (reason == null ? "" : " " + reason);
        Map<String, Object> detail = Map.of("office", office, "answer", answer, "reason", reason == null ? "" : reason);
        filings.note(filing, Step.JOINT, "JOINT_OPINION", new Actor(caller, "OFFICE"), note, detail);
        return filings.get(id);
    }

    /** The reviewer says how an objection was settled. 409 {@code NOT_OBJECTED} when the office does not object. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing resolve(String id, Office office, String resolution, Caller caller) {
        Filing filing = open(id, office);
        if (!opinions.resolve(id, office, resolution, caller.username())) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_OBJECTED", office.title().in(Language.current()));
        }
        String note = office.title().in(Language.BOTH) + ": " + resolution;
        Map<String, Object> detail = Map.of("office", office, "resolution", resolution);
        filings.note(filing, Step.REVIEW, "RESOLVE_OBJECTION", new Actor(caller, "REVIEWER"), note, detail);
        return filings.get(id);
    }

    /**
     * 409 {@code JOINT_REVIEW_OPEN} with {@code open} and {@code objecting} while an office has not answered, and for a
     * recommendation while one objects and nobody has said how that is settled.
     */
    void requireSettled(Filing filing, boolean recommend) {
        List<JointOpinions.Opinion> asked = opinions.of(filing.id());
        List<Office> open = asked.stream()
                .filter(JointOpinions.Opinion::isOpen)
                .map(JointOpinions.Opinion::office)
                .toList();
        List<Office> objecting = asked.stream()
                .filter(JointOpinions.Opinion::isObjecting)
                .map(JointOpinions.Opinion::office)
                .toList();
        if (!open.isEmpty() || recommend && !objecting.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "JOINT_REVIEW_OPEN", named(open), named(objecting))
                    .with("open", open)
                    .with("objecting", objecting);
        }
    }

    private static String named(List<Office> offices) {
        return offices.isEmpty()
                ? "–"
                : String.join(
                        ", ",
                        offices.stream()
                                .map(office -> office.title().in(Language.current()))
                                .toList());
    }

    private Filing open(String id, Office office) {
        Filing filing = filings.lock(id);
        Filings.requireLegal(filing, Move.REVIEW);
        boolean isAsked = opinions.of(id).stream().anyMatch(opinion -> opinion.office() == office);
        if (!isAsked) {
            throw Problem.notFound();
        }
        return filing;
    }
}
