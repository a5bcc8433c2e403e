package org.fourplusone.gateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.fourplusone.gateway.people.Appointments.Change;
import org.fourplusone.gateway.people.Appointments.Issued;
import org.fourplusone.gateway.people.People.Registered;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/people}: the accounts, for security administrators alone. */
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleController {

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 1_000_000;
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final People people;
    private final Appointments appointments;

    PeopleController(People people, Appointments appointments) {
        this.people = people;
        this.appointments = appointments;
    }

    record Entry(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable List<String> roles,
            @Nullable List<String> creditCodes) {}

    /**
     * A person.
     *
     * @param activated has a password
     * @param factorSince since when the person has a second factor; absent without one
     * @param codeExpiresAt of an activation code that is out and not used
     * @param activationCode with the answer that issues it, and never again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String username,
            String displayName,
            List<String> roles,
            List<String> creditCodes,
            boolean enabled,
            boolean activated,
            @Nullable Instant factorSince,
            @Nullable Instant codeExpiresAt,
            @Nullable String activationCode) {

        static View of(Registered registered, @Nullable String activationCode) {
            Person person = registered.person();
            People.Code code = registered.code();
            return new View(
                    person.username(),
                    person.name(),
                    person.roles(),
                    person.creditCodes(),
                    registered.enabled(),
                    registered.activated(),
                    registered.factorSince(),
                    code == null || code.isUsed() ? null : code.expiresAt(),
                    activationCode);
        }
    }

    record Page(List<View> items, int page, int size, long total) {}

    @GetMapping
    ResponseEntity<Page> list(
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "50") String size,
            @RequestParam(defaultValue = "") String role) {
        actor();
        PersonRules rules = new PersonRules();
        int number = page(page, rules);
        int rows = size(size, rules);
        if (!role.isEmpty() && !Person.ROLES.contains(role)) {
            rules.wrong("role", "NOT_A_ROLE");
        }
        rules.check();
        List<View> items = people.page(role, number, rows).stream()
                .map(registered -> View.of(registered, null))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(items, number, rows, people.count(role)));
    }

    @GetMapping("/{username}")
    ResponseEntity<View> read(@PathVariable String username) {
        actor();
        return answer(people.find(username).orElseThrow(Refusal::notFound));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> enter(@RequestBody Entry entry) {
        Person actor = actor();
        String username = entry.username();
        String name = entry.displayName();
        List<String> roles = entry.roles();
        List<String> codes = entry.creditCodes() == null ? List.of() : entry.creditCodes();
        new PersonRules()
                .username(username)
                .displayName(name)
                .duties(roles, codes)
                .check();
        if (username == null || name == null || roles == null) {
            throw new IllegalStateException("checked above");
        }
        Issued issued = appointments.enter(actor, new Person(username, name.strip(), roles, codes));
        return ResponseEntity.created(URI.create("/api/people/" + username))
                .cacheControl(CacheControl.noStore())
                .eTag(tag(issued.whom()))
                .body(View.of(issued.whom(), issued.code()));
    }

    @PatchMapping(
            path = "/{username}",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<View> change(
            @PathVariable String username,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        Person actor = actor();
        if (ifMatch == null) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        Registered known = people.find(username).orElseThrow(Refusal::notFound);
        if (!ifMatch.strip().equals(tag(known))) {
            throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
        return answer(appointments.change(actor, username, known.version(), change));
    }

    /** A new activation code, in place of the one before. */
    @PostMapping("/{username}/code")
    ResponseEntity<View> renewCode(@PathVariable String username) {
        Issued issued = appointments.renewCode(actor(), username);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(tag(issued.whom()))
                .body(View.of(issued.whom(), issued.code()));
    }

    /** Takes the second factor away, for somebody who lost it; the person sets up a new one. */
    @DeleteMapping("/{username}/factor")
    ResponseEntity<View> resetFactor(@PathVariable String username) {
        return answer(appointments.resetFactor(actor(), username));
    }

    private static ResponseEntity<View> answer(Registered registered) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(tag(registered))
                .body(View.of(registered, null));
    }

    private static String tag(Registered registered) {
        return "\"" + registered.version() + "\"";
    }

    static int page(String text, PersonRules rules) {
        return number("page", text, 0, MOST_PAGES, rules);
    }

    static int size(String text, PersonRules rules) {
        return number("size", text, 1, MOST_ROWS, rules);
    }

    /** The security administrator who asks; nobody else may. */
    static Person actor() {
        Person person = PersonAuthentication.current()
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
        if (!person.has("SECURITY_ADMIN")) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "FORBIDDEN");
        }
        return person;
    }

    private static int number(String field, String text, int least, int most, PersonRules rules) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // refused below
        }
        rules.wrong(field, "OUT_OF_RANGE");
        return least;
    }
}
