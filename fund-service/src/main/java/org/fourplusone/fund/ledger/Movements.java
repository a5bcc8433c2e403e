package org.fourplusone.fund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger holds of an account, posting by posting: what a bank's statement is compared with. */
@Component
public class Movements {
    private static final int AT_ONCE = 500;

    /**
     * One posting seen from one account.
     *
     * @param amount what the account gained, negative for what it lost
     */
    public record Movement(String step, String reference, String filing, LocalDate bookedOn, Money amount) {}

    /** @param document the number of the budget document (指标文号) */
    public record Budget(Line line, int year, String source, String document) {}

    private final JdbcClient jdbc;

    Movements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was booked to or from the account on a day, in the order of posting. */
    public List<Movement> on(LocalDate day, Account account) {
        return jdbc.sql("SELECT p.step, p.reference, p.filing_id, p.booked_on, e.amount FROM posting p JOIN entry e"
                        + " ON e.posting_id = p.id WHERE p.booked_on = :day AND e.account = :account"
                        + " AND p.filing_id IS NOT NULL ORDER BY p.id")
                .param("day", day)
                .param("account", account.name())
                .query((row, number) -> new Movement(
                        row.getString("step"),
                        row.getString("reference"),
                        row.getString("filing_id"),
                        row.getObject("booked_on", LocalDate.class),
                        Money.ofFen(row.getLong("amount"))))
                .list();
    }

    /** What the account gained in all under each of these references by the steps named; what has none is left out. */
    public Map<String, Money> sums(Account account, Collection<String> steps, Collection<String> references) {
        Map<String, Money> sums = new HashMap<>();
        for (List<String> some : parts(references)) {
            jdbc.sql("SELECT p.reference, SUM(e.amount) FROM posting p JOIN entry e ON e.posting_id = p.id"
                            + " WHERE p.step IN (:steps) AND p.reference IN (:references) AND e.account = :account"
                            + " GROUP BY p.reference")
                    .param("steps", steps)
                    .param("references", some)
                    .param("account", account.name())
                    .query((row, number) -> sums.put(row.getString(1), Money.ofFen(row.getLong(2))))
                    .list();
        }
        return sums;
    }

    /** The budget that each step's money is of. */
    public Map<String, Budget> budgetsOf(String step, Collection<String> references) {
        Map<String, Budget> budgets = new HashMap<>();
        for (List<String> some : parts(references)) {
            jdbc.sql("SELECT reference, line, budget_year, source, document FROM posting WHERE step = :step"
                            + " AND reference IN (:references)")
                    .param("step", step)
                    .param("references", some)
                    .query((row, number) -> budgets.put(
                            row.getString("reference"),
                            new Budget(
                                    Line.valueOf(row.getString("line")),
                                    row.getInt("budget_year"),
                                    row.getString("source"),
                                    row.getString("document"))))
                    .list();
        }
        return budgets;
    }

    private static List<List<String>> parts(Collection<String> references) {
        List<String> all = references.stream().distinct().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }
}
