package org.fourplusone.gateway.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.gateway.session.Accounts;
import org.fourplusone.gateway.token.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who has or had an account, and the codes that are out. */
@Repository
class People {

    private static final String COLUMNS = """
            SELECT a.username, a.display_name, a.roles, a.credit_codes, a.enabled, a.password_hash <> '' AS activated,
                a.version, c.code_hash, c.expires_at, c.used_at, f.set_up_at AS factor_since
            FROM account a LEFT JOIN activation_code c ON c.username = a.username
                LEFT JOIN second_factor f ON f.username = a.username""";

    private final JdbcClient database;
    private final Accounts accounts;

    People(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * Somebody with an account.
     *
     * @param activated whether there is a password
     * @param code the newest activation code, used or not
     * @param factorSince since when there is a second factor
     */
    record Registered(
            Person person,
            boolean enabled,
            boolean activated,
            int version,
            @Nullable Code code,
            @Nullable Instant factorSince) {

        String username() {
            return person.username();
        }
    }

    record Code(String hash, Instant expiresAt, boolean isUsed) {}

    Optional<Registered> find(String username) {
        return database.sql(COLUMNS + " WHERE a.username = ?")
                .param(username)
                .query(People::registered)
                .optional();
    }

    /** By username; {@code role} empty for everybody. */
    List<Registered> page(String role, int page, int size) {
        return database.sql(COLUMNS + """
                         WHERE :role = '' OR FIND_IN_SET(:role, a.roles) > 0
                        ORDER BY a.username LIMIT :size OFFSET :offset""")
                .param("role", role)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(People::registered)
                .list();
    }

    long count(String role) {
        return database.sql("SELECT COUNT(*) FROM account WHERE :role = '' OR FIND_IN_SET(:role, roles) > 0")
                .param("role", role)
                .query(Long.class)
                .single();
    }

    /** Holds the accounts until the transaction ends, always in the same order. */
    void lock(String one, String other) {
        database.sql("SELECT username FROM account WHERE username IN (?, ?) ORDER BY username FOR UPDATE")
                .params(one, other)
                .query(String.class)
                .list();
    }

    /** Adds an account; false when the username is taken. */
    boolean add(Person person, String passwordHash) {
        try {
            database.sql("""
                            INSERT INTO account
                                (username, display_name, password_hash, roles, credit_codes, enabled, listed)
                            VALUES (?, ?, ?, ?, ?, TRUE, FALSE)""")
                    .params(
                            person.username(),
                            person.name(),
                            passwordHash,
                            String.join(",", person.roles()),
                            String.join(",", person.creditCodes()))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void change(Person person, boolean enabled) {
        database.sql("""
                        UPDATE account SET display_name = ?, roles = ?, credit_codes = ?, enabled = ?,
                            version = version + 1
                        WHERE username = ?""")
                .params(
                        person.name(),
                        String.join(",", person.roles()),
                        String.join(",", person.creditCodes()),
                        enabled,
                        person.username())
                .update();
    }

    void setPassword(String username, String hash) {
        database.sql("UPDATE account SET password_hash = ?, version = version + 1 WHERE username = ?")
                .params(hash, username)
                .update();
    }

    /** Replaces whatever code there was. */
    void putCode(String username, String hash, Instant expiresAt) {
        withdrawCode(username);
        database.sql("INSERT INTO activation_code (username, code_hash, expires_at) VALUES (?, ?, ?)")
                .params(username, hash, expiresAt.toEpochMilli())
                .update();
    }

    void withdrawCode(String username) {
        database.sql("DELETE FROM activation_code WHERE username = ?")
                .param(username)
                .update();
    }

    /** Marks the code used; false when it was already, or is another by now. */
    boolean useCode(String username, String hash, Instant now) {
        return database.sql("""
                        UPDATE activation_code SET used_at = ?
                        WHERE username = ? AND code_hash = ? AND used_at IS NULL""").params(now.toEpochMilli(), username, hash).update() == 1;
    }

    /** To be called when the transaction that changed the account has ended. */
    void changed(String username) {
        accounts.forget(username);
    }

    private static Registered registered(ResultSet row, int number) throws SQLException {
        String hash = row.getString("code_hash");
        Code code = null;
        if (hash != null) {
            Instant expiresAt = Instant.ofEpochMilli(row.getLong("expires_at"));
            code = new Code(hash, expiresAt, row.getObject("used_at") != null);
        }
        Long factorSince = row.getObject("factor_since", Long.class);
        return new Registered(
                new Person(
                        row.getString("username"),
                        row.getString("display_name"),
                        list(row.getString("roles")),
                        list(row.getString("credit_codes"))),
                row.getBoolean("enabled"),
                row.getBoolean("activated"),
                row.getInt("version"),
                code,
                factorSince == null ? null : Instant.ofEpochMilli(factorSince));
    }

    private static List<String> list(String joined) {
        return Stream.of(joined.split(",")).filter(part -> !part.isEmpty()).toList();
    }
}
