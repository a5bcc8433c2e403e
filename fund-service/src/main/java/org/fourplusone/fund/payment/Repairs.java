package org.fourplusone.fund.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail of accounts that were corrected after a return or a withdrawn batch, each checked by whoever releases it. */
@Component
class Repairs {
    /**
     * One correction; numbers are masked.
     *
     * @param reason what the bank said when it sent the money back; null when it had not left
     * @param sameNumber whether only the holder's name or the bank was corrected
     * @param checkedBy who released the batch with it; null until then
     */
    record Repair(
            Instant at,
            String person,
            @Nullable String reason,
            Shown before,
            Shown after,
            boolean sameNumber,
            @Nullable String checkedBy,
            @Nullable Instant checkedAt) {}

    record Shown(String name, String number, String bank) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Repairs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what changes; nothing at the first request of an instalment. */
    void note(Instalment before, BankAccount after, boolean sameNumber, String person) {
        if (before.holder() == null) {
            return;
        }
        jdbc.sql("INSERT INTO account_repair (instalment_id, at, person, reason, old_holder, old_tail, old_bank,"
                        + " new_holder, new_tail, new_bank, same_number) VALUES (:instalment, :at, :person, :reason,"
                        + " :oldHolder, :oldTail, :oldBank, :holder, :tail, :bank, :same)")
                .param("instalment", before.id())
                .param("at", UtcColumn.of(clock.instant()))
                .param("person", person)
                .param("reason", before.failure())
                .param("oldHolder", before.holder())
                .param("oldTail", before.numberTail())
                .param("oldBank", before.bank())
                .param("holder", after.name())
                .param("tail", after.tail())
                .param("bank", after.bank())
                .param("same", sameNumber)
                .update();
    }

    /** The release is the second person's check of what was corrected for the payments of a batch. */
    void check(String batch, String person) {
        jdbc.sql("UPDATE account_repair SET checked_by = :person, checked_at = :at WHERE checked_by IS NULL"
                        + " AND instalment_id IN (SELECT instalment_id FROM payment WHERE batch_id = :batch"
                        + " AND state <> 'WITHDRAWN')")
                .param("person", person)
                .param("at", UtcColumn.of(clock.instant()))
                .param("batch", batch)
                .update();
    }

    List<Repair> of(String instalment) {
        return jdbc.sql("SELECT * FROM account_repair WHERE instalment_id = :id ORDER BY id")
                .param("id", instalment)
                .query((row, number) -> new Repair(
                        Objects.requireNonNull(UtcColumn.read(row, "at")),
                        row.getString("person"),
                        row.getString("reason"),
                        new Shown(
                                row.getString("old_holder"),
                                "****" + row.getString("old_tail"),
                                row.getString("old_bank")),
                        new Shown(
                                row.getString("new_holder"),
                                "****" + row.getString("new_tail"),
                                row.getString("new_bank")),
                        row.getBoolean("same_number"),
                        row.getString("checked_by"),
                        UtcColumn.read(row, "checked_at")))
                .list();
    }
}
