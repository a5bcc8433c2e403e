package org.fourplusone.gateway.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.fourplusone.gateway.factor.SecondFactors;
import org.fourplusone.gateway.people.People.Registered;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a security administrator does with other people's accounts, never with the own one: so there is always one left
 * who may. Who did what to whom is in the log, without codes.
 */
@Component
class Appointments {

    private static final Logger log = LoggerFactory.getLogger(Appointments.class);
    private static final String OFFICE = "SECURITY_ADMIN";

    private final People people;
    private final SecondFactors factors;
    private final EndSessions endSessions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Appointments(
            People people,
            SecondFactors factors,
            EndSessions endSessions,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.factors = factors;
        this.endSessions = endSessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code to hand over; it cannot be read again. */
    record Issued(Registered whom, String code, Instant expiresAt) {}

    /** What is to be otherwise; null stays as it is. */
    record Change(
            @Nullable String displayName,
            @Nullable List<String> roles,
            @Nullable List<String> creditCodes,
            @Nullable Boolean enabled) {}

    /** Enters a person, who sets a password with the code. */
    Issued enter(Person actor, Person person) {
        Issued issued = inOffice(actor, person.username(), () -> {
            if (!people.add(person, "")) {
                throw Refusal.of(HttpStatus.CONFLICT, "USERNAME_TAKEN")
                        .at(new FieldError("username", "USERNAME_TAKEN"));
            }
            return issue(person.username());
        });
        log.info(
                "{} entered {} as {} for {}",
                actor.username(),
                person.username(),
                person.roles(),
                person.creditCodes());
        return issued;
    }

    /** A new code for somebody who lost the password or let the first code expire; the one before is void. */
    Issued renewCode(Person actor, String username) {
        refuseOneself(actor, username);
        Issued issued = inOffice(actor, username, () -> {
            if (!known(username).enabled()) {
                throw Refusal.of(HttpStatus.CONFLICT, "SWITCHED_OFF");
            }
            return issue(username);
        });
        log.info("{} gave {} a new activation code", actor.username(), username);
        return issued;
    }

    /**
     * Changes the account if it still is at {@code version}; who is switched off is signed out at once, and a code that
     * was out is void.
     */
    Registered change(Person actor, String username, int version, Change change) {
        refuseOneself(actor, username);
        Registered before = known(username);
        Registered after = inOffice(actor, username, () -> {
            Registered now = known(username);
            if (now.version() != version) {
                throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
            }
            Person changed = changed(now.person(), change);
            boolean enabled = Objects.requireNonNullElse(change.enabled(), now.enabled());
            people.change(changed, enabled);
            if (!enabled) {
                people.withdrawCode(username);
            }
            return known(username);
        });
        people.changed(username);
        if (!after.enabled()) {
            endSessions.of(username);
        }
        log.info(
                "{} changed {}: {} to {}, {} to {}, {} to {}",
                actor.username(),
                username,
                before.person().roles(),
                after.person().roles(),
                before.person().creditCodes(),
                after.person().creditCodes(),
                before.enabled() ? "on" : "off",
                after.enabled() ? "on" : "off");
        return after;
    }

    /** Takes away the second factor of somebody who lost it, and ends the sessions in which it was proved. */
    Registered resetFactor(Person actor, String username) {
        refuseOneself(actor, username);
        Registered after = inOffice(actor, username, () -> {
            known(username);
            factors.reset(username, actor.username());
            return known(username);
        });
        endSessions.of(username);
        return after;
    }

    private static Person changed(Person before, Change change) {
        String name = Objects.requireNonNullElse(change.displayName(), before.name());
        List<String> roles = Objects.requireNonNullElse(change.roles(), before.roles());
        List<String> creditCodes = Objects.requireNonNullElse(change.creditCodes(), before.creditCodes());
        new PersonRules().displayName(name).duties(roles, creditCodes).check();
        return new Person(before.username(), name.strip(), roles, creditCodes);
    }

    private Issued issue(String username) {
        String code = ActivationCode.fresh();
        Instant expiresAt = clock.instant().plus(ActivationCode.LIFE);
        people.putCode(username, ActivationCode.hash(code), expiresAt);
        return new Issued(known(username), code, expiresAt);
    }

    private Registered known(String username) {
        return people.find(username).orElseThrow(Refusal::notFound);
    }

    private static void refuseOneself(Person actor, String username) {
        if (actor.username().equals(username)) {
            throw Refusal.of(HttpStatus.CONFLICT, "NOT_ONESELF");
        }
    }

    /** Holds both accounts, so that two administrators cannot switch each other off in the same moment. */
    private <T> T inOffice(Person actor, String username, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            people.lock(actor.username(), username);
            boolean holdsOffice = people.find(actor.username())
                    .filter(found -> found.enabled() && found.person().has(OFFICE))
                    .isPresent();
            if (!holdsOffice) {
                throw Refusal.of(HttpStatus.FORBIDDEN, "FORBIDDEN");
            }
            return work.get();
        }));
    }
}
