package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.util.ArrayList;
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
    private final LedgerPortions portions;

    LedgerReport(JdbcClient jdbc, EntryTally tally, LedgerPortions portions) {
        this.jdbc = jdbc;
        this.tally = tally;
        this.portions = portions;
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
        LedgerPortions.Added added = portions.add();
        Map<EntryTally.Kind, Money> sums = added.sums();
        List<String> differences = new ArrayList<>(added.differences());
        List<LineBalance> rows = jdbc.sql("SELECT * FROM line_balance ORDER BY budget_year, position")
                .query(LineBalance::of)
                .list();
        for (LineBalance row : rows) {
            compare(differences, row, sums);
        }
        differences.addAll(portions.filingDifferences());
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
                differences.isEmpty() && sum.isZero(), sum, added.postings(), added.entries(), differences);
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
}
