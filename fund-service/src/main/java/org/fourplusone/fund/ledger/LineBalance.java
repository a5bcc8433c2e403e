package org.fourplusone.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.fourplusone.starter.money.Money;

/** One programme line now; {@code budget} is what was appropriated, positive. */
public record LineBalance(
        Line line,
        int budgetYear,
        String source,
        String document,
        Money budget,
        Money available,
        Money reserved,
        Money committed,
        Money inTransit,
        Money paid,
        Money recovered) {

    static LineBalance of(ResultSet row, int number) throws SQLException {
        return new LineBalance(
                Line.valueOf(row.getString("line")),
                row.getInt("budget_year"),
                row.getString("source"),
                row.getString("document"),
                Money.ofFen(-row.getLong("budget")),
                Money.ofFen(row.getLong("available")),
                Money.ofFen(row.getLong("reserved")),
                Money.ofFen(row.getLong("committed")),
                Money.ofFen(row.getLong("in_transit")),
                Money.ofFen(row.getLong("paid")),
                Money.ofFen(row.getLong("recovered")));
    }
}
