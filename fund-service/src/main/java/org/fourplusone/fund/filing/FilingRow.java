package org.fourplusone.fund.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code filing}. */
final class FilingRow {
    static final String SELECT = "SELECT * FROM filing";

    private FilingRow() {}

    static Filing of(ResultSet row, int number) throws SQLException {
        int year = row.getInt("year");
        return new Filing(
                row.getString("id"),
                Filing.number(year, row.getLong("serial")),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                year,
                row.getString("call_id"),
                row.getString("item_code"),
                row.getInt("item_version"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                new Text(row.getString("department_zh"), row.getString("department_en")),
                Track.valueOf(row.getString("track")),
                Line.valueOf(row.getString("line")),
                NoticeOrder.valueOf(row.getString("notice_order")),
                row.getString("credit_code"),
                row.getString("enterprise_name"),
                row.getString("record"),
                money(row, "estimate"),
                money(row, "reviewed"),
                row.getObject("recommended") == null ? null : row.getBoolean("recommended"),
                money(row, "approved"),
                row.getObject("due_on", LocalDate.class),
                Objects.requireNonNull(UtcColumn.read(row, "created_at")),
                UtcColumn.read(row, "submitted_at"),
                row.getString("contact"),
                waiting(row));
    }

    private static @Nullable Wait waiting(ResultSet row) throws SQLException {
        String service = row.getString("waiting_for");
        return service == null
                ? null
                : new Wait(
                        service,
                        Step.valueOf(row.getString("waiting_step")),
                        Objects.requireNonNull(UtcColumn.read(row, "waiting_since")));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }
}
