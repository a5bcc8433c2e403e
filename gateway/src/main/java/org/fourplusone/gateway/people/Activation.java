package org.fourplusone.gateway.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourplusone.gateway.people.People.Code;
import org.fourplusone.gateway.people.People.Registered;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets a person's own password with a one-time code: of a first administrator, who gets the account with it, or of
 * somebody whom a security administrator has entered. Whether a name exists is not told to who has no code.
 */
@Component
class Activation {

    private static final Logger log = LoggerFactory.getLogger(Activation.class);
    private static final Code NONE = new Code(Secrets.quick("no such code"), Instant.EPOCH, false);

    private final FirstAdministrators first;
    private final People people;
    private final EndSessions endSessions;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Activation(
            FirstAdministrators first,
            People people,
            EndSessions endSessions,
            Secrets secrets,
            TransactionTemplate transaction,
            Clock clock) {
        this.first = first;
        this.people = people;
        this.endSessions = endSessions;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The new administrator, who holds only this role.
     *
     * @throws Refusal 400 for a wrong code, 409 {@code ACTIVATION_USED}, {@code USERNAME_TAKEN} or {@code SAME_PERSON},
     *     410 {@code ACTIVATION_EXPIRED}
     */
    Person administrator(String role, String typed, String username, String name, String password) {
        prove(typed, first.code(role));
        Person person = new Person(username, name, List.of(role), List.of());
        String hash = secrets.encode(password);
        transaction.executeWithoutResult(status -> {
            if (first.bears(name)) {
                throw conflict("SAME_PERSON", "displayName");
            }
            if (!people.add(person, hash)) {
                throw conflict("USERNAME_TAKEN", "username");
            }
            if (!first.give(role, username, clock.instant())) {
                throw conflict("ACTIVATION_USED", "code");
            }
        });
        people.changed(username);
        log.info("{} activated as the first {}", username, role);
        return person;
    }

    /**
     * The person with the new password; sessions that were open end.
     *
     * @throws Refusal 400 for a wrong code or name, 409 {@code ACTIVATION_USED}, 410 {@code ACTIVATION_EXPIRED}
     */
    Person somebody(String typed, String username, String password) {
        Optional<Registered> known = people.find(username).filter(Registered::enabled);
        Code code = prove(typed, known.map(Registered::code));
        String hash = secrets.encode(password);
        transaction.executeWithoutResult(status -> {
            people.lock(username, username);
            if (!people.useCode(username, code.hash(), clock.instant())) {
                throw conflict("ACTIVATION_USED", "code");
            }
            people.setPassword(username, hash);
        });
        people.changed(username);
        endSessions.of(username);
        log.info("{} set a password with an activation code", username);
        return known.orElseThrow().person();
    }

    private Code prove(String typed, Optional<Code> known) {
        Code code = known.orElse(NONE);
        if (!secrets.matches(ActivationCode.plain(typed), code.hash())) {
            log.info("An activation code was wrong");
            throw Refusal.invalid(new FieldError("code", "WRONG_CODE"));
        }
        if (code.isUsed()) {
            throw conflict("ACTIVATION_USED", "code");
        }
        if (!clock.instant().isBefore(code.expiresAt())) {
            throw Refusal.of(HttpStatus.GONE, "ACTIVATION_EXPIRED").at(new FieldError("code", "EXPIRED_CODE"));
        }
        return code;
    }

    private static Refusal conflict(String code, @Nullable String field) {
        Refusal refusal = Refusal.of(HttpStatus.CONFLICT, code);
        return field == null ? refusal : refusal.at(new FieldError(field, code));
    }
}
