package org.fourplusone.fund.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record and how long it is kept.
 *
 * @param years absent: for ever
 * @param since what the years are counted from
 * @param disposal what happens after
 */
record RetentionKind(String code, Text title, @Nullable Integer years, Text since, Text basis, Disposal disposal) {

    enum Disposal {
        /** Handed to the archive; this program never deletes it. */
        ARCHIVE,
        /** Personal data and drafts, which have to go. */
        ERASE
    }

    static RetentionKind of(ResultSet row, int number) throws SQLException {
        return new RetentionKind(
                row.getString("code"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getObject("years", Integer.class),
                new Text(row.getString("since_zh"), row.getString("since_en")),
                new Text(row.getString("basis_zh"), row.getString("basis_en")),
                Disposal.valueOf(row.getString("disposal")));
    }
}
