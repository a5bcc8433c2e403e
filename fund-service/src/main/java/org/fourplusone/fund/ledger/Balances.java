package org.fourplusone.fund.ledger;

import java.util.List;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The balance rows: one for each line, one for each filing that holds money. Columns are named after the accounts. */
@Component
class Balances {
    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves an amount between two accounts of a line; false when the first has less (the outside may go below zero). */
    boolean shift(Line line, Account from, Account to, Money amount) {
        boolean outside = from == Account.BUDGET || from == Account.TREASURY;
        String condition = outside ? "" : " AND " + column(from) + " >= :amount";
        return jdbc.sql("UPDATE line_balance SET %1$s = %1$s - :amount, %2$s = %2$s + :amount, version = version + 1"
                                        .formatted(column(from), column(to))
                                + " WHERE line = :line" + condition)
                        .param("amount", amount.fen())
                        .param("line", line.name())
                        .update()
                == 1;
    }

    void open(Line line, String filing) {
        jdbc.sql("INSERT INTO filing_balance (filing_id, line) SELECT :filing, :line"
                        + " WHERE NOT EXISTS (SELECT 1 FROM filing_balance WHERE filing_id = :filing)")
                .param("filing", filing)
                .param("line", line.name())
                .update();
    }

    void addToFiling(String filing, Account to, Money amount) {
        jdbc.sql("UPDATE filing_balance SET %1$s = %1$s + :amount WHERE filing_id = :filing".formatted(column(to)))
                .param("amount", amount.fen())
                .param("filing", filing)
                .update();
    }

    boolean takeFromFiling(String filing, Account from, Money amount) {
        return jdbc.sql("UPDATE filing_balance SET %1$s = %1$s - :amount WHERE filing_id = :filing AND %1$s >= :amount"
                                .formatted(column(from)))
                        .param("amount", amount.fen())
                        .param("filing", filing)
                        .update()
                == 1;
    }

    boolean shiftFiling(String filing, Account from, Account to, Money amount) {
        String condition = from == Account.TREASURY ? "" : " AND " + column(from) + " >= :amount";
        return jdbc.sql("UPDATE filing_balance SET %1$s = %1$s - :amount, %2$s = %2$s + :amount"
                                        .formatted(column(from), column(to))
                                + " WHERE filing_id = :filing" + condition)
                        .param("amount", amount.fen())
                        .param("filing", filing)
                        .update()
                == 1;
    }

    Money available(Line line) {
        return Money.ofFen(jdbc.sql("SELECT available FROM line_balance WHERE line = :line")
                .param("line", line.name())
                .query(Long.class)
                .single());
    }

    List<LineBalance> all() {
        return jdbc.sql("SELECT * FROM line_balance ORDER BY position")
                .query(LineBalance::of)
                .list();
    }

    FilingBalance ofFiling(String filing) {
        return jdbc.sql("SELECT * FROM filing_balance WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> new FilingBalance(
                        Money.ofFen(row.getLong("reserved")),
                        Money.ofFen(row.getLong("committed")),
                        Money.ofFen(row.getLong("in_transit")),
                        Money.ofFen(row.getLong("paid")),
                        Money.ofFen(row.getLong("recovered"))))
                .optional()
                .orElse(FilingBalance.NONE);
    }

    private static String column(Account account) {
        return account.name().toLowerCase(java.util.Locale.ROOT);
    }
}
