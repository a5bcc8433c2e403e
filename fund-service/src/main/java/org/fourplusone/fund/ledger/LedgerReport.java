package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the entries and compares them with the balance rows. */
@Component
public class LedgerReport {
    /** One entry with its posting's cause; {@code amount} is signed. */
    public record Entry(
            long posting,
            Instant at,
            LocalDate bookedOn,
            Line line,
            Text lineName,
            Account account,
            Money amount,
            int budgetYear,
            String source,
            String document,
            String step,
            String reference,
            @Nullable String filing,
            @Nullable String person) {}

    /** The balance of one account of one line; BUDGET and TREASURY are the outside and stand negative. */
    public record Balance(Line line, Text lineName, Account account, Money balance) {}

    /**
     * The ledger's own proof.
     *
     * @param balanced whether everything below holds
     * @param sum the sum of all entries, 0.00
     * @param differences where a balance row and its entries disagree, or a posting does not sum to 0; empty
     */
    public record Verification(boolean balanced, Money sum, long postings, long entries, List<String> differences) {}

    private final JdbcClient jdbc;

    LedgerReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Entry> entries(@Nullable Line line, @Nullable Account account, @Nullable String filing, Paging paging) {
        String from = " FROM entry e JOIN posting p ON p.id = e.posting_id WHERE 1 = 1"
                + (line == null ? "" : " AND e.line = :line")
                + (account == null ? "" : " AND e.account = :account")
                + (filing == null ? "" : " AND p.filing_id = :filing");
        Map<String, Object> filter = new HashMap<>();
        if (line != null) {
            filter.put("line", line.name());
        }
        if (account != null) {
            filter.put("account", account.name());
        }
        if (filing != null) {
            filter.put("filing", filing);
        }
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(filter)
                .query(Long.class)
                .single();
        List<Entry> entries = jdbc.sql("SELECT p.*, e.account, e.amount" + from
                        + " ORDER BY e.posting_id DESC, e.position LIMIT :size OFFSET :offset")
                .params(filter)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        Objects.requireNonNull(UtcColumn.read(row, "posted_at")),
                        row.getObject("booked_on", LocalDate.class),
                        Line.valueOf(row.getString("line")),
                        Line.valueOf(row.getString("line")).title(),
                        Account.valueOf(row.getString("account")),
                        Money.ofFen(row.getLong("amount")),
                        row.getInt("budget_year"),
                        row.getString("source"),
                        row.getString("document"),
                        row.getString("step"),
                        row.getString("reference"),
                        row.getString("filing_id"),
                        row.getString("person")))
                .list();
        return Page.of(entries, paging, total);
    }

    List<Balance> balances(@Nullable Instant at) {
        Map<Line, Map<Account, Money>> sums = sums(at);
        List<Balance> balances = new ArrayList<>();
        for (Line line : Line.values()) {
            for (Account account : Account.values()) {
                Money balance = sums.getOrDefault(line, Map.of()).getOrDefault(account, Money.ZERO);
                balances.add(new Balance(line, line.title(), account, balance));
            }
        }
        return balances;
    }

    /** Reads everything in one snapshot, so that postings made meanwhile do not show as differences. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Verification verify() {
        Map<Line, Map<Account, Money>> sums = sums(null);
        List<String> differences = new ArrayList<>();
        jdbc.sql("SELECT posting_id, SUM(amount) AS total FROM entry GROUP BY posting_id HAVING SUM(amount) <> 0"
                        + " ORDER BY posting_id LIMIT 100")
                .query((row, number) -> "posting %d: %s".formatted(row.getLong(1), Money.ofFen(row.getLong(2))))
                .list()
                .forEach(differences::add);
        jdbc.sql(
                        "SELECT p.id FROM posting p LEFT JOIN entry e ON e.posting_id = p.id WHERE e.posting_id IS NULL LIMIT 100")
                .query(Long.class)
                .list()
                .forEach(id -> differences.add("posting %d: no entries".formatted(id)));
        for (LineBalance row : jdbc.sql("SELECT * FROM line_balance ORDER BY position")
                .query(LineBalance::of)
                .list()) {
            Map<Account, Money> summed = sums.getOrDefault(row.line(), Map.of());
            compare(differences, row.line(), Account.BUDGET, row.budget().negated(), summed);
            compare(differences, row.line(), Account.AVAILABLE, row.available(), summed);
            compare(differences, row.line(), Account.RESERVED, row.reserved(), summed);
            compare(differences, row.line(), Account.COMMITTED, row.committed(), summed);
            compare(differences, row.line(), Account.IN_TRANSIT, row.inTransit(), summed);
            compare(differences, row.line(), Account.PAID, row.paid(), summed);
            compare(differences, row.line(), Account.RECOVERED, row.recovered(), summed);
        }
        differences.addAll(filingDifferences());
        Money sum = sums.values().stream()
                .flatMap(accounts -> accounts.values().stream())
                .reduce(Money.ZERO, Money::plus);
        long postings = count("posting");
        return new Verification(differences.isEmpty() && sum.fen() == 0, sum, postings, count("entry"), differences);
    }

    private List<String> filingDifferences() {
        return jdbc.sql("""
                        SELECT b.filing_id FROM filing_balance b LEFT JOIN (
                          SELECT filing_id,
                            SUM(CASE account WHEN 'RESERVED' THEN amount ELSE 0 END) AS reserved,
                            SUM(CASE account WHEN 'COMMITTED' THEN amount ELSE 0 END) AS committed,
                            SUM(CASE account WHEN 'IN_TRANSIT' THEN amount ELSE 0 END) AS in_transit,
                            SUM(CASE account WHEN 'PAID' THEN amount ELSE 0 END) AS paid,
                            SUM(CASE account WHEN 'RECOVERED' THEN amount ELSE 0 END) AS recovered
                          FROM entry WHERE filing_id IS NOT NULL GROUP BY filing_id) e ON e.filing_id = b.filing_id
                        WHERE e.filing_id IS NULL OR b.reserved <> e.reserved OR b.committed <> e.committed
                          OR b.in_transit <> e.in_transit OR b.paid <> e.paid OR b.recovered <> e.recovered
                        ORDER BY b.filing_id LIMIT 100""").query(String.class).list().stream()
                .map("filing %s: its balance is not the sum of its entries"::formatted)
                .toList();
    }

    private static void compare(
            List<String> differences, Line line, Account account, Money kept, Map<Account, Money> summed) {
        Money entries = summed.getOrDefault(account, Money.ZERO);
        if (kept.fen() != entries.fen()) {
            differences.add("%s %s: %s kept, %s by entries".formatted(line, account, kept, entries));
        }
    }

    private Map<Line, Map<Account, Money>> sums(@Nullable Instant at) {
        Map<Line, Map<Account, Money>> sums = new EnumMap<>(Line.class);
        String until = at == null ? "" : " WHERE p.posted_at <= :at";
        JdbcClient.StatementSpec query = jdbc.sql("SELECT e.line, e.account, SUM(e.amount) FROM entry e"
                + (at == null ? "" : " JOIN posting p ON p.id = e.posting_id") + until + " GROUP BY e.line, e.account");
        if (at != null) {
            query = query.param("at", UtcColumn.of(at));
        }
        query.query((row, number) -> sums.computeIfAbsent(
                                Line.valueOf(row.getString(1)), line -> new EnumMap<>(Account.class))
                        .put(Account.valueOf(row.getString(2)), Money.ofFen(row.getLong(3))))
                .list();
        return sums;
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
