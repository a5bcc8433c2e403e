package org.fourplusone.fund.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether somebody may act for an enterprise. The token's credit codes are the outer bound. Within it, an enterprise that has
 * given mandates is acted for by whoever has one in force on the day; one that never gave any, by everybody whom the
 * administrator assigned to it.
 */
@Component
public class Mandates {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Mandates(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The caller must be of the enterprise already.
     *
     * @throws Problem 403 {@code NO_MANDATE} with {@code right} when nobody gave them that today
     */
    public void require(Caller caller, String creditCode, Right right) {
        if (!among(caller, Set.of(creditCode), right).contains(creditCode)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "NO_MANDATE", right.title())
                    .with("right", right.name())
                    .with("creditCode", creditCode);
        }
    }

    /** Those of the enterprises for which the caller has that right today; one question for all. */
    public Set<String> among(Caller caller, Collection<String> creditCodes, Right right) {
        Set<String> own = creditCodes.stream().filter(caller::mayActFor).collect(Collectors.toSet());
        if (own.isEmpty()) {
            return Set.of();
        }
        LocalDate today = LocalDate.now(clock);
        Set<String> allowed = new HashSet<>(own);
        List<Mandate> given = jdbc.sql("SELECT * FROM mandate WHERE credit_code IN (:codes)")
                .param("codes", own)
                .query(this::read)
                .list();
        given.forEach(mandate -> allowed.remove(mandate.creditCode()));
        given.stream()
                .filter(mandate -> mandate.username().equals(caller.username()))
                .filter(mandate -> mandate.isInForceOn(today) && mandate.allows(right))
                .forEach(mandate -> allowed.add(mandate.creditCode()));
        return allowed;
    }

    /** Whether the caller is the enterprise's legal representative today. */
    boolean represents(Caller caller, String creditCode) {
        LocalDate today = LocalDate.now(clock);
        return caller.mayActFor(creditCode)
                && of(creditCode, caller.username()).stream()
                        .anyMatch(mandate ->
                                mandate.role() == Mandate.Role.LEGAL_REPRESENTATIVE && mandate.isInForceOn(today));
    }

    List<Mandate> of(String creditCode, String username) {
        return jdbc.sql("SELECT * FROM mandate WHERE credit_code = :code AND username = :username")
                .param("code", creditCode)
                .param("username", username)
                .query(this::read)
                .list();
    }

    Page<Mandate> page(String creditCode, Paging paging) {
        long total = jdbc.sql("SELECT COUNT(*) FROM mandate WHERE credit_code = :code")
                .param("code", creditCode)
                .query(Long.class)
                .single();
        List<Mandate> rows = jdbc.sql(
                        "SELECT * FROM mandate WHERE credit_code = :code ORDER BY ended_at IS NOT NULL, role DESC,"
                                + " from_day, id LIMIT :size OFFSET :offset")
                .param("code", creditCode)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::read)
                .list();
        return Page.of(rows, paging, total);
    }

    Optional<Mandate> lock(String id) {
        return jdbc.sql("SELECT * FROM mandate WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void add(Mandate mandate) {
        jdbc.sql(
                        "INSERT INTO mandate (id, credit_code, username, name, role, may, from_day, to_day, given_by, given_at)"
                                + " VALUES (:id, :code, :username, :name, :role, :may, :from, :to, :by, :at)")
                .param("id", mandate.id())
                .param("code", mandate.creditCode())
                .param("username", mandate.username())
                .param("name", mandate.name())
                .param("role", mandate.role().name())
                .param("may", json.writeValueAsString(mandate.may()))
                .param("from", mandate.from())
                .param("to", mandate.to())
                .param("by", mandate.givenBy())
                .param("at", UtcColumn.of(mandate.givenAt()))
                .update();
    }

    /** False when it was ended before. */
    boolean end(String id, Instant at, String person) {
        return jdbc.sql("UPDATE mandate SET ended_at = :at, ended_by = :by WHERE id = :id AND ended_at IS NULL")
                        .param("at", UtcColumn.of(at))
                        .param("by", person)
                        .param("id", id)
                        .update()
                == 1;
    }

    private Mandate read(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getString("id"),
                row.getString("credit_code"),
                row.getString("username"),
                row.getString("name"),
                Mandate.Role.valueOf(row.getString("role")),
                List.of(json.readValue(row.getString("may"), Right[].class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("given_by"),
                Objects.requireNonNull(UtcColumn.read(row, "given_at")),
                UtcColumn.read(row, "ended_at"),
                row.getString("ended_by"));
    }
}
