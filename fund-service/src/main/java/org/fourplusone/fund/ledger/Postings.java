package org.fourplusone.fund.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The append-only half of the ledger: a posting and its two entries, whose amounts sum to zero. */
@Component
class Postings {
    private final JdbcClient jdbc;
    private final Clock clock;

    Postings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(Line line, Account from, Account to, @Nullable String filing, Money amount, Cause cause) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                        + " filing_id, person) SELECT :at, :on, line, budget_year, source, document, :step, :reference,"
                        + " :filing, :person FROM line_balance WHERE line = :line")
                .param("at", UtcColumn.of(clock.instant()))
                .param("on", LocalDate.now(clock))
                .param("line", line.name())
                .param("step", cause.step())
                .param("reference", cause.reference())
                .param("filing", filing)
                .param("person", cause.person())
                .update(key, "id");
        long posting = java.util.Objects.requireNonNull(key.getKey()).longValue();
        jdbc.sql("INSERT INTO entry (posting_id, position, line, account, filing_id, amount) VALUES"
                        + " (:posting, 1, :line, :from, :filing, :out), (:posting, 2, :line, :to, :filing, :in)")
                .param("posting", posting)
                .param("line", line.name())
                .param("from", from.name())
                .param("to", to.name())
                .param("filing", filing)
                .param("out", -amount.fen())
                .param("in", amount.fen())
                .update();
    }
}
