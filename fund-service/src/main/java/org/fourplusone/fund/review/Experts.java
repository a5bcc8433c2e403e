package org.fourplusone.fund.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Criterion;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.ExpertDraws;
import org.fourplusone.fund.filing.ExpertSeats;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.filing.Track;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the experts for a filing on the EXPERT_AND_AUDIT track, as many as its panel has seats, and takes their scores. */
@Component
class Experts {
    private final Filings filings;
    private final ExpertDraws draws;
    private final ExpertRegister register;
    private final ExpertPanels panels;
    private final Separation separation;
    private final Decisions decisions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Experts(
            Filings filings,
            ExpertDraws draws,
            ExpertRegister register,
            ExpertPanels panels,
            Separation separation,
            Decisions decisions,
            Clock clock) {
        this.filings = filings;
        this.draws = draws;
        this.register = register;
        this.panels = panels;
        this.separation = separation;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Draws for every seat of the panel, or again for seats that stand vacant.
     *
     * @throws Problem 409 {@code EXPERT_DRAWN} when all seats are taken, 409 {@code NO_EXPERT} with {@code needed} and
     *     {@code there} when the register has too few who may be drawn
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing draw(String id, Caller caller) {
        Filing filing = filings.lock(id);
        requireExpertTrack(filing);
        ExpertSeats seats = draws.of(id);
        ExpertPanels.Panel panel = panels.of(filing);
        List<ExpertSeats.Draw> made = new ArrayList<>();
        if (!seats.isDrawn()) {
            for (int seat = 1; seat <= panel.experts(); seat++) {
                made.add(drawn(filing, seat, 1, panel.criteria(), made, seats, caller, panel.experts()));
            }
        } else if (seats.vacant().isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "EXPERT_DRAWN");
        } else {
            for (ExpertSeats.Draw left : seats.vacant()) {
                int needed = seats.vacant().size();
                made.add(drawn(filing, left.seat(), left.turn() + 1, left.criteria(), made, seats, caller, needed));
            }
        }
        made.forEach(draw -> draws.add(id, draw, caller.username()));
        String role = caller.has("INTAKE") ? "INTAKE" : "REVIEWER";
        Step step = caller.has("INTAKE") ? Step.ACCEPT : Step.REVIEW;
        filings.note(filing, step, "DRAW_EXPERT", new Actor(caller, role), null, made);
        return filings.get(id);
    }

