package org.fourplusone.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches and the payments in them, as rows. */
@Component
class Batches {
    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Batch batch, List<Payment> payments) {
        jdbc.sql("INSERT INTO payment_batch (id, message_id, state, count, sum, made_at, made_by)"
                        + " VALUES (:id, :message, :state, :count, :sum, :at, :person)")
                .param("id", batch.id())
                .param("message", batch.messageId())
                .param("state", batch.state().name())
                .param("count", batch.count())
                .param("sum", batch.sum().fen())
                .param("at", UtcColumn.of(batch.madeAt()))
                .param("person", batch.madeBy())
                .update();
        payments.forEach(this::add);
    }

    private void add(Payment payment) {
        jdbc.sql("INSERT INTO payment (end_to_end_id, batch_id, position, instalment_id, filing_id, attempt, amount,"
                        + " holder, number_lock, number_tail, bank, cnaps, state) VALUES (:id, :batch, :position,"
                        + " :instalment, :filing, :attempt, :amount, :holder, :lock, :tail, :bank, :cnaps, :state)")
                .param("id", payment.endToEndId())
                .param("batch", payment.batch())
                .param("position", payment.position())
                .param("instalment", payment.instalment())
                .param("filing", payment.filing())
                .param("attempt", payment.attempt())
                .param("amount", payment.amount().fen())
                .param("holder", payment.holder())
                .param("lock", payment.numberLock())
                .param("tail", payment.numberTail())
                .param("bank", payment.bank())
                .param("cnaps", payment.cnaps())
                .param("state", payment.state().name())
                .update();
    }

    Batch get(String id) {
        return find(id, "").orElseThrow(Problem::notFound);
    }

    Batch lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(Problem::notFound);
    }

    private Optional<Batch> find(String id, String lock) {
        return jdbc.sql("SELECT * FROM payment_batch WHERE id = :id" + lock)
                .param("id", id)
                .query(Batches::batch)
                .optional();
    }

    /** By the name that the bank knows it by. */
    Optional<Batch> named(String messageId) {
        return jdbc.sql("SELECT * FROM payment_batch WHERE message_id = :id")
                .param("id", messageId)
                .query(Batches::batch)
                .optional();
    }

    List<Batch> newest(Paging paging) {
        return jdbc.sql("SELECT * FROM payment_batch ORDER BY made_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Batches::batch)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM payment_batch").query(Long.class).single();
    }

    List<Payment> payments(String batch) {
        return jdbc.sql("SELECT * FROM payment WHERE batch_id = :batch ORDER BY position")
                .param("batch", batch)
                .query(Batches::payment)
                .list();
    }

    /** Those that leave with it, or left: not the ones that were taken out. */
    List<Payment> leaving(String batch) {
        return payments(batch).stream()
                .filter(payment -> payment.state() != InstalmentState.WITHDRAWN)
                .toList();
    }

    Optional<Payment> payment(String endToEndId) {
        return jdbc.sql("SELECT * FROM payment WHERE end_to_end_id = :id")
                .param("id", endToEndId)
                .query(Batches::payment)
                .optional();
    }

    /** MADE → RELEASED; false when somebody else was faster. */
    boolean release(String id, String person, Instant at) {
        return jdbc.sql("UPDATE payment_batch SET state = 'RELEASED', released_by = :person, released_at = :at"
                                + " WHERE id = :id AND state = 'MADE'")
                        .param("person", person)
                        .param("at", UtcColumn.of(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** MADE → WITHDRAWN, for the batch and all its payments; false when it was released or withdrawn already. */
    boolean withdraw(String id, String reason, Instant at) {
        boolean back = jdbc.sql("UPDATE payment_batch SET state = 'WITHDRAWN', withdrawn_at = :at,"
                                + " withdrawn_reason = :reason WHERE id = :id AND state = 'MADE'")
                        .param("at", UtcColumn.of(at))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
        if (back) {
            jdbc.sql("UPDATE payment SET state = 'WITHDRAWN' WHERE batch_id = :id AND state = 'IN_BATCH'")
                    .param("id", id)
                    .update();
        }
        return back;
    }

    /** Takes one payment, not the last, out of a batch that is MADE; false when either is not so. */
    boolean takeOut(Payment payment) {
        return jdbc.sql("UPDATE payment SET state = 'WITHDRAWN' WHERE end_to_end_id = :id AND state = 'IN_BATCH'")
                                .param("id", payment.endToEndId())
                                .update()
                        == 1
                && jdbc.sql("UPDATE payment_batch SET count = count - 1, sum = sum - :amount"
                                        + " WHERE id = :id AND state = 'MADE' AND count > 1")
                                .param("amount", payment.amount().fen())
                                .param("id", payment.batch())
                                .update()
                        == 1;
    }

    /** RELEASED → SENT, for the batch and all its payments; false when it has left already. */
    boolean send(String id, String person, Instant at) {
        boolean left = jdbc.sql("UPDATE payment_batch SET state = 'SENT', sent_by = :person, sent_at = :at"
                                + " WHERE id = :id AND state = 'RELEASED'")
                        .param("person", person)
                        .param("at", UtcColumn.of(at))
                        .param("id", id)
                        .update()
                == 1;
        if (left) {
            jdbc.sql("UPDATE payment SET state = 'SENT' WHERE batch_id = :id AND state = 'IN_BATCH'")
                    .param("id", id)
                    .update();
        }
        return left;
    }

    /** SENT → PAID or FAILED, or SENT with another bank status; false when the payment is not SENT any more. */
    boolean settle(
            String endToEndId,
            InstalmentState state,
            String bankStatus,
            @Nullable String reason,
            @Nullable LocalDate on) {
        return jdbc.sql("UPDATE payment SET state = :state, bank_status = :status, reason = :reason, settled_on = :on"
                                + " WHERE end_to_end_id = :id AND state = 'SENT'")
                        .param("state", state.name())
                        .param("status", bankStatus)
                        .param("reason", reason)
                        .param("on", on)
                        .param("id", endToEndId)
                        .update()
                == 1;
    }

    /** PAID → RECONCILED; false when it is not PAID. */
    boolean reconcile(String endToEndId) {
        return jdbc.sql("UPDATE payment SET state = 'RECONCILED' WHERE end_to_end_id = :id AND state = 'PAID'")
                        .param("id", endToEndId)
                        .update()
                == 1;
    }

    /** PAID or RECONCILED → FAILED; false when it is neither. */
    boolean giveBack(String endToEndId, String reason, LocalDate on) {
        return jdbc.sql("UPDATE payment SET state = 'FAILED', reason = :reason, settled_on = :on"
                                + " WHERE end_to_end_id = :id AND state IN ('PAID', 'RECONCILED')")
                        .param("reason", reason)
                        .param("on", on)
                        .param("id", endToEndId)
                        .update()
                == 1;
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("message_id"),
                Batch.State.valueOf(row.getString("state")),
                row.getInt("count"),
                Money.ofFen(row.getLong("sum")),
                Objects.requireNonNull(UtcColumn.read(row, "made_at")),
                row.getString("made_by"),
                UtcColumn.read(row, "released_at"),
                row.getString("released_by"),
                UtcColumn.read(row, "sent_at"),
                row.getString("sent_by"),
                UtcColumn.read(row, "withdrawn_at"),
                row.getString("withdrawn_reason"));
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("end_to_end_id"),
                row.getString("batch_id"),
                row.getInt("position"),
                row.getString("instalment_id"),
                row.getString("filing_id"),
                row.getInt("attempt"),
                Money.ofFen(row.getLong("amount")),
                row.getString("holder"),
                row.getBytes("number_lock"),
                row.getString("number_tail"),
                row.getString("bank"),
                row.getString("cnaps"),
                InstalmentState.valueOf(row.getString("state")),
                row.getString("bank_status"),
                row.getString("reason"),
                row.getObject("settled_on", LocalDate.class));
    }
}
