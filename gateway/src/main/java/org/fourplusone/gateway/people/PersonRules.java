package org.fourplusone.gateway.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.jspecify.annotations.Nullable;

/** What a person's data must be like; collects every fault before anything is refused. */
final class PersonRules {

    static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_CREDIT_CODES = 100;

    /** Held by nobody who holds another: the enterprises' side, and the three administrators, who are three persons. */
    static final Set<String> ALONE = Set.of("ENTERPRISE", "ADMIN", "SECURITY_ADMIN", "AUDITOR");

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private final List<FieldError> errors = new ArrayList<>();

    /** 2 to 64 of a-z 0-9 . _ - */
    PersonRules username(@Nullable String username) {
        if (username == null || username.isEmpty()) {
            return wrong("username", "REQUIRED");
        }
        return USERNAME.matcher(username).matches() ? this : wrong("username", "NOT_A_USERNAME");
    }

    /** At most 100 characters, no control characters. */
    PersonRules displayName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return wrong("displayName", "REQUIRED");
        }
        if (name.length() > LONGEST_NAME) {
            return wrong("displayName", "TOO_LONG");
        }
        return name.chars().anyMatch(Character::isISOControl) ? wrong("displayName", "CONTROL_CHARACTER") : this;
    }

    /** At least 12 characters, and neither the username nor one character over and over. */
    PersonRules password(@Nullable String password, @Nullable String username) {
        if (password == null || password.isEmpty()) {
            return wrong("password", "REQUIRED");
        }
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return wrong("password", "PASSWORD_TOO_SHORT");
        }
        if (password.length() > LONGEST_PASSWORD) {
            return wrong("password", "TOO_LONG");
        }
        boolean isName = username != null
                && !username.isEmpty()
                && password.toLowerCase(Locale.ROOT).replace(username, "").length() < SHORTEST_PASSWORD / 2;
        return isName || password.chars().distinct().count() < 4 ? wrong("password", "PASSWORD_TOO_EASY") : this;
    }

    /** At least one role; an enterprise's person has credit codes, nobody else does. */
    PersonRules duties(@Nullable Collection<String> roles, @Nullable Collection<String> creditCodes) {
        if (roles == null || roles.isEmpty()) {
            return wrong("roles", "REQUIRED");
        }
        if (!roles.stream().allMatch(role -> role != null && Person.ROLES.contains(role))) {
            return wrong("roles", "NOT_A_ROLE");
        }
        if (Set.copyOf(roles).size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            wrong("roles", "ROLE_STANDS_ALONE");
        }
        Collection<String> codes = creditCodes == null ? List.of() : creditCodes;
        if (roles.contains("ENTERPRISE") && codes.isEmpty()) {
            wrong("creditCodes", "REQUIRED");
        } else if (!roles.contains("ENTERPRISE") && !codes.isEmpty()) {
            wrong("creditCodes", "ONLY_OF_ENTERPRISES");
        } else if (codes.size() > MOST_CREDIT_CODES) {
            wrong("creditCodes", "TOO_LONG");
        } else if (!codes.stream()
                .allMatch(code -> code != null && CREDIT_CODE.matcher(code).matches())) {
            wrong("creditCodes", "NOT_A_CREDIT_CODE");
        }
        return this;
    }

    PersonRules required(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return wrong(field, "REQUIRED");
        }
        return value.length() > longest ? wrong(field, "TOO_LONG") : this;
    }

    PersonRules wrong(String field, String code) {
        errors.add(new FieldError(field, code));
        return this;
    }

    /** @throws Refusal 400 with everything that is wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors.toArray(FieldError[]::new));
        }
    }
}
