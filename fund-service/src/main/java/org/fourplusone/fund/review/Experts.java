package org.fourplusone.fund.review;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.ExpertDraws;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.Move;
import org.fourplusone.fund.filing.Separation;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.fund.filing.Track;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws one expert for a filing on the EXPERT_AND_AUDIT track and takes the score. The draw can be repeated by hand:
 * {@code new java.util.Random(seed).nextInt(pool.size())} over the recorded pool, which is sorted.
 */
@Component
class Experts implements ApplicationRunner {
    record Expert(String username, String name, boolean active) {}

    private final JdbcClient jdbc;
    private final Filings filings;
    private final ExpertDraws draws;
    private final Separation separation;
    private final Decisions decisions;
    private final boolean sample;
    private final SecureRandom random = new SecureRandom();

    Experts(
            JdbcClient jdbc,
            Filings filings,
            ExpertDraws draws,
            Separation separation,
            Decisions decisions,
            @Value("${suite.sample:false}") boolean sample) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.draws = draws;
        this.separation = separation;
        this.decisions = decisions;
        this.sample = sample;
    }

    /** With the sample accounts come their two experts. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (sample && all().isEmpty()) {
            try {
                keep(new Expert("expert", "专家一 示例", true));
                keep(new Expert("expert2", "专家二 示例", true));
            } catch (DuplicateKeyException other) {
                // another instance wrote them in the same moment
            }
        }
    }

    List<Expert> all() {
        return jdbc.sql("SELECT username, name, active FROM expert ORDER BY username")
                .query((row, number) -> new Expert(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    void keep(Expert expert) {
        int changed = jdbc.sql("UPDATE expert SET name = :name, active = :active WHERE username = :username")
                .param("name", expert.name())
                .param("active", expert.active())
                .param("username", expert.username())
                .update();
        boolean there = changed == 1
                || all().stream().anyMatch(known -> known.username().equals(expert.username()));
        if (!there) {
            jdbc.sql("INSERT INTO expert (username, name, active) VALUES (:username, :name, :active)")
                    .param("username", expert.username())
                    .param("name", expert.name())
                    .param("active", expert.active())
                    .update();
        }
    }

    /** Draws, out of everybody who has done nothing on the case. 409 {@code EXPERT_DRAWN} once there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing draw(String id, Caller caller) {
        Filing filing = filings.lock(id);
        requireExpertTrack(filing);
        if (draws.of(id).isPresent()) {
            throw Problem.of(HttpStatus.CONFLICT, "EXPERT_DRAWN");
        }
        Set<String> acted = new HashSet<>(separation.peopleOf(id));
        acted.add(caller.username());
        List<String> pool = all().stream()
                .filter(Expert::active)
                .map(Expert::username)
                .filter(username -> !acted.contains(username))
                .sorted()
                .toList();
        if (pool.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "NO_EXPERT");
        }
        long seed = random.nextLong();
        ExpertDraws.Draw draw =
                new ExpertDraws.Draw(pool.get(new Random(seed).nextInt(pool.size())), seed, pool, null, null);
        draws.add(id, draw, caller.username());
        String role = caller.has("INTAKE") ? "INTAKE" : "REVIEWER";
        Step step = caller.has("INTAKE") ? Step.ACCEPT : Step.REVIEW;
        filings.note(filing, step, "DRAW_EXPERT", new Actor(caller, role), null, draw);
        return filings.get(id);
    }

    /** Takes the drawn expert's score of 0 to 100, once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing score(String id, int score, String opinion, Caller caller) {
        Filing filing = filings.lock(id);
        requireExpertTrack(filing);
        ExpertDraws.Draw draw = draws.of(id).orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "NOT_DRAWN"));
        if (!draw.expert().equals(caller.username())) {
            throw Problem.of(HttpStatus.FORBIDDEN, "NOT_DRAWN");
        }
        if (!draws.score(id, score, opinion)) {
            throw Problem.of(HttpStatus.CONFLICT, "SCORED");
        }
        Map<String, Object> body = Map.of("score", score, "opinion", opinion);
        decisions.add(id, Decisions.Kind.SCORE, caller.username(), body);
        filings.note(filing, Step.SCORE, "SCORE", new Actor(caller, "EXPERT"), score + " / 100", body);
        return filings.get(id);
    }

    /** The score that a review on this track must have; 409 {@code SCORE_MISSING} before it is there. */
    void requireScore(Filing filing) {
        if (filing.track() == Track.EXPERT_AND_AUDIT
                && draws.of(filing.id()).map(ExpertDraws.Draw::score).isEmpty()) {
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
