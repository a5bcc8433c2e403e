package org.fourplusone.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One programme line in one budget year.
 *
 * @param budget what the year has for the line: appropriated + carriedIn - carriedOut - surplus, which is always available
 *     + reserved + committed + inTransit + paid
 * @param appropriated what was given for this year, revisions included
 * @param closedOn the day of the year-end step; null while the year is open
 * @param version counts the changes of the row
 */
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
        Money recovered,
        Money appropriated,
        Money carriedIn,
        Money carriedOut,
        Money surplus,
        @Nullable LocalDate closedOn,
        long version) {

    static LineBalance of(ResultSet row, int number) throws SQLException {
        Money appropriated = Money.ofFen(-row.getLong("budget"));
        Money carriedIn = Money.ofFen(-row.getLong("carried_in"));
        Money carriedOut = Money.ofFen(row.getLong("carried_out"));
        Money surplus = Money.ofFen(row.getLong("surplus"));
        return new LineBalance(
                Line.valueOf(row.getString("line")),
                row.getInt("budget_year"),
                row.getString("source"),
                row.getString("document"),
                appropriated.plus(carriedIn).minus(carriedOut).minus(surplus),
                Money.ofFen(row.getLong("available")),
                Money.ofFen(row.getLong("reserved")),
                Money.ofFen(row.getLong("committed")),
                Money.ofFen(row.getLong("in_transit")),
                Money.ofFen(row.getLong("paid")),
                Money.ofFen(row.getLong("recovered")),
                appropriated,
                carriedIn,
                carriedOut,
                surplus,
                row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }

    public boolean isClosed() {
        return closedOn != null;
    }

    /**
     * The part of the free money that came from the year before, counting that the oldest money is used first: what is
     * free beyond what this year itself was given.
     */
    public Money freeCarriedIn() {
        return available.minus(appropriated).max(Money.ZERO);
    }

    /** What an account holds by this row; the outside stands negative. */
    Money of(Account account) {
        return switch (account) {
            case BUDGET -> appropriated.negated();
            case CARRIED_IN -> carriedIn.negated();
            case AVAILABLE -> available;
            case RESERVED -> reserved;
            case COMMITTED -> committed;
            case IN_TRANSIT -> inTransit;
            case PAID -> paid;
            case CARRIED_OUT -> carriedOut;
            case SURPLUS -> surplus;
            case TREASURY -> recovered.negated();
            case RECOVERED -> recovered;
        };
    }
}
