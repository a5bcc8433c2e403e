package org.fourplusone.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/session}: who is signed in. Sign-in and sign-out need the cross-site token of {@code GET}; signing in
 * changes both the session's id and that token.
 */
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

    private static final int LONGEST = 200;

    private final SignIn signIn;
    private final ProveFactor factor;
    private final SessionPersons persons;
    private final SessionAuthenticationStrategy renewal;
    private final boolean sample;

    SessionController(
            SignIn signIn,
            ProveFactor factor,
            SessionPersons persons,
            SessionAuthenticationStrategy renewal,
            @Value("${suite.sample:false}") boolean sample) {
        this.signIn = signIn;
        this.factor = factor;
        this.persons = persons;
        this.renewal = renewal;
        this.sample = sample;
    }

    /** What is typed at sign-in; {@code code}, the six digits of a second factor, may also come later. */
    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code) {}

    /**
     * Without {@code username} nobody is signed in. {@code csrf} goes with every state-changing call of this session.
     *
     * @param factor of the person who is signed in
     * @param sample whether the register holds sample data, which pages then say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            @Nullable String username,
            @Nullable String displayName,
            List<String> roles,
            List<String> creditCodes,
            @Nullable FactorState factor,
            @Nullable Csrf csrf,
            boolean sample) {}

    record Csrf(String header, String token) {}

    @GetMapping
    ResponseEntity<Session> read(HttpServletRequest request) {
        return answer(PersonAuthentication.current().orElse(null), request);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Session> open(
            @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String username = credentials.username();
        String password = credentials.password();
        List<FieldError> errors = new ArrayList<>();
        check("username", username, errors);
        check("password", password, errors);
        if (username == null || password == null || !errors.isEmpty()) {
            throw Refusal.invalid(errors.toArray(FieldError[]::new));
        }
        String code = credentials.code() == null || credentials.code().isBlank()
                ? null
                : FactorState.digits(credentials.code());
        Person person = signIn.prove(username, password);
        Optional<Instant> factorAt = Optional.ofNullable(code).map(digits -> factor.prove(username, digits));
        request.getSession();
        renewal.onAuthentication(new PersonAuthentication(person), request, response);
        persons.signIn(person, request);
        factorAt.ifPresent(at -> persons.proved(at, request));
        return answer(person, request);
    }

    @DeleteMapping
    ResponseEntity<Void> close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return ResponseEntity.noContent().build();
    }

    private static void check(String field, @Nullable String value, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            errors.add(new FieldError(field, "REQUIRED"));
        } else if (value.length() > LONGEST) {
            errors.add(new FieldError(field, "TOO_LONG"));
        }
    }

    private ResponseEntity<Session> answer(@Nullable Person person, HttpServletRequest request) {
        Csrf csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getHeaderName(), token.getToken())
                : null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        person == null
                                ? new Session(null, null, List.of(), List.of(), null, csrf, sample)
                                : new Session(
                                        person.username(),
                                        person.name(),
                                        person.roles(),
                                        person.creditCodes(),
                                        factor.state(person.username(), persons.factorAt(request)),
                                        csrf,
                                        sample));
    }
}
