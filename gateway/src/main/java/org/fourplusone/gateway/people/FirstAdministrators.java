package org.fourplusone.gateway.people;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.fourplusone.gateway.people.People.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first system administrator and the first security administrator of a suite without sample accounts. Their codes
 * come from a file of the launcher ({@code <role>.sha256} and {@code <role>.expires}), which is read anew for each
 * attempt, so that renewed codes hold at once; that a role is given is in the database, for ever.
 */
@Component
class FirstAdministrators {

    static final List<String> ROLES = List.of("ADMIN", "SECURITY_ADMIN");

    private final @Nullable Path file;
    private final JdbcClient database;

    FirstAdministrators(@Value("${suite.activation-file:#{null}}") @Nullable Path file, JdbcClient database) {
        this.file = file;
        this.database = database;
    }

    /** Roles that still wait for their first person; none where no codes are given out. */
    List<String> open() {
        if (file == null || Files.notExists(file)) {
            return List.of();
        }
        return ROLES.stream().filter(role -> !isGiven(role)).toList();
    }

    /** The code that opens a role, if one was given out. */
    Optional<Code> code(String role) {
        Properties codes = read();
        String hash = codes.getProperty(role + ".sha256");
        String expires = codes.getProperty(role + ".expires");
        if (hash == null || expires == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Code("{sha256}" + hash, Instant.parse(expires), isGiven(role)));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalStateException("The activation file " + file + " has no time at " + role, unreadable);
        }
    }

    /** Writes down who it is; false when somebody is already. */
    boolean give(String role, String username, Instant now) {
        try {
            database.sql("INSERT INTO first_administrator (role, username, activated_at) VALUES (?, ?, ?)")
                    .params(role, username, now.toEpochMilli())
                    .update();
            return true;
        } catch (DuplicateKeyException given) {
            return false;
        }
    }

    /** Whether a first administrator of the other kind bears this name. */
    boolean bears(String displayName) {
        return database.sql("""
                        SELECT COUNT(*) FROM first_administrator f JOIN account a ON a.username = f.username
                        WHERE a.display_name = ?""").param(displayName).query(Long.class).single() > 0;
    }

    private boolean isGiven(String role) {
        return database.sql("SELECT COUNT(*) FROM first_administrator WHERE role = ?")
                        .param(role)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Properties read() {
        Properties codes = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                codes.load(reader);
            } catch (NoSuchFileException none) {
                return codes;
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
        return codes;
    }
}
