package org.fourplusone.fund.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recoveries as rows. Their filing is locked before they are. */
@Component
class Recoveries {
    private final JdbcClient jdbc;
    private final RecoverySteps steps;

    Recoveries(JdbcClient jdbc, RecoverySteps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    void add(Recovery recovery, String calendar) {
        jdbc.sql("INSERT INTO recovery (id, year, filing_id, credit_code, state, ground, reason, demanded, amount,"
                        + " calendar, demanded_on, demanded_by, heard_until) VALUES (:id, :year, :filing, :code, :state,"
                        + " :ground, :reason, :amount, :amount, :calendar, :on, :person, :until)")
                .param("id", recovery.id())
                .param("year", recovery.demandedOn().getYear())
                .param("filing", recovery.filing())
                .param("code", recovery.creditCode())
                .param("state", recovery.state().name())
                .param("ground", recovery.ground().name())
                .param("reason", recovery.reason())
                .param("amount", recovery.demanded().fen())
                .param("calendar", calendar)
                .param("on", recovery.demandedOn())
                .param("person", recovery.demandedBy())
                .param("until", recovery.heardUntil())
                .update();
    }

    Recovery get(String id) {
        return jdbc.sql("SELECT * FROM recovery WHERE id = :id")
                .param("id", id)
                .query(Recoveries::recovery)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * Locks all recoveries of an enterprise in the order of their ids, so that whether one is open is told to others in the
     * order in which it came about.
     */
    Recovery lock(String id) {
        return lockAll(get(id).creditCode()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    List<Recovery> lockAll(String creditCode) {
        return jdbc.sql("SELECT * FROM recovery WHERE credit_code = :code ORDER BY id FOR UPDATE")
                .param("code", creditCode)
                .query(Recoveries::recovery)
                .list();
    }

    List<Recovery> ofFiling(String filing) {
        return jdbc.sql("SELECT * FROM recovery WHERE filing_id = :filing ORDER BY serial")
                .param("filing", filing)
                .query(Recoveries::recovery)
                .list();
    }

    Optional<Recovery> openOf(String creditCode) {
        return jdbc.sql(
                        "SELECT * FROM recovery WHERE credit_code = :code AND state = 'ORDERED' ORDER BY serial LIMIT 1")
                .param("code", creditCode)
                .query(Recoveries::recovery)
                .optional();
    }

    /** By due date, or newest first for an enterprise; {@code mine} null for all. */
    List<Recovery> list(@Nullable Collection<String> mine, Recovery.@Nullable State state, Paging paging) {
        return jdbc.sql("SELECT * FROM recovery" + where(mine, state)
                        + " ORDER BY due_on IS NULL, due_on, serial DESC LIMIT :size OFFSET :offset")
                .params(filter(mine, state))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Recoveries::recovery)
                .list();
    }

    long count(@Nullable Collection<String> mine, Recovery.@Nullable State state) {
        return jdbc.sql("SELECT COUNT(*) FROM recovery" + where(mine, state))
                .params(filter(mine, state))
                .query(Long.class)
                .single();
    }

    private static String where(@Nullable Collection<String> mine, Recovery.@Nullable State state) {
        List<String> conditions = new ArrayList<>();
        if (mine != null) {
            conditions.add("credit_code IN (:mine)");
        }
        if (state != null) {
            conditions.add("state = :state");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static Map<String, Object> filter(@Nullable Collection<String> mine, Recovery.@Nullable State state) {
        Map<String, Object> values = new HashMap<>();
        if (mine != null) {
            values.put("mine", mine.isEmpty() ? List.of("") : mine);
        }
        if (state != null) {
            values.put("state", state.name());
        }
        return values;
    }

    void state(Recovery recovery, String statement, LocalDate on, String person) {
        changed(jdbc.sql("UPDATE recovery SET statement = :text, stated_on = :on, stated_by = :person,"
                        + " version = version + 1 WHERE id = :id AND version = :version")
                .param("text", statement)
                .param("on", on)
                .param("person", person)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
    }

    /** ORDERED with a due date, or DROPPED. */
    void decide(
            Recovery recovery,
            Recovery.State to,
            Money amount,
            String decision,
            LocalDate on,
            String person,
            @Nullable LocalDate dueOn) {
        changed(jdbc.sql("UPDATE recovery SET state = :to, amount = :amount, decision = :decision, decided_on = :on,"
                        + " decided_by = :person, due_on = :due, closed_on = :closed, version = version + 1"
                        + " WHERE id = :id AND version = :version AND state = 'DEMANDED'")
                .param("to", to.name())
                .param("amount", amount.fen())
                .param("decision", decision)
                .param("on", on)
                .param("person", person)
                .param("due", dueOn)
                .param("closed", to == Recovery.State.DROPPED ? on : null)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
    }

    /** Less is claimed of one that is open, or nothing: money of it never stayed with the enterprise. */
    void returned(Recovery recovery, Recovery.State to, Money amount, @Nullable String decision, LocalDate on) {
        boolean ends = to != recovery.state();
        changed(jdbc.sql("UPDATE recovery SET state = :to, amount = :amount, decision = :decision, closed_on = :closed,"
                        + " decided_on = COALESCE(decided_on, :closed), version = version + 1"
                        + " WHERE id = :id AND version = :version AND state IN ('DEMANDED', 'ORDERED')")
                .param("to", to.name())
                .param("amount", amount.fen())
                .param("decision", decision)
                .param("closed", ends ? on : null)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
    }

    void dun(Recovery recovery, LocalDate on, LocalDate dueOn, String person) {
        changed(jdbc.sql("UPDATE recovery SET due_on = :due, version = version + 1"
                        + " WHERE id = :id AND version = :version AND state = 'ORDERED'")
                .param("due", dueOn)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
        steps.add(recovery.id(), new RecoverySteps.Dunning(on, dueOn), person);
    }

    /** Adds to what came in and settles with the last of it. A reference that is booked already fails in the database. */
    void receive(Recovery recovery, RecoverySteps.Receipt receipt, boolean settles, LocalDate today, Instant at) {
        boolean repaid = receipt.kind().equals("REPAID");
        changed(jdbc.sql("UPDATE recovery SET %1$s = %1$s + :amount, state = :to, closed_on = :closed,"
                                .formatted(repaid ? "repaid" : "offset_sum")
                        + " version = version + 1 WHERE id = :id AND version = :version AND state = 'ORDERED'")
                .param("amount", receipt.amount().fen())
                .param("to", settles ? "SETTLED" : "ORDERED")
                .param("closed", settles ? today : null)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
        steps.add(recovery.id(), receipt, at);
    }

    /** Something that hangs on it changed. */
    void touch(Recovery recovery) {
        changed(jdbc.sql("UPDATE recovery SET version = version + 1 WHERE id = :id AND version = :version")
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
    }

    void sign(Recovery recovery, String person, String reason, Instant at) {
        touch(recovery);
        steps.add(recovery.id(), new RecoverySteps.Signature(person, at, reason));
    }

    void writeOff(Recovery recovery, LocalDate on) {
        changed(jdbc.sql("UPDATE recovery SET state = 'WRITTEN_OFF', written_off = :open, closed_on = :on,"
                        + " version = version + 1 WHERE id = :id AND version = :version AND state = 'ORDERED'")
                .param("open", recovery.open().fen())
                .param("on", on)
                .param("id", recovery.id())
                .param("version", recovery.version())
                .update());
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw Problem.of(HttpStatus.CONFLICT, "CASE_CHANGED");
        }
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                row.getString("id"),
                "ZH%d-%06d".formatted(row.getInt("year"), row.getLong("serial")),
                row.getString("filing_id"),
                row.getString("credit_code"),
                Recovery.State.valueOf(row.getString("state")),
                row.getLong("version"),
                Recovery.Ground.valueOf(row.getString("ground")),
                row.getString("reason"),
                Money.ofFen(row.getLong("demanded")),
                Money.ofFen(row.getLong("amount")),
                Money.ofFen(row.getLong("repaid")),
                Money.ofFen(row.getLong("offset_sum")),
                Money.ofFen(row.getLong("written_off")),
                row.getObject("demanded_on", LocalDate.class),
                row.getString("demanded_by"),
                row.getObject("heard_until", LocalDate.class),
                row.getString("statement"),
                row.getObject("stated_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("decision"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
