package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.fund.mandate.Mandates;
import org.fourplusone.fund.mandate.Right;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The moves open to a person now: legal from the state, of one's role, and nothing incompatible done on the case. */
@Component
public class Actions {
    /** Moves of the notice, the batch and the system: they are made there, not on the filing. */
    private static final Set<Move> ELSEWHERE = EnumSet.of(
            Move.TAKE_OFF,
            Move.TAKE_OFF_FIRST,
            Move.OBJECT,
            Move.DISMISS_OBJECTION,
            Move.UPHOLD_OBJECTION,
            Move.PASS_NOTICE,
            Move.CONFIRM,
            Move.CLOSE,
            Move.REOPEN,
            Move.LAPSE);

    private final Separation separation;
    private final ExpertDraws draws;
    private final JointOpinions opinions;
    private final Mandates mandates;

    Actions(Separation separation, ExpertDraws draws, JointOpinions opinions, Mandates mandates) {
        this.separation = separation;
        this.draws = draws;
        this.opinions = opinions;
        this.mandates = mandates;
    }

    public List<String> of(Filing filing, Caller caller) {
        return of(List.of(filing), caller).getOrDefault(filing.id(), List.of());
    }

    /** The same for a page of filings, by their ids, with one question to the database for all. */
    Map<String, List<String>> of(List<Filing> filings, Caller caller) {
        List<String> ids = filings.stream().map(Filing::id).toList();
        Map<String, Set<Step>> done = separation.stepsOf(ids, caller.username());
        Map<Right, Set<String>> mandated = mandated(filings, caller);
        Set<String> asked = opinions.waitingFor(
                filings.stream()
                        .filter(filing -> filing.state() == State.ACCEPTED)
                        .map(Filing::id)
                        .toList(),
                caller.username());
        Map<String, List<String>> actions = new HashMap<>();
        for (Filing filing : filings) {
            Set<Step> did = done.getOrDefault(filing.id(), Set.of());
            List<String> open = of(filing, caller, did, mandated);
            boolean isAsked = asked.contains(filing.id());
            if (isAsked && Separation.conflict(filing, Step.JOINT, caller, did).isEmpty()) {
                open.add("joint-review");
            }
            actions.put(filing.id(), open);
        }
        return actions;
    }

    /** The enterprises of these filings for which the caller has each right today. */
    private Map<Right, Set<String>> mandated(List<Filing> filings, Caller caller) {
        Set<String> codes = filings.stream().map(Filing::creditCode).collect(Collectors.toSet());
        Map<Right, Set<String>> mandated = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            mandated.put(right, mandates.among(caller, codes, right));
        }
        return mandated;
    }

    private List<String> of(Filing filing, Caller caller, Set<Step> done, Map<Right, Set<String>> mandated) {
        List<String> open = new ArrayList<>();
        for (Move move : filing.moves()) {
            if (!ELSEWHERE.contains(move) && fits(move, filing) && isOpen(move, filing, caller, done, mandated)) {
                open.add(move.action());
            }
        }
        if (filing.track() == Track.EXPERT_AND_AUDIT && filing.state() == State.ACCEPTED) {
            addExpertSteps(filing, caller, open);
        }
        return open;
    }

    private static boolean isOpen(
            Move move, Filing filing, Caller caller, Set<Step> done, Map<Right, Set<String>> mandated) {
        if (move.step() == Step.APPLY) {
            return mandated.getOrDefault(filing.track().right(), Set.of()).contains(filing.creditCode());
        }
        return caller.has(move.role())
                && Separation.conflict(filing, move.step(), caller, done).isEmpty();
    }

    private static boolean fits(Move move, Filing filing) {
        boolean withoutApplication = filing.track() == Track.NO_APPLICATION;
        return switch (move) {
            case SUBMIT -> !withoutApplication;
            case CONFIRM_WILLINGNESS, RECALL -> withoutApplication;
            case SEND_BACK -> !withoutApplication;
            case APPROVE -> Boolean.TRUE.equals(filing.recommended());
            case PUBLISH -> filing.approved() != null || Boolean.TRUE.equals(filing.recommended());
            default -> true;
        };
    }

    private void addExpertSteps(Filing filing, Caller caller, List<String> open) {
        ExpertSeats seats = draws.of(filing.id());
        if (!seats.isScored()) {
            open.remove(Move.REVIEW.action());
        }
        boolean isVacant = !seats.isDrawn() || !seats.vacant().isEmpty();
        if (isVacant && caller.hasAny("INTAKE", "REVIEWER")) {
            open.add("experts");
        }
        if (caller.has("EXPERT")
                && seats.of(caller.username()).filter(ExpertSeats.Draw::isOpen).isPresent()) {
            open.add("scores");
            open.add("recusal");
        }
    }
}
