package org.fourplusone.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the whole ledger in portions, so that no statement takes long however large it is; within the caller's snapshot. */
@Component
class LedgerPortions {
    private static final int MOST_TOLD = 100;
    /** After every filing's id. */
    private static final String LAST = "~";

    private static final String HELD = "SELECT e.filing_id, p.budget_year,"
            + " SUM(CASE e.account WHEN 'RESERVED' THEN e.amount ELSE 0 END) AS reserved,"
            + " SUM(CASE e.account WHEN 'COMMITTED' THEN e.amount ELSE 0 END) AS committed,"
            + " SUM(CASE e.account WHEN 'IN_TRANSIT' THEN e.amount ELSE 0 END) AS in_transit,"
            + " SUM(CASE e.account WHEN 'PAID' THEN e.amount ELSE 0 END) AS paid,"
            + " SUM(CASE e.account WHEN 'RECOVERED' THEN e.amount ELSE 0 END) AS recovered"
            + " FROM posting p JOIN entry e ON e.posting_id = p.id WHERE %s GROUP BY e.filing_id, p.budget_year";

    /** What all entries come to, and which postings are wrong in themselves. */
    record Added(long postings, long entries, Map<EntryTally.Kind, Money> sums, List<String> differences) {}

    private record Place(String filing, int year) {}

    /** In fen. */
    private record Held(long reserved, long committed, long inTransit, long paid, long recovered) {
        static final Held NOTHING = new Held(0, 0, 0, 0, 0);

        static Held of(ResultSet row) throws SQLException {
            return new Held(
                    row.getLong("reserved"),
                    row.getLong("committed"),
                    row.getLong("in_transit"),
                    row.getLong("paid"),
                    row.getLong("recovered"));
        }

        Held plus(Held more) {
            return new Held(
                    reserved + more.reserved,
                    committed + more.committed,
                    inTransit + more.inTransit,
                    paid + more.paid,
                    recovered + more.recovered);
        }
    }

    private final JdbcClient jdbc;
    private final int postings;
    private final int filings;

    @Autowired
    LedgerPortions(JdbcClient jdbc) {
        this(jdbc, 20_000, 5_000);
    }

    /** With portions of so many postings and filings. */
    LedgerPortions(JdbcClient jdbc, int postings, int filings) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.filings = filings;
    }

    /** Straight from the entries, whatever the tally remembers. */
    Added add() {
        long newest = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM posting")
                .query(Long.class)
                .single();
        long[] counts = new long[2];
        Map<EntryTally.Kind, Money> sums = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (long after = 0; after < newest; after += postings) {
            Map<String, Long> portion = Map.of("after", after, "upTo", after + postings);
            counts[0] += jdbc.sql("SELECT COUNT(*) FROM posting WHERE id > :after AND id <= :upTo")
                    .params(portion)
                    .query(Long.class)
                    .single();
            jdbc.sql("SELECT p.budget_year, e.line, e.account, SUM(e.amount), COUNT(*) FROM entry e JOIN posting p"
                            + " ON p.id = e.posting_id WHERE e.posting_id > :after AND e.posting_id <= :upTo"
                            + " GROUP BY p.budget_year, e.line, e.account")
                    .params(portion)
                    .query(row -> {
                        EntryTally.Kind kind = new EntryTally.Kind(
                                row.getInt(1), Line.valueOf(row.getString(2)), Account.valueOf(row.getString(3)));
                        sums.merge(kind, Money.ofFen(row.getLong(4)), Money::plus);
                        counts[1] += row.getLong(5);
                    });
            if (differences.size() < MOST_TOLD) {
                differences.addAll(wrong(portion));
            }
        }
        return new Added(counts[0], counts[1], sums, differences);
    }

    private List<String> wrong(Map<String, Long> portion) {
        List<String> wrong =
                new ArrayList<>(jdbc.sql("SELECT posting_id, SUM(amount) FROM entry WHERE posting_id > :after"
                                + " AND posting_id <= :upTo GROUP BY posting_id HAVING SUM(amount) <> 0 LIMIT "
                                + MOST_TOLD)
                        .params(portion)
                        .query((row, number) -> "posting %d: %s".formatted(row.getLong(1), Money.ofFen(row.getLong(2))))
                        .list());
        jdbc.sql("SELECT DISTINCT p.id FROM posting p LEFT JOIN entry e ON e.posting_id = p.id WHERE p.id > :after"
                        + " AND p.id <= :upTo AND (e.posting_id IS NULL OR e.line <> p.line"
                        + " OR p.filing_id IS NOT NULL AND NOT e.filing_id <=> p.filing_id) LIMIT " + MOST_TOLD)
                .params(portion)
                .query(Long.class)
                .list()
                .forEach(id -> wrong.add("posting %d: no entries, or of another line or filing".formatted(id)));
        return wrong;
    }

    /** The filings whose balance is not the sum of their entries. */
    List<String> filingDifferences() {
        Map<Place, Held> carried = held("p.filing_id IS NULL AND e.filing_id IS NOT NULL", Map.of());
        List<String> differences = new ArrayList<>();
        String after = "";
        while (!after.equals(LAST) && differences.size() < MOST_TOLD) {
            String upTo = jdbc.sql("SELECT filing_id FROM filing_balance WHERE filing_id > :after ORDER BY filing_id"
                            + " LIMIT 1 OFFSET " + (filings - 1))
                    .param("after", after)
                    .query(String.class)
                    .optional()
                    .orElse(LAST);
            Map<String, String> portion = Map.of("after", after, "upTo", upTo);
            Map<Place, Held> entries =
                    held("p.filing_id > :after AND p.filing_id <= :upTo AND e.filing_id = p.filing_id", portion);
            jdbc.sql("SELECT * FROM filing_balance WHERE filing_id > :after AND filing_id <= :upTo"
                            + " ORDER BY filing_id, budget_year")
                    .params(portion)
                    .query(row -> {
                        Place place = new Place(row.getString("filing_id"), row.getInt("budget_year"));
                        boolean hasEntries = entries.containsKey(place) || carried.containsKey(place);
                        Held sum = entries.getOrDefault(place, Held.NOTHING)
                                .plus(carried.getOrDefault(place, Held.NOTHING));
                        if (!hasEntries || !Held.of(row).equals(sum)) {
                            differences.add("filing %s in %d: its balance is not the sum of its entries"
                                    .formatted(place.filing, place.year));
                        }
                    });
            after = upTo;
        }
        return differences;
    }

    private Map<Place, Held> held(String which, Map<String, String> values) {
        Map<Place, Held> held = new HashMap<>();
        jdbc.sql(HELD.formatted(which)).params(values).query(row -> {
            held.put(new Place(row.getString(1), row.getInt(2)), Held.of(row));
        });
        return held;
    }
}
