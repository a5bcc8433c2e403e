package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Sums the entries and compares them with the balance rows. */
@Component
public class LedgerReport {
    /** The balance of one account of one line; the outside (BUDGET, CARRIED_IN, TREASURY) stands negative. */
    public record Balance(Line line, Text lineName, Account account, Money balance) {}

    /**
     * The ledger's own proof, over all budget years.
     *
     * @param balanced whether everything below holds
     * @param sum the sum of all entries, 0.00
     * @param differences where a balance row and its entries disagree, a posting does not sum to 0, or what left the years
     *     is not what entered them; empty
     */
    public record Verification(boolean balanced, Money sum, long postings, long entries, List<String> differences) {}

    private final JdbcClient jdbc;
    private final EntryTally tally;

    LedgerReport(JdbcClient jdbc, EntryTally tally) {
        this.jdbc = jdbc;
        this.tally = tally;
    }

    /** @param year of one budget year; of all together when null */
    List<Balance> balances(@Nullable Instant at, @Nullable Integer year) {
        Map<EntryTally.Kind, Money> sums = tally.amounts(at);
        List<Balance> balances = new ArrayList<>();
        for (Line line : Line.values()) {
            for (Account account : Account.values()) {
                Money balance = sums.entrySet().stream()
                        .filter(each ->
                                each.getKey().line() == line && each.getKey().account() == account)
                        .filter(each -> year == null || each.getKey().year() == year)
                        .map(Map.Entry::getValue)
                        .reduce(Money.ZERO, Money::plus);
                balances.add(new Balance(line, line.title(), account, balance));
            }
        }
        return balances;
    }

    /** Reads everything in one snapshot, so that postings made meanwhile do not show as differences. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Verification verify() {
        Map<EntryTally.Kind, Money> sums = sums();
        List<String> differences = new ArrayList<>();
        differences.addAll(postingDifferences());
        List<LineBalance> rows = jdbc.sql("SELECT * FROM line_balance ORDER BY budget_year, position")
                .query(LineBalance::of)
                .list();
        for (LineBalance row : rows) {
            compare(differences, row, sums);
        }
        differences.addAll(filingDifferences());
        differences.addAll(heldDifferences());
        Money carried = total(sums, Account.CARRIED_IN).plus(total(sums, Account.CARRIED_OUT));
        if (!carried.isZero()) {
            differences.add("carried out and carried in differ by %s".formatted(carried));
        }
        Money sum = Money.ZERO;
        for (Account account : Account.values()) {
            sum = sum.plus(total(sums, account));
        }
        return new Verification(
                differences.isEmpty() && sum.isZero(), sum, count("posting"), count("entry"), differences);
    }

    private List<String> postingDifferences() {
        List<String> differences = new ArrayList<>(jdbc.sql(
                        "SELECT posting_id, SUM(amount) AS total FROM entry GROUP BY posting_id HAVING SUM(amount) <> 0"
                                + " ORDER BY posting_id LIMIT 100")
                .query((row, number) -> "posting %d: %s".formatted(row.getLong(1), Money.ofFen(row.getLong(2))))
                .list());
        jdbc.sql("SELECT p.id FROM posting p LEFT JOIN entry e ON e.posting_id = p.id WHERE e.posting_id IS NULL"
                        + " OR e.line <> p.line LIMIT 100")
                .query(Long.class)
                .list()
                .forEach(id -> differences.add("posting %d: no entries, or of another line".formatted(id)));
        return differences;
    }

    private List<String> filingDifferences() {
        return jdbc.sql("""
                        SELECT b.filing_id, b.budget_year FROM filing_balance b LEFT JOIN (
                          SELECT e.filing_id, p.budget_year,
                            SUM(CASE e.account WHEN 'RESERVED' THEN e.amount ELSE 0 END) AS reserved,
                            SUM(CASE e.account WHEN 'COMMITTED' THEN e.amount ELSE 0 END) AS committed,
                            SUM(CASE e.account WHEN 'IN_TRANSIT' THEN e.amount ELSE 0 END) AS in_transit,
                            SUM(CASE e.account WHEN 'PAID' THEN e.amount ELSE 0 END) AS paid,
                            SUM(CASE e.account WHEN 'RECOVERED' THEN e.amount ELSE 0 END) AS recovered
                          FROM entry e JOIN posting p ON p.id = e.posting_id
                          WHERE e.filing_id IS NOT NULL GROUP BY e.filing_id, p.budget_year) e
                          ON e.filing_id = b.filing_id AND e.budget_year = b.budget_year
                        WHERE e.filing_id IS NULL OR b.reserved <> e.reserved OR b.committed <> e.committed
                          OR b.in_transit <> e.in_transit OR b.paid <> e.paid OR b.recovered <> e.recovered
                        ORDER BY b.filing_id, b.budget_year LIMIT 100""")
                .query((row, number) -> "filing %s in %d: its balance is not the sum of its entries"
                        .formatted(row.getString(1), row.getInt(2)))
                .list();
    }

    /** A line holds for filings just what its filings hold. */
    private List<String> heldDifferences() {
        return jdbc.sql("""
                        SELECT l.line, l.budget_year FROM line_balance l LEFT JOIN (
                          SELECT line, budget_year, SUM(reserved) AS reserved, SUM(committed) AS committed,
                            SUM(in_transit) AS in_transit, SUM(paid) AS paid
                          FROM filing_balance GROUP BY line, budget_year) f
                          ON f.line = l.line AND f.budget_year = l.budget_year
                        WHERE l.reserved <> COALESCE(f.reserved, 0) OR l.committed <> COALESCE(f.committed, 0)
                          OR l.in_transit <> COALESCE(f.in_transit, 0) OR l.paid <> COALESCE(f.paid, 0)""")
                .query((row, number) -> "%s %d: the line and its filings hold different amounts"
                        .formatted(row.getString(1), row.getInt(2)))
                .list();
    }

    private static void compare(List<String> differences, LineBalance row, Map<EntryTally.Kind, Money> sums) {
        for (Account account : Account.values()) {
            Money entries = sums.getOrDefault(new EntryTally.Kind(row.budgetYear(), row.line(), account), Money.ZERO);
            if (!row.of(account).equals(entries)) {
                differences.add("%s %d %s: %s kept, %s by entries"
                        .formatted(row.line(), row.budgetYear(), account, row.of(account), entries));
            }
        }
    }

    private static Money total(Map<EntryTally.Kind, Money> sums, Account account) {
        return sums.entrySet().stream()
                .filter(each -> each.getKey().account() == account)
                .map(Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Straight from the entries, whatever the tally remembers. */
    private Map<EntryTally.Kind, Money> sums() {
        Map<EntryTally.Kind, Money> sums = new HashMap<>();
        jdbc.sql(
                        "SELECT p.budget_year, e.line, e.account, SUM(e.amount) FROM entry e JOIN posting p ON p.id = e.posting_id"
                                + " GROUP BY p.budget_year, e.line, e.account")
                .query(row -> {
                    sums.put(
                            new EntryTally.Kind(
                                    row.getInt(1), Line.valueOf(row.getString(2)), Account.valueOf(row.getString(3))),
                            Money.ofFen(row.getLong(4)));
                });
        return sums;
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
