package org.fourplusone.fund.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An award as published: no personal data.
 *
 * @param number the filing's number
 * @param year the policy year
 * @param amount what was approved, or what its final account came to once that is confirmed
 * @param paid what has been paid of it so far; more than the amount while a surplus is claimed back
 * @param committedOn the day its notice was closed
 * @param paidOn the day of the last payment
 */
record Award(
        String number,
        String creditCode,
        String enterpriseName,
        String itemCode,
        int itemVersion,
        Text title,
        Line line,
        Text lineName,
        int year,
        Money amount,
        Money paid,
        String currency,
        State state,
        LocalDate committedOn,
        @Nullable LocalDate paidOn) {

    enum State {
        COMMITTED,
        PAID,
        RECOVERED,
        /** Taken back before any of it was paid. */
        REVOKED
    }

    static Award of(ResultSet row, int number) throws SQLException {
        Line line = Line.valueOf(row.getString("line"));
        return new Award(
                row.getString("number"),
                row.getString("credit_code"),
                row.getString("enterprise_name"),
                row.getString("item_code"),
                row.getInt("item_version"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                line,
                line.title(),
                row.getInt("year"),
                Money.ofFen(row.getLong("amount")),
                Money.ofFen(row.getLong("paid")),
                "CNY",
                State.valueOf(row.getString("state")),
                row.getObject("committed_on", LocalDate.class),
                row.getObject("paid_on", LocalDate.class));
    }
}
