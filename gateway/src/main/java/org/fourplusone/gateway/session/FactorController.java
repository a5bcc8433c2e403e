package org.fourplusone.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.fourplusone.gateway.factor.QrPicture;
import org.fourplusone.gateway.factor.SecondFactors;
import org.fourplusone.gateway.factor.SecondFactors.Begun;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/session/factor}: the second factor of the person of this session, proved anew or set up. */
@RestController
@RequestMapping(
        path = "/api/session/factor",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class FactorController {

    private final ProveFactor prove;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final SessionPersons persons;

    FactorController(ProveFactor prove, SecondFactors factors, SignIn signIn, SessionPersons persons) {
        this.prove = prove;
        this.factors = factors;
        this.signIn = signIn;
        this.persons = persons;
    }

    /** @param code the six digits of the authenticator app */
    record Code(@Nullable String code) {}

    /** @param password once more, so that an open session alone is not enough */
    record Beginning(@Nullable String password) {}

    /** Shown once. */
    record Enrolment(String secret, String address, QrPicture qr) {}

    /** Renews the factor for five minutes. */
    @PostMapping
    ResponseEntity<FactorState> renew(@RequestBody Code code, HttpServletRequest request) {
        String username = person(request);
        return proved(username, prove.prove(username, FactorState.digits(code.code())), request);
    }

    /** A secret for an authenticator app, to be confirmed with its first code. */
    @PostMapping("/enrolment")
    ResponseEntity<Enrolment> begin(@RequestBody Beginning beginning, HttpServletRequest request) {
        String username = person(request);
        String password = beginning.password();
        if (password == null || password.isEmpty()) {
            throw Refusal.invalid(new FieldError("password", "REQUIRED"));
        }
        try {
            signIn.prove(username, password);
        } catch (Refusal refused) {
            throw refused.status() == HttpStatus.UNAUTHORIZED
                    ? Refusal.invalid(new FieldError("password", "WRONG_PASSWORD"))
                    : refused;
        }
        Begun begun = factors.begin(username);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Enrolment(begun.secret(), begun.address(), QrPicture.of(begun.address())));
    }

    @PostMapping("/enrolment/confirm")
    ResponseEntity<FactorState> confirm(@RequestBody Code code, HttpServletRequest request) {
        String username = person(request);
        return proved(username, prove.confirm(username, FactorState.digits(code.code())), request);
    }

    private ResponseEntity<FactorState> proved(String username, Instant at, HttpServletRequest request) {
        persons.proved(at, request);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(prove.state(username, Optional.of(at)));
    }

    /** The person of the session; a program with a token has neither a session nor a second factor. */
    private String person(HttpServletRequest request) {
        String username = PersonAuthentication.current()
                .map(Person::username)
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
        if (!persons.username(request).equals(Optional.of(username))) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "FORBIDDEN");
        }
        return username;
    }
}
