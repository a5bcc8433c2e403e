package org.fourplusone.fund.recovery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about a recovery, as rows that are only added: dunnings, money that came in, signatures. */
@Component
class RecoverySteps {
    /** Money that came in: {@code reference} is the bank's, or the instalment that it was taken from. */
    record Receipt(
            String kind,
            Money amount,
            String reference,
            LocalDate receivedOn,
            @Nullable String bookedBy) {}

    record Dunning(LocalDate dunnedOn, LocalDate dueOn) {}

    record Signature(String person, Instant signedAt, String reason) {}

    private final JdbcClient jdbc;

    RecoverySteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String recovery, Dunning dunning, String person) {
        jdbc.sql("INSERT INTO recovery_dunning (recovery_id, position, dunned_on, due_on, person)"
                        + " VALUES (:id, :position, :on, :due, :person)")
                .param("id", recovery)
                .param("position", dunnings(recovery).size() + 1)
                .param("on", dunning.dunnedOn())
                .param("due", dunning.dueOn())
                .param("person", person)
                .update();
    }

    /** A reference that is booked already fails in the database. */
    void add(String recovery, Receipt receipt, Instant at) {
        jdbc.sql(
                        "INSERT INTO recovery_receipt (recovery_id, kind, amount, reference, received_on, booked_at, booked_by)"
                                + " VALUES (:id, :kind, :amount, :reference, :on, :at, :person)")
                .param("id", recovery)
                .param("kind", receipt.kind())
                .param("amount", receipt.amount().fen())
                .param("reference", receipt.reference())
                .param("on", receipt.receivedOn())
                .param("at", UtcColumn.of(at))
                .param("person", receipt.bookedBy())
                .update();
    }

    void add(String recovery, Signature signature) {
        jdbc.sql("INSERT INTO recovery_signature (recovery_id, person, signed_at, reason)"
                        + " VALUES (:id, :person, :at, :reason)")
                .param("id", recovery)
                .param("person", signature.person())
                .param("at", UtcColumn.of(signature.signedAt()))
                .param("reason", signature.reason())
                .update();
    }

    List<Dunning> dunnings(String recovery) {
        return jdbc.sql("SELECT * FROM recovery_dunning WHERE recovery_id = :id ORDER BY position")
                .param("id", recovery)
                .query((row, number) -> new Dunning(
                        row.getObject("dunned_on", LocalDate.class), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    List<Receipt> receipts(String recovery) {
        return jdbc.sql("SELECT * FROM recovery_receipt WHERE recovery_id = :id ORDER BY id")
                .param("id", recovery)
                .query((row, number) -> new Receipt(
                        row.getString("kind"),
                        Money.ofFen(row.getLong("amount")),
                        row.getString("reference"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("booked_by")))
                .list();
    }

    List<Signature> signatures(String recovery) {
        return jdbc.sql("SELECT * FROM recovery_signature WHERE recovery_id = :id ORDER BY signed_at, person")
                .param("id", recovery)
                .query((row, number) -> new Signature(
                        row.getString("person"),
                        Objects.requireNonNull(UtcColumn.read(row, "signed_at")),
                        row.getString("reason")))
                .list();
    }
}
