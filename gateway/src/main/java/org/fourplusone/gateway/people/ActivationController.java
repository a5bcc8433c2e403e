package org.fourplusone.gateway.people;

import java.util.List;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/activation}: public; whoever has a code sets the own password and then signs in. */
@RestController
@RequestMapping(path = "/api/activation", produces = MediaType.APPLICATION_JSON_VALUE)
class ActivationController {

    private static final int LONGEST_CODE = 100;

    private final FirstAdministrators first;
    private final Activation activation;

    ActivationController(FirstAdministrators first, Activation activation) {
        this.first = first;
        this.activation = activation;
    }

    /**
     * What is typed.
     *
     * @param displayName of a first administrator; everybody else's is entered already
     * @param role {@code ADMIN} or {@code SECURITY_ADMIN} for the first of its kind; absent for everybody else
     */
    record Attempt(
            @Nullable String code,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String role) {}

    record Activated(String username, String displayName, List<String> roles) {}

    /** Administrators' roles that wait for their first person. */
    record Open(List<String> open) {}

    @GetMapping
    ResponseEntity<Open> open() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Open(first.open()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Activated activate(@RequestBody Attempt attempt) {
        String code = attempt.code();
        String username = attempt.username();
        String name = attempt.displayName();
        String password = attempt.password();
        String role = attempt.role();
        PersonRules rules = new PersonRules()
                .required("code", code, LONGEST_CODE)
                .username(username)
                .password(password, username);
        if (role == null) {
            if (name != null) {
                rules.wrong("displayName", "ONLY_WITH_ROLE");
            }
        } else {
            rules.displayName(name);
            if (!FirstAdministrators.ROLES.contains(role)) {
                rules.wrong("role", "NOT_A_ROLE");
            }
        }
        rules.check();
        if (PersonAuthentication.current().isPresent()) {
            throw Refusal.of(HttpStatus.CONFLICT, "SIGNED_IN");
        }
        if (code == null || username == null || password == null) {
            throw new IllegalStateException("checked above");
        }
        Person person = role == null || name == null
                ? activation.somebody(code, username, password)
                : activation.administrator(role, code, username, name.strip(), password);
        return new Activated(person.username(), person.name(), person.roles());
    }
}
