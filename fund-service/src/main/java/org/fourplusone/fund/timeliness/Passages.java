package org.fourplusone.fund.timeliness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures filings by their history and their payments. */
@Component
class Passages {
    private static final String STEPS =
            "SELECT f.id, f.year, f.serial, f.call_id, f.item_code, f.title_zh, f.title_en, s.at, s.to_state,"
                    + " (SELECT MIN(i.paid_on) FROM instalment i WHERE i.filing_id = f.id) AS first_paid"
                    + " FROM filing f JOIN filing_step s ON s.filing_id = f.id"
                    + " WHERE s.to_state IS NOT NULL AND f.state <> 'DRAFT'";

    private final JdbcClient jdbc;
    private final WorkingDays calendar;
    private final Clock clock;

    Passages(JdbcClient jdbc, WorkingDays calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What was measured: {@code ended} counts the filings that were not. */
    record Measured(List<Passage> filings, int ended, LocalDate asOf, String calendar) {}

    /** Filings of a call, of an item, of both, or all; with {@code filing} just that one. */
    Measured of(@Nullable String call, @Nullable String item, @Nullable String filing) {
        Map<String, Object> filter = new HashMap<>();
        String where = equal("call_id", call, filter) + equal("item_code", item, filter) + equal("id", filing, filter);
        Reading reading = new Reading(LocalDate.now(clock), new DayCount(calendar));
        jdbc.sql(STEPS + where + " ORDER BY f.id, s.position").params(filter).query(reading::row);
        reading.close();
        return new Measured(reading.filings, reading.ended, reading.today, calendar.version());
    }

    private static String equal(String column, @Nullable String value, Map<String, Object> filter) {
        if (value == null) {
            return "";
        }
        filter.put(column, value);
        return " AND f." + column + " = :" + column;
    }

    /** Gathers the rows of one filing after the other. */
    private static final class Reading {
        private final LocalDate today;
        private final DayCount count;
        private final List<Passage> filings = new ArrayList<>();
        private List<Passage.Entered> steps = new ArrayList<>();
        private Passage.@Nullable Filed open;
        private int ended;

        Reading(LocalDate today, DayCount count) {
            this.today = today;
            this.count = count;
        }

        void row(ResultSet row) throws SQLException {
            String id = row.getString("id");
            if (open == null || !open.filing().equals(id)) {
                close();
                int year = row.getInt("year");
                open = new Passage.Filed(
                        id,
                        Filing.number(year, row.getLong("serial")),
                        row.getString("call_id"),
                        row.getString("item_code"),
                        new Text(row.getString("title_zh"), row.getString("title_en")),
                        year,
                        row.getObject("first_paid", LocalDate.class));
            }
            LocalDate on = Objects.requireNonNull(UtcColumn.read(row, "at"))
                    .atZone(TimeAutoConfiguration.SHANGHAI)
                    .toLocalDate();
            steps.add(new Passage.Entered(State.valueOf(row.getString("to_state")), on));
        }

        void close() {
            if (open != null) {
                Passage.of(open, steps, today, count).ifPresentOrElse(filings::add, () -> ended++);
                steps = new ArrayList<>();
            }
        }
    }
}
