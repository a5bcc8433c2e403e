package org.fourplusone.fund.timeliness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.State;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the states that filings entered, and when they were first paid. Drafts have no history. */
@Component
class Histories {
    /** @param steps the states it entered, in order */
    record History(Passage.Filed filed, List<Passage.Entered> steps) {}

    private static final int FILINGS = 1_000;
    private static final String STEPS =
            "SELECT f.id, f.year, f.serial, f.call_id, f.item_code, f.title_zh, f.title_en, s.at, s.to_state,"
                    + " (SELECT MIN(i.paid_on) FROM instalment i WHERE i.filing_id = f.id) AS first_paid"
                    + " FROM filing f JOIN filing_step s ON s.filing_id = f.id"
                    + " WHERE s.to_state IS NOT NULL AND f.state <> 'DRAFT' AND ";
    private static final String ORDER = " ORDER BY f.serial, s.position";

    private final JdbcClient jdbc;
    // What many filings have in common is in memory once.
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Map<Text, Text> titles = new ConcurrentHashMap<>();
    private final Map<Passage.Entered, Passage.Entered> entries = new ConcurrentHashMap<>();

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the newest step of all. */
    long newestStep() {
        return jdbc.sql("SELECT COALESCE(MAX(position), 0) FROM filing_step")
                .query(Long.class)
                .single();
    }

    /** The filings of which something was written down after a step; a payment is, too. */
    List<String> changedAfter(long step) {
        return jdbc.sql("SELECT DISTINCT filing_id FROM filing_step WHERE position > :step")
                .param("step", step)
                .query(String.class)
                .list();
    }

    /** All, in bounded portions. */
    void all(Consumer<History> each) {
        long newest = jdbc.sql("SELECT COALESCE(MAX(serial), 0) FROM filing")
                .query(Long.class)
                .single();
        for (long after = 0; after < newest; after += FILINGS) {
            read("f.serial > :after AND f.serial <= :upTo", Map.of("after", after, "upTo", after + FILINGS), each);
        }
    }

    void of(List<String> filings, Consumer<History> each) {
        for (int from = 0; from < filings.size(); from += FILINGS) {
            read(
                    "f.id IN (:ids)",
                    Map.of("ids", filings.subList(from, Math.min(from + FILINGS, filings.size()))),
                    each);
        }
    }

    private void read(String which, Map<String, ?> values, Consumer<History> each) {
        Reading reading = new Reading(each);
        jdbc.sql(STEPS + which + ORDER).params(values).query(reading::row);
        reading.close();
    }

    /** Gathers the rows of one filing after the other. */
    private final class Reading {
        private final Consumer<History> each;
        private List<Passage.Entered> steps = new ArrayList<>();
        private Passage.@Nullable Filed open;

        Reading(Consumer<History> each) {
            this.each = each;
        }

        void row(ResultSet row) throws SQLException {
            String id = row.getString("id");
            if (open == null || !open.filing().equals(id)) {
                close();
                int year = row.getInt("year");
                open = new Passage.Filed(
                        id,
                        Filing.number(year, row.getLong("serial")),
                        codes.computeIfAbsent(row.getString("call_id"), Function.identity()),
                        codes.computeIfAbsent(row.getString("item_code"), Function.identity()),
                        titles.computeIfAbsent(
                                new Text(row.getString("title_zh"), row.getString("title_en")), Function.identity()),
                        year,
                        row.getObject("first_paid", LocalDate.class));
            }
            LocalDate on = Objects.requireNonNull(UtcColumn.read(row, "at"))
                    .atZone(TimeAutoConfiguration.SHANGHAI)
                    .toLocalDate();
            steps.add(entries.computeIfAbsent(
                    new Passage.Entered(State.valueOf(row.getString("to_state")), on), Function.identity()));
        }

        void close() {
            if (open != null) {
                each.accept(new History(open, List.copyOf(steps)));
                steps = new ArrayList<>();
            }
        }
    }
}
