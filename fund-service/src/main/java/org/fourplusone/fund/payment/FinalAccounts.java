package org.fourplusone.fund.payment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The final accounts, as rows: one for a filing, proposed anew until it is confirmed. */
@Component
class FinalAccounts {
    private final JdbcClient jdbc;

    FinalAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FinalAccount> of(String filing) {
        return jdbc.sql("SELECT * FROM final_account WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> new FinalAccount(
                        row.getString("filing_id"),
                        Money.ofFen(row.getLong("amount")),
                        row.getString("basis"),
                        row.getString("proposed_by"),
                        Objects.requireNonNull(UtcColumn.read(row, "proposed_at")),
                        row.getString("confirmed_by"),
                        UtcColumn.read(row, "confirmed_at")))
                .optional();
    }

    /** The filing is locked. */
    void propose(String filing, Money amount, String basis, String person, Instant at) {
        String set = of(filing).isPresent()
                ? "UPDATE final_account SET amount = :amount, basis = :basis, proposed_by = :person, proposed_at = :at"
                        + " WHERE filing_id = :filing AND confirmed_at IS NULL"
                : "INSERT INTO final_account (filing_id, amount, basis, proposed_by, proposed_at)"
                        + " VALUES (:filing, :amount, :basis, :person, :at)";
        jdbc.sql(set)
                .param("filing", filing)
                .param("amount", amount.fen())
                .param("basis", basis)
                .param("person", person)
                .param("at", UtcColumn.of(at))
                .update();
    }

    boolean confirm(String filing, String person, Instant at) {
        return jdbc.sql("UPDATE final_account SET confirmed_by = :person, confirmed_at = :at"
                                + " WHERE filing_id = :filing AND confirmed_at IS NULL")
                        .param("person", person)
                        .param("at", UtcColumn.of(at))
                        .param("filing", filing)
                        .update()
                == 1;
    }
}
