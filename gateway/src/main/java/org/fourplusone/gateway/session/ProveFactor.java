package org.fourplusone.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.fourplusone.gateway.factor.SecondFactors;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.session.SignInBackoff.Guess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Proves the second factor; guessing is slowed down as it is with passwords, by a count of its own. */
@Component
class ProveFactor {

    private final SecondFactors factors;
    private final SignInBackoff backoff;
    private final Clock clock;

    ProveFactor(SecondFactors factors, SignInBackoff backoff, Clock clock) {
        this.factors = factors;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Uses a code up.
     *
     * @throws Refusal 400 for wrong digits; 409 {@code FACTOR_USED} or {@code FACTOR_NOT_SET_UP}; 429 {@code
     *     FACTOR_LOCKED} with the time to wait
     */
    Instant prove(String username, String digits) {
        factors.requireSetUp(username);
        return counted(username, () -> factors.prove(username, digits));
    }

    /** Sets the begun factor up with its first code, which is proved with that. */
    Instant confirm(String username, String digits) {
        return counted(username, () -> factors.confirm(username, digits));
    }

    FactorState state(String username, Optional<Instant> factorAt) {
        Instant until = factorAt.map(at -> at.plus(SecondFactors.FRESH)).orElse(Instant.MIN);
        return new FactorState(factors.since(username).isPresent(), until.isAfter(clock.instant()) ? until : null);
    }

    private Instant counted(String username, Supplier<Instant> attempt) {
        backoff.wait(Guess.CODE, username).ifPresent(ProveFactor::locked);
        backoff.attempted(Guess.CODE, username);
        Instant proved = attempt.get();
        backoff.succeeded(Guess.CODE, username);
        return proved;
    }

    private static void locked(Duration wait) {
        throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "FACTOR_LOCKED", Math.max(1, wait.toSeconds()))
                .retryAfter(wait);
    }
}
