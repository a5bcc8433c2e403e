package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The moves open to a person now: legal from the state, of one's role, and nothing incompatible done on the case. */
@Component
public class Actions {
    /** Moves of the notice, the batch and the system: they are made there, not on the filing. */
    private static final Set<Move> ELSEWHERE = EnumSet.of(
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

    Actions(Separation separation, ExpertDraws draws) {
        this.separation = separation;
        this.draws = draws;
    }

    public List<String> of(Filing filing, Caller caller) {
        return of(List.of(filing), caller).getOrDefault(filing.id(), List.of());
    }

    /** The same for a page of filings, by their ids, with one question to the database for all. */
    Map<String, List<String>> of(List<Filing> filings, Caller caller) {
        List<String> ids = filings.stream().map(Filing::id).toList();
        Map<String, Set<Step>> done = separation.stepsOf(ids, caller.username());
        Map<String, List<String>> actions = new HashMap<>();
        for (Filing filing : filings) {
            actions.put(filing.id(), of(filing, caller, done.getOrDefault(filing.id(), Set.of())));
        }
        return actions;
    }

    private List<String> of(Filing filing, Caller caller, Set<Step> done) {
        List<String> open = new ArrayList<>();
        for (Move move : filing.moves()) {
            if (!ELSEWHERE.contains(move) && fits(move, filing) && isOpen(move, filing, caller, done)) {
                open.add(move.action());
            }
        }
        if (filing.track() == Track.EXPERT_AND_AUDIT && filing.state() == State.ACCEPTED) {
            addExpertSteps(filing, caller, open);
        }
        return open;
    }

    private static boolean isOpen(Move move, Filing filing, Caller caller, Set<Step> done) {
        if (move.step() == Step.APPLY) {
            return caller.mayActFor(filing.creditCode());
        }
        return caller.has(move.role())
                && Separation.conflict(filing, move.step(), caller, done).isEmpty();
    }

    private static boolean fits(Move move, Filing filing) {
        boolean withoutApplication = filing.track() == Track.NO_APPLICATION;
        return switch (move) {
            case SUBMIT -> !withoutApplication;
            case CONFIRM_WILLINGNESS, RECALL -> withoutApplication;
            case APPROVE, PUBLISH -> Boolean.TRUE.equals(filing.recommended());
            default -> true;
        };
    }

    private void addExpertSteps(Filing filing, Caller caller, List<String> open) {
        Optional<ExpertDraws.Draw> draw = draws.of(filing.id());
        boolean scored = draw.isPresent() && draw.get().score() != null;
        if (!scored) {
            open.remove(Move.REVIEW.action());
        }
        if (draw.isEmpty() && caller.hasAny("INTAKE", "REVIEWER")) {
            open.add("experts");
        }
        if (draw.isPresent()
                && !scored
                && caller.has("EXPERT")
                && draw.get().expert().equals(caller.username())) {
            open.add("scores");
        }
    }
}
