package org.fourplusone.fund.outcome;

import java.util.List;
import java.util.Set;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was paid what by the ledger. */
@Component
class PaidEnterprises {
    /** @param amount what an enterprise was paid from a line in the year, gross of recoveries */
    record Paid(String creditCode, Line line, Money amount) {}

    private static final String FROM = " FROM filing_balance b JOIN filing f ON f.id = b.filing_id WHERE b.paid > 0";

    private final JdbcClient jdbc;

    PaidEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Paid> in(int year) {
        return jdbc.sql("SELECT f.credit_code, b.line, SUM(b.paid)" + FROM
                        + " AND b.budget_year = :year GROUP BY f.credit_code, b.line")
                .param("year", year)
                .query((row, number) ->
                        new Paid(row.getString(1), Line.valueOf(row.getString(2)), Money.ofFen(row.getLong(3))))
                .list();
    }

    /** Whoever was ever paid. */
    Set<String> ever() {
        return jdbc.sql("SELECT DISTINCT f.credit_code" + FROM)
                .query(String.class)
                .set();
    }

    /** The budget years in which anything was paid, newest first. */
    List<Integer> years() {
        return jdbc.sql("SELECT DISTINCT b.budget_year" + FROM + " ORDER BY b.budget_year DESC")
                .query(Integer.class)
                .list();
    }
}
