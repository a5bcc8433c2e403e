package org.fourplusone.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.fourplusone.gateway.factor.SecondFactors;
import org.fourplusone.gateway.token.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts file: {@code {"accounts":[{"username","password","displayName"?,"roles":[…],"creditCodes"?:[…],
 * "totpSecret"?}],
 * "clients":[{"id","secret","scopes":[…]}]}}. Properties that other readers of the file use are passed over.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccountsFile(List<Entry> accounts, List<Client> clients) {

    AccountsFile {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        clients = clients == null ? List.of() : List.copyOf(clients);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String username,
            String password,
            @Nullable String displayName,
            List<String> roles,
            @Nullable List<String> creditCodes,
            @Nullable String totpSecret) {

        Entry {
            Assert.isTrue(
                    username != null && username.matches("[a-z0-9][a-z0-9._-]{0,63}"),
                    "a username has 1 to 64 of a-z 0-9 . _ - (found: " + username + ")");
            Assert.isTrue(
                    password != null && password.length() >= 12,
                    "the password of " + username + " is shorter than 12 characters");
            known(username, roles);
            Assert.isTrue(
                    totpSecret == null || SecondFactors.isSecret(totpSecret),
                    "the totpSecret of " + username + " is not 32 to 64 symbols of base32");
        }

        Person person() {
            return new Person(
                    username,
                    Objects.requireNonNullElse(displayName, username),
                    roles,
                    Objects.requireNonNullElse(creditCodes, List.of()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Client(String id, String secret, List<String> scopes) {

        /** From here on a secret is taken for random, and hashed quickly. */
        private static final int RANDOM = 20;

        Client {
            Assert.hasText(id, "a client has no id");
            Assert.isTrue(
                    secret != null && secret.length() >= 12, "the secret of " + id + " is shorter than 12 characters");
            known(id, scopes);
        }

        boolean isRandom() {
            return secret.length() >= RANDOM;
        }
    }

    private static void known(String who, @Nullable List<String> roles) {
        Assert.isTrue(roles != null && !roles.isEmpty(), who + " has no roles");
        Assert.isTrue(Person.ROLES.containsAll(roles), who + " has a role that does not exist: " + roles);
    }

    /** @throws IllegalArgumentException with what is wrong, without any secret */
    static AccountsFile parse(String text, JsonMapper json) {
        try {
            return json.readValue(text, AccountsFile.class);
        } catch (JacksonException unreadable) {
            Throwable root = unreadable;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IllegalArgumentException(
                    root instanceof IllegalArgumentException ? root.getMessage() : unreadable.getOriginalMessage());
        }
    }
}