    private ExpertSeats.Draw drawn(
            Filing filing,
            int seat,
            int turn,
            List<Criterion> criteria,
            List<ExpertSeats.Draw> made,
            ExpertSeats before,
            Caller caller,
            int needed) {
        List<String> pool = pool(filing, made, before, caller);
        if (pool.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "NO_EXPERT", needed, made.size())
                    .with("needed", needed)
                    .with("there", made.size());
        }
        return picked(seat, turn, criteria, pool);
    }

    private ExpertSeats.Draw picked(int seat, int turn, List<Criterion> criteria, List<String> pool) {
        long seed = random.nextLong();
        String expert = ExpertSeats.pick(seed, pool);
        return new ExpertSeats.Draw(
                seat, turn, expert, seed, pool, criteria, clock.instant(), null, null, Map.of(), null);
    }

    /** Whoever is active, has no tie to the enterprise, has done nothing on the case and was not drawn for it before. */
    private List<String> pool(Filing filing, List<ExpertSeats.Draw> made, ExpertSeats before, Caller caller) {
        Set<String> out = new HashSet<>(separation.peopleOf(filing.id()));
        out.add(caller.username());
        made.forEach(draw -> out.add(draw.expert()));
        before.draws().forEach(draw -> out.add(draw.expert()));
        return register.all().stream()
                .filter(ExpertRegister.Expert::active)
                .filter(expert -> !expert.enterprises().contains(filing.creditCode()))
                .map(ExpertRegister.Expert::username)
                .filter(username -> !out.contains(username))
                .sorted()
                .toList();
    }

    /** Takes a drawn expert's marks, once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing score(String id, Marks given, Caller caller) {
        Filing filing = filings.lock(id);
        requireExpertTrack(filing);
        ExpertSeats.Draw draw = seatOf(id, caller);
        requireUntied(filing, caller.username());
        int score = given.counted(draw.criteria());
        if (!draws.score(id, caller.username(), score, given.by(), given.opinion())) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORED");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("score", score);
        body.put("marks", given.by());
        body.put("opinion", given.opinion());
        decisions.add(id, Decisions.Kind.SCORE, caller.username(), body);
        filings.note(filing, Step.SCORE, "SCORE", new Actor(caller, "EXPERT"), null, body);
        return filings.get(id);
    }

    /**
     * Steps off the case (回避). A drawn expert's seat is drawn again at once, with a seed of its own; where nobody is left
     * to be drawn it stays vacant. Any other officer may step off too, and does nothing on the case from then on.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing recuse(String id, String reason, Caller caller) {
        Filing filing = filings.lock(id);
        ExpertSeats.Draw draw = draws.of(id).of(caller.username()).orElse(null);
        if (draw != null && !draw.isOpen()) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORED");
        }
        String role = draw != null
                ? "EXPERT"
                : caller.roles().stream().sorted().findFirst().orElse("");
        List<ExpertSeats.Draw> again =
                draw == null ? List.of() : leave(filing, draw, ExpertSeats.Ground.OWN, reason, caller);
        filings.note(filing, Step.RECUSE, "RECUSE", new Actor(caller, role), null, detail(reason, again));
        return filings.get(id);
    }

    /** An officer replaces an expert whom the register or the case shows to be in conflict; 409 {@code NO_CONFLICT} else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing replace(String id, String expert, String reason, Caller caller) {
        Filing filing = filings.lock(id);
        requireExpertTrack(filing);
        ExpertSeats.Draw draw = draws.of(id)
                .of(expert)
                .filter(ExpertSeats.Draw::isOpen)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("expert", "NOT_SEATED")));
        ExpertSeats.Ground ground = conflict(filing, expert);
        if (ground == null) {
            throw Problem.of(HttpStatus.CONFLICT, "NO_CONFLICT");
        }
        List<ExpertSeats.Draw> again = leave(filing, draw, ground, reason, caller);
        String role = caller.has("INTAKE") ? "INTAKE" : "REVIEWER";
        Step step = caller.has("INTAKE") ? Step.ACCEPT : Step.REVIEW;
        filings.note(filing, step, "REPLACE_EXPERT", new Actor(caller, role), null, detail(reason, again));
        return filings.get(id);
    }

    private List<ExpertSeats.Draw> leave(
            Filing filing, ExpertSeats.Draw draw, ExpertSeats.Ground ground, String reason, Caller caller) {
        if (!draws.recuse(filing.id(), draw.expert(), ground, reason)) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORED");
        }
        List<String> pool = pool(filing, List.of(), draws.of(filing.id()), caller);
        if (pool.isEmpty()) {
            return List.of();
        }
        ExpertSeats.Draw again = picked(draw.seat(), draw.turn() + 1, draw.criteria(), pool);
        draws.add(filing.id(), again, caller.username());
        return List.of(again);
    }

    private ExpertSeats.@Nullable Ground conflict(Filing filing, String expert) {
        ExpertRegister.Expert known = register.find(expert).orElse(null);
        if (known == null || !known.active()) {
            return ExpertSeats.Ground.INACTIVE;
        }
        if (known.enterprises().contains(filing.creditCode())) {
            return ExpertSeats.Ground.TIE;
        }
        boolean acted =
                separation.stepsOf(filing.id(), expert).stream().anyMatch(step -> !step.isCompatibleWith(Step.SCORE));
        return acted ? ExpertSeats.Ground.EARLIER_STEP : null;
    }

    private void requireUntied(Filing filing, String expert) {
        boolean isTied = register.find(expert)
                .filter(known -> known.enterprises().contains(filing.creditCode()))
                .isPresent();
        if (isTied) {
            throw Problem.of(HttpStatus.CONFLICT, "TIED");
        }
    }

    private ExpertSeats.Draw seatOf(String id, Caller caller) {
        return draws.of(id)
                .of(caller.username())
                .filter(draw -> draw.recusal() == null)
                .orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "NOT_DRAWN"));
    }

    private static Map<String, Object> detail(String reason, List<ExpertSeats.Draw> again) {
        return Map.of("reason", reason, "drawn", again);
    }

    /** The scores that a review on this track must have; 409 {@code SCORE_MISSING} before the last one is there. */
    void requireScore(Filing filing) {
        if (filing.track() == Track.EXPERT_AND_AUDIT && !draws.of(filing.id()).isScored()) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORE_MISSING");
        }
    }

    private static void requireExpertTrack(Filing filing) {
        if (filing.state() != State.ACCEPTED) {
            Filings.requireLegal(filing, Move.REVIEW);
        }
        if (filing.track() != Track.EXPERT_AND_AUDIT) {
            throw Problem.of(
                    HttpStatus.CONFLICT, "NO_EXPERT_TRACK", filing.track().name());
        }
    }
}
