package org.fourplusone.fund.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may not file, from when to when; rows are added and never changed. */
@Component
class Bans {
    /**
     * @param untilOn the last day, as ordered
     * @param liftedOn the day on which it ended early
     */
    record Ban(
            long id,
            LocalDate fromOn,
            LocalDate untilOn,
            String reason,
            @Nullable LocalDate liftedOn,
            @Nullable String liftReason) {

        boolean isInForceOn(LocalDate day) {
            return liftedOn == null && !fromOn.isAfter(day) && !untilOn.isBefore(day);
        }
    }

    private static final String BANS =
            "SELECT b.*, l.lifted_on, l.reason AS lift_reason FROM ban b" + " LEFT JOIN ban_lift l ON l.ban_id = b.id";

    private final JdbcClient jdbc;

    Bans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Recovery recovery, LocalDate from, LocalDate until, String reason, String person, Instant at) {
        jdbc.sql("INSERT INTO ban (credit_code, recovery_id, from_on, until_on, reason, person, ordered_at)"
                        + " VALUES (:code, :recovery, :from, :until, :reason, :person, :at)")
                .param("code", recovery.creditCode())
                .param("recovery", recovery.id())
                .param("from", from)
                .param("until", until)
                .param("reason", reason)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .update();
    }

    /** The one that lasts longest of those in force on a day. */
    Optional<Ban> banOn(String creditCode, LocalDate day) {
        return jdbc.sql(BANS + " WHERE b.credit_code = :code AND b.from_on <= :day AND b.until_on >= :day"
                        + " AND l.ban_id IS NULL ORDER BY b.until_on DESC, b.id LIMIT 1")
                .param("code", creditCode)
                .param("day", day)
                .query(Bans::ban)
                .optional();
    }

    /** Of a recovery, oldest first. */
    List<Ban> of(String recovery) {
        return jdbc.sql(BANS + " WHERE b.recovery_id = :id ORDER BY b.id")
                .param("id", recovery)
                .query(Bans::ban)
                .list();
    }

    /** Who ordered it. */
    String banner(long ban) {
        return jdbc.sql("SELECT person FROM ban WHERE id = :id")
                .param("id", ban)
                .query(String.class)
                .single();
    }

    void lift(Ban ban, LocalDate on, String reason, String person, Instant at) {
        jdbc.sql("INSERT INTO ban_lift (ban_id, lifted_on, reason, person, lifted_at)"
                        + " VALUES (:ban, :on, :reason, :person, :at)")
                .param("ban", ban.id())
                .param("on", on)
                .param("reason", reason)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .update();
    }

    private static Ban ban(ResultSet row, int number) throws SQLException {
        return new Ban(
                row.getLong("id"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("lifted_on", LocalDate.class),
                row.getString("lift_reason"));
    }
}
