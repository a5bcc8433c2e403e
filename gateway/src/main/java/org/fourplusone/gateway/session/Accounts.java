package org.fourplusone.gateway.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.gateway.token.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who may sign in. */
@Repository
public class Accounts {

    /** A change of roles, or a switched-off account, is felt by running sessions within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final LoadingCache<String, Optional<Person>> people;

    Accounts(JdbcClient database) {
        this.database = database;
        this.people = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(10_000)
                .build(username -> find(username).map(Account::person));
    }

    /** An account as stored. */
    record Account(Person person, String passwordHash) {

        /** The hash to compare with; {@code nobody} while the person has not set a password. */
        String provableHash(String nobody) {
            return passwordHash.isEmpty() ? nobody : passwordHash;
        }
    }

    /** The account, unless it is unknown or switched off. */
    Optional<Account> find(String username) {
        return database.sql("""
                        SELECT username, display_name, password_hash, roles, credit_codes
                        FROM account WHERE username = ? AND enabled""").param(username).query(Accounts::account).optional();
    }

    /** The person behind a running session, read at most every few seconds. */
    Optional<Person> person(String username) {
        return people.get(username);
    }

    /** Reads the person anew for the next request: somebody changed the account. */
    public void forget(String username) {
        people.invalidate(username);
    }

    /** Writes an account of the accounts file, switched on. */
    void save(Account account) {
        Person person = account.person();
        database.sql("""
                        INSERT INTO account (username, display_name, password_hash, roles, credit_codes, enabled, listed)
                        VALUES (:username, :name, :hash, :roles, :codes, TRUE, TRUE)
                        ON DUPLICATE KEY UPDATE display_name = :name, password_hash = :hash, roles = :roles,
                            credit_codes = :codes, enabled = TRUE, listed = TRUE, version = version + 1""")
                .param("username", person.username())
                .param("name", person.name())
                .param("hash", account.passwordHash())
                .param("roles", String.join(",", person.roles()))
                .param("codes", String.join(",", person.creditCodes()))
                .update();
        people.invalidate(person.username());
    }

    /** Switches every account of the file off; those still wanted are saved again afterwards, in the same transaction. */
    void disableListed() {
        database.sql("UPDATE account SET enabled = FALSE, version = version + 1 WHERE listed")
                .update();
        people.invalidateAll();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new Person(
                        row.getString("username"),
                        row.getString("display_name"),
                        list(row.getString("roles")),
                        list(row.getString("credit_codes"))),
                row.getString("password_hash"));
    }

    private static List<String> list(String joined) {
        return Stream.of(joined.split(",")).filter(part -> !part.isEmpty()).toList();
    }
}
