package org.fourplusone.fund.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the enterprises of confirmed lists. */
@Repository
class EntitlementPulls {
    private final JdbcClient jdbc;
    private final Clock clock;

    EntitlementPulls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One enterprise of a list.
     *
     * @param filing the filing that was opened; absent if it was skipped
     * @param skipped why none was opened
     * @param other the number of the filing that stands in the way
     */
    record Outcome(
            String creditCode,
            String enterpriseName,
            Money amount,
            @Nullable String filing,
            @Nullable String number,
            @Nullable State state,
            @Nullable Text stateName,
            @Nullable Skipped skipped,
            @Nullable Text text,
            @Nullable String other,
            Instant at) {}

    record Numbers(int opened, int skipped) {}

    /** @throws org.springframework.dao.DuplicateKeyException if somebody settled this one already */
    void opened(String run, PolicyEntitlements.Entitled row, String filing, Caller caller) {
        add(run, row, filing, null, null, caller);
    }

    void skipped(String run, PolicyEntitlements.Entitled row, Skipped why, @Nullable String other, Caller caller) {
        add(run, row, null, why, other, caller);
    }

    private void add(
            String run,
            PolicyEntitlements.Entitled row,
            @Nullable String filing,
            @Nullable Skipped why,
            @Nullable String other,
            Caller caller) {
        jdbc.sql(
                        "INSERT INTO entitlement_pull (run_id, credit_code, name, amount, filing_id, skipped, other, pulled_by,"
                                + " pulled_at) VALUES (:run, :code, :name, :amount, :filing, :skipped, :other, :by, :at)")
                .param("run", run)
                .param("code", row.creditCode())
                .param("name", row.name())
                .param("amount", row.amount().fen())
                .param("filing", filing)
                .param("skipped", why == null ? null : why.name())
                .param("other", other)
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    /** Which of these enterprises are settled. */
    Set<String> settled(String run, Collection<String> creditCodes) {
        if (creditCodes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("SELECT credit_code FROM entitlement_pull WHERE run_id = :run AND credit_code IN (:codes)")
                        .param("run", run)
                        .param("codes", creditCodes)
                        .query(String.class)
                        .list());
    }

    Numbers numbers(String run) {
        return jdbc.sql("SELECT COUNT(filing_id), COUNT(skipped) FROM entitlement_pull WHERE run_id = :run")
                .param("run", run)
                .query((row, number) -> new Numbers(row.getInt(1), row.getInt(2)))
                .single();
    }

    Page<Outcome> page(String run, @Nullable Boolean skipped, Paging paging) {
        String where = " WHERE p.run_id = :run"
                + (skipped == null ? "" : skipped ? " AND p.skipped IS NOT NULL" : " AND p.skipped IS NULL");
        long total = jdbc.sql("SELECT COUNT(*) FROM entitlement_pull p" + where)
                .param("run", run)
                .query(Long.class)
                .single();
        List<Outcome> items = jdbc.sql("SELECT p.*, f.year, f.serial, f.state FROM entitlement_pull p"
                        + " LEFT JOIN filing f ON f.id = p.filing_id" + where
                        + " ORDER BY p.credit_code LIMIT :size OFFSET :offset")
                .param("run", run)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(EntitlementPulls::read)
                .list();
        return Page.of(items, paging, total);
    }

    /** The list that a filing was opened from. */
    Optional<String> runOf(String filing) {
        return jdbc.sql("SELECT run_id FROM entitlement_pull WHERE filing_id = :filing")
                .param("filing", filing)
                .query(String.class)
                .optional();
    }

    private static Outcome read(ResultSet row, int number) throws SQLException {
        String filing = row.getString("filing_id");
        State state = filing == null ? null : State.valueOf(row.getString("state"));
        String why = row.getString("skipped");
        Skipped skipped = why == null ? null : Skipped.valueOf(why);
        return new Outcome(
                row.getString("credit_code"),
                row.getString("name"),
                Money.ofFen(row.getLong("amount")),
                filing,
                filing == null ? null : Filing.number(row.getInt("year"), row.getLong("serial")),
                state,
                state == null ? null : state.title(),
                skipped,
                skipped == null ? null : skipped.text(),
                row.getString("other"),
                Objects.requireNonNull(UtcColumn.read(row, "pulled_at")));
    }
}
