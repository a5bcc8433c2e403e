package org.fourplusone.fund.recovery;

import java.time.Instant;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals to take a recovery from a later instalment, as rows: one of a recovery waits at most. */
@Component
class Offsets {
    private final JdbcClient jdbc;

    Offsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The proposal that nobody has confirmed yet. */
    Optional<Offset> waiting(String recovery) {
        return jdbc.sql("SELECT * FROM recovery_offset WHERE recovery_id = :recovery AND confirmed_at IS NULL"
                        + " ORDER BY id DESC LIMIT 1")
                .param("recovery", recovery)
                .query((row, number) -> new Offset(
                        row.getLong("id"),
                        row.getString("instalment_id"),
                        Money.ofFen(row.getLong("amount")),
                        row.getString("proposed_by")))
                .optional();
    }

    /** In the place of the one that waits, if any. The recovery is locked. */
    void propose(String recovery, String instalment, Money amount, String person, Instant at) {
        Optional<Offset> waiting = waiting(recovery);
        String set = waiting.isPresent()
                ? "UPDATE recovery_offset SET instalment_id = :instalment, amount = :amount, proposed_by = :person,"
                        + " proposed_at = :at WHERE id = :id AND confirmed_at IS NULL"
                : "INSERT INTO recovery_offset (recovery_id, instalment_id, amount, proposed_by, proposed_at)"
                        + " VALUES (:recovery, :instalment, :amount, :person, :at)";
        jdbc.sql(set)
                .param("id", waiting.map(Offset::id).orElse(0L))
                .param("recovery", recovery)
                .param("instalment", instalment)
                .param("amount", amount.fen())
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .update();
    }

    void confirm(Offset offset, String person, Instant at) {
        int changed = jdbc.sql("UPDATE recovery_offset SET confirmed_by = :person, confirmed_at = :at"
                        + " WHERE id = :id AND confirmed_at IS NULL")
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .param("id", offset.id())
                .update();
        if (changed != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
    }
}
