package org.fourplusone.fund.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instalments, as rows. Their filing is locked before they are. */
@Component
class Instalments {
    private final JdbcClient jdbc;

    Instalments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Instalment instalment) {
        jdbc.sql("INSERT INTO instalment (id, filing_id, position, amount, due_trigger, due_fact, due_papers, state)"
                        + " VALUES (:id, :filing, :position, :amount, :trigger, :fact, :papers, :state)")
                .param("id", instalment.id())
                .param("filing", instalment.filing())
                .param("position", instalment.position())
                .param("amount", instalment.amount().fen())
                .param("trigger", instalment.trigger().name())
                .param("fact", instalment.fact())
                .param("papers", instalment.papers().isEmpty() ? null : String.join(",", instalment.papers()))
                .param("state", instalment.state().name())
                .update();
    }

    Instalment get(String id) {
        return find(id, "").orElseThrow(Problem::notFound);
    }

    Instalment lock(String id) {
        return find(id, " FOR UPDATE").orElseThrow(Problem::notFound);
    }

    private Optional<Instalment> find(String id, String lock) {
        return jdbc.sql("SELECT * FROM instalment WHERE id = :id" + lock)
                .param("id", id)
                .query(Instalments::instalment)
                .optional();
    }

    List<Instalment> of(String filing) {
        return jdbc.sql("SELECT * FROM instalment WHERE filing_id = :filing ORDER BY position")
                .param("filing", filing)
                .query(Instalments::instalment)
                .list();
    }

    /** All of a filing, locked; 409 {@code PAYMENT_UNDER_WAY} while one is in a batch or with the bank. */
    List<Instalment> lockAtRest(String filing) {
        List<Instalment> all = of(filing).stream().map(each -> lock(each.id())).toList();
        if (all.stream().anyMatch(each -> each.state().isUnderWay())) {
            throw Problem.of(HttpStatus.CONFLICT, "PAYMENT_UNDER_WAY");
        }
        return all;
    }

    /** Keeps the account and moves PLANNED or FAILED → REQUESTED. */
    void request(
            Instalment instalment, BankAccount account, byte[] numberLock, String basis, String person, Instant at) {
        requireNext(instalment, InstalmentState.REQUESTED);
        changed(jdbc.sql("UPDATE instalment SET state = 'REQUESTED', version = version + 1, holder = :holder,"
                        + " number_lock = :lock, number_tail = :tail, bank = :bank, cnaps = :cnaps, basis = :basis,"
                        + " requested_by = :person, requested_at = :at, failure = NULL"
                        + " WHERE id = :id AND version = :version")
                .param("holder", account.name())
                .param("lock", numberLock)
                .param("tail", account.tail())
                .param("bank", account.bank())
                .param("cnaps", account.cnaps())
                .param("basis", basis)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    void putInBatch(Instalment instalment) {
        requireNext(instalment, InstalmentState.IN_BATCH);
        changed(jdbc.sql("UPDATE instalment SET state = 'IN_BATCH', version = version + 1, attempts = attempts + 1"
                        + " WHERE id = :id AND version = :version")
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    void sent(Instalment instalment) {
        settle(instalment, InstalmentState.SENT, null, null);
    }

    void paid(Instalment instalment, LocalDate on) {
        settle(instalment, InstalmentState.PAID, on, null);
    }

    void failed(Instalment instalment, String reason) {
        settle(instalment, InstalmentState.FAILED, null, reason);
    }

    void reconciled(Instalment instalment) {
        settle(instalment, InstalmentState.RECONCILED, instalment.paidOn(), null);
    }

    /** Its batch was withdrawn: it may be put in another, or be asked for with another account. */
    void takeOutOfBatch(Instalment instalment) {
        changed(jdbc.sql("UPDATE instalment SET state = 'REQUESTED', version = version + 1"
                        + " WHERE id = :id AND version = :version AND state = 'IN_BATCH'")
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    void cancelled(Instalment instalment) {
        settle(instalment, InstalmentState.CANCELLED, null, null);
    }

    /** Less is owed than was planned. */
    void cutTo(Instalment instalment, Money amount) {
        changed(jdbc.sql("UPDATE instalment SET amount = :amount, version = version + 1"
                        + " WHERE id = :id AND version = :version AND state IN ('PLANNED', 'FAILED', 'REQUESTED')")
                .param("amount", amount.fen())
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    /** Paid without leaving: it was set off against a recovery. */
    void setOff(Instalment instalment, LocalDate on, String recovery) {
        changed(jdbc.sql("UPDATE instalment SET state = 'RECONCILED', version = version + 1, paid_on = :on,"
                        + " basis = :basis WHERE id = :id AND version = :version AND state = 'PLANNED'")
                .param("on", on)
                .param("basis", "OFFSET " + recovery)
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    private void settle(
            Instalment instalment, InstalmentState to, @Nullable LocalDate paidOn, @Nullable String failure) {
        requireNext(instalment, to);
        changed(jdbc.sql("UPDATE instalment SET state = :to, version = version + 1, paid_on = :paid, failure = :failure"
                        + " WHERE id = :id AND version = :version")
                .param("to", to.name())
                .param("paid", paidOn)
                .param("failure", failure)
                .param("id", instalment.id())
                .param("version", instalment.version())
                .update());
    }

    /** 409 {@code ILLEGAL_MOVE} with {@code allowed}, the states that may follow. */
    static void requireNext(Instalment instalment, InstalmentState to) {
        if (!instalment.state().next().contains(to)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "ILLEGAL_MOVE",
                            to.name(),
                            instalment.state().name())
                    .with("instalment", instalment.id())
                    .with("state", instalment.state().name())
                    .with(
                            "allowed",
                            instalment.state().next().stream()
                                    .map(InstalmentState::name)
                                    .sorted(Comparator.naturalOrder())
                                    .toList());
        }
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
    }

    private static Instalment instalment(ResultSet row, int number) throws SQLException {
        String papers = row.getString("due_papers");
        return new Instalment(
                row.getString("id"),
                row.getString("filing_id"),
                row.getInt("position"),
                Money.ofFen(row.getLong("amount")),
                Trigger.valueOf(row.getString("due_trigger")),
                row.getString("due_fact"),
                papers == null ? List.of() : List.of(papers.split(",")),
                InstalmentState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("attempts"),
                row.getString("holder"),
                row.getBytes("number_lock"),
                row.getString("number_tail"),
                row.getString("bank"),
                row.getString("cnaps"),
                row.getString("basis"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("failure"));
    }
}
