package org.fourplusone.fund.allocation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals for the allocation of calls, of which one is applied. */
@Component
class Proposals {
    /** @param appliedBy the second person, who confirmed it; null while it is proposed */
    record Proposal(
            String id,
            String callId,
            Method method,
            Money pool,
            Money requested,
            String proposedBy,
            Instant proposedAt,
            @Nullable String appliedBy,
            @Nullable Instant appliedAt) {

        boolean isApplied() {
            return appliedBy != null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Proposal proposal, List<Share> shares) {
        jdbc.sql("INSERT INTO allocation (id, call_id, method, pool, requested, proposed_by, proposed_at)"
                        + " VALUES (:id, :call, :method, :pool, :requested, :by, :at)")
                .param("id", proposal.id())
                .param("call", proposal.callId())
                .param("method", proposal.method().name())
                .param("pool", proposal.pool().fen())
                .param("requested", proposal.requested().fen())
                .param("by", proposal.proposedBy())
                .param("at", UtcColumn.of(proposal.proposedAt()))
                .update();
        for (Share share : shares) {
            jdbc.sql("INSERT INTO allocation_share (allocation_id, filing_id, requested, score, place, tied, pro_rata,"
                            + " ranked) VALUES (:id, :filing, :requested, :score, :place, :tied, :proRata, :ranked)")
                    .param("id", proposal.id())
                    .param("filing", share.applicant().filing())
                    .param("requested", share.applicant().requested().fen())
                    .param("score", share.applicant().score())
                    .param("place", share.place())
                    .param("tied", share.tied())
                    .param("proRata", share.proRata().fen())
                    .param("ranked", share.ranked().fen())
                    .update();
        }
    }

    Optional<Proposal> find(String id) {
        return jdbc.sql("SELECT * FROM allocation WHERE id = :id")
                .param("id", id)
                .query(Proposals::read)
                .optional();
    }

    /** The applied one, else the newest. */
    Optional<Proposal> ofCall(String call) {
        return jdbc.sql("SELECT * FROM allocation WHERE call_id = :call"
                        + " ORDER BY applied_call IS NULL, proposed_at DESC, id DESC LIMIT 1")
                .param("call", call)
                .query(Proposals::read)
                .optional();
    }

    /** As they were when it was proposed, by place and filing. */
    List<Share> sharesOf(Proposal proposal) {
        return jdbc.sql(
                        "SELECT s.*, f.year, f.serial, f.enterprise_name FROM allocation_share s"
                                + " JOIN filing f ON f.id = s.filing_id WHERE s.allocation_id = :id ORDER BY s.place, s.filing_id")
                .param("id", proposal.id())
                .query((row, number) -> new Share(
                        new Applicant(
                                row.getString("filing_id"),
                                "LC%d-%06d".formatted(row.getInt("year"), row.getLong("serial")),
                                row.getString("enterprise_name"),
                                Money.ofFen(row.getLong("requested")),
                                score(row)),
                        row.getInt("place"),
                        row.getBoolean("tied"),
                        Money.ofFen(row.getLong("pro_rata")),
                        Money.ofFen(row.getLong("ranked"))))
                .list();
    }

    /** False when it is applied already. A second one of the same call breaks the unique key. */
    boolean apply(Proposal proposal, String person) {
        return jdbc.sql("UPDATE allocation SET applied_call = call_id, applied_by = :by, applied_at = :now"
                                + " WHERE id = :id AND applied_call IS NULL")
                        .param("by", person)
                        .param("now", UtcColumn.of(clock.instant()))
                        .param("id", proposal.id())
                        .update()
                == 1;
    }

    /** What the applied allocation gives a filing; empty where it gives none. */
    Optional<Money> shareOf(String filing) {
        return jdbc.sql("SELECT CASE a.method WHEN 'PRO_RATA' THEN s.pro_rata ELSE s.ranked END FROM allocation_share s"
                        + " JOIN allocation a ON a.id = s.allocation_id"
                        + " WHERE s.filing_id = :filing AND a.applied_call IS NOT NULL")
                .param("filing", filing)
                .query(Long.class)
                .optional()
                .map(Money::ofFen);
    }

    private static @Nullable BigDecimal score(ResultSet row) throws SQLException {
        return row.getBigDecimal("score");
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getString("id"),
                row.getString("call_id"),
                Method.valueOf(row.getString("method")),
                Money.ofFen(row.getLong("pool")),
                Money.ofFen(row.getLong("requested")),
                row.getString("proposed_by"),
                Objects.requireNonNull(UtcColumn.read(row, "proposed_at")),
                row.getString("applied_by"),
                UtcColumn.read(row, "applied_at"));
    }
}
