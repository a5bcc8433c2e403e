package org.fourplusone.gateway.session;

import java.time.Duration;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.session.Accounts.Account;
import org.fourplusone.gateway.session.SignInBackoff.Guess;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Proves a person by username and password. Unknown names cost the same time and get the same answer as wrong passwords. */
@Component
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    /** Argon2id of a forgotten random text with the parameters of {@link Secrets}: matches nothing, takes as long. */
    private static final String NOBODY =
            "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$h1pkBBYLu0vGxCwQU4/4ZIBCcm3VS0QFjFTPEyxqFGw";

    private final Accounts accounts;
    private final Secrets secrets;
    private final SignInBackoff backoff;

    SignIn(Accounts accounts, Secrets secrets, SignInBackoff backoff) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.backoff = backoff;
    }

    /**
     * The person.
     *
     * @throws Refusal 401 {@code SIGN_IN_FAILED}, or 429 {@code SIGN_IN_LOCKED} with the time to wait
     */
    Person prove(String username, String password) {
        backoff.wait(Guess.PASSWORD, username).ifPresent(SignIn::locked);
        backoff.attempted(Guess.PASSWORD, username);
        Account account = accounts.find(username).orElse(null);
        boolean matches = secrets.matches(password, account == null ? NOBODY : account.provableHash(NOBODY));
        if (account == null || !matches) {
            log.info(
                    "Sign-in failed for {}",
                    account == null ? "an unknown username" : account.person().username());
            throw Refusal.of(HttpStatus.UNAUTHORIZED, "SIGN_IN_FAILED");
        }
        backoff.succeeded(Guess.PASSWORD, username);
        return account.person();
    }

    private static void locked(Duration wait) {
        throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "SIGN_IN_LOCKED", Math.max(1, wait.toSeconds()))
                .retryAfter(wait);
    }
}
