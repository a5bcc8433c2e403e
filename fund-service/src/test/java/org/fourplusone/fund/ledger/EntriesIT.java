package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The entries by page beside the same read plainly from the tables, over stretches that are over and one that runs. */
class EntriesIT {
    private static final int POSTINGS = 3 * EntryTally.LENGTH + 500;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String TENS =
            "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL"
                    + " SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /** What a list is narrowed to. */
    private record Narrowed(
            @Nullable Integer year,
            @Nullable Line line,
            @Nullable Account account) {}

    @Test
    void pagesAreThoseOfThePlainTablesWhateverIsRemembered() throws SQLException {
        TestDatabase database = TestDatabase.fresh("entries");
        try (Connection connection = owner(database);
                Connection other = owner(database)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            JdbcClient slow = JdbcClient.create(new SingleConnectionDataSource(other, true));
            fill(jdbc);
            EntryTally tally = new EntryTally(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
            Entries entries = new Entries(jdbc, tally);
            theSameAsPlain(jdbc, entries);
            theSameAsPlain(jdbc, entries);

            long next = 4L * EntryTally.LENGTH;
            other.setAutoCommit(false);
            post(slow, next - 1, NOW.minusSeconds(60));
            post(jdbc, next, NOW.minusSeconds(59));
            theSameAsPlain(jdbc, entries);
            other.commit();
            theSameAsPlain(jdbc, entries);

            for (long minutes : List.of(0, 1, 1999, 2000, 3456, 6500, 999_999)) {
                Instant at = Instant.parse("2026-05-01T00:00:00Z").plusSeconds(60 * minutes);
                assertThat(available(tally, at).fen()).as("at %s", at).isEqualTo(plainly(jdbc, at));
            }
            assertThat(available(tally, null).fen()).isEqualTo(plainly(jdbc, NOW));

            Money before = available(tally, null);
            jdbc.sql("UPDATE entry SET amount = amount * 2 WHERE posting_id < " + EntryTally.LENGTH)
                    .update();
            assertThat(available(tally, null))
                    .as("a stretch that is over is not read again")
                    .isEqualTo(before);
            assertThat(available(new EntryTally(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)), null))
                    .isNotEqualTo(before);
        }
    }

    private static Connection owner(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword());
    }

    /** A posting a minute, the last of them hours before now; a rare account and a year of the first stretch alone. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql(
                        "INSERT INTO posting (id, posted_at, booked_on, line, budget_year, source, document, step, reference) SELECT"
                                + " n, ADDDATE('2026-05-01', INTERVAL n MINUTE), '2026-05-01', ELT(1 + n % 5, 'EXPAND_INVESTMENT',"
                                + " 'TECH_INNOVATION', 'RESTRUCTURE_LISTING', 'BRAND_BUILDING', 'OTHER'), IF(n < 700, 2025, 2026),"
                                + " 'test', 'test-1', 'TEST', n FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM "
                                + TENS + " a, " + TENS + " b, " + TENS + " c, " + TENS + " e) nth WHERE n <= "
                                + POSTINGS)
                .update();
        jdbc.sql(
                        "INSERT INTO entry (posting_id, position, line, account, amount) SELECT id, 1, line, 'AVAILABLE', -id FROM"
                                + " posting UNION ALL SELECT id, 2, line, IF(id % 1111 = 0, 'SURPLUS', 'RESERVED'), id FROM posting")
                .update();
    }

    private static void post(JdbcClient jdbc, long id, Instant at) {
        jdbc.sql("INSERT INTO posting (id, posted_at, booked_on, line, budget_year, source, document, step, reference)"
                        + " VALUES (:id, :at, '2026-06-01', 'OTHER', 2026, 'test', 'test-1', 'TEST', :id)")
                .param("id", id)
                .param("at", UtcColumn.of(at))
                .update();
        jdbc.sql(
                        "INSERT INTO entry (posting_id, position, line, account, amount) VALUES (:id, 1, 'OTHER', 'AVAILABLE', -7),"
                                + " (:id, 2, 'OTHER', 'RESERVED', 7)")
                .param("id", id)
                .update();
    }

    private static void theSameAsPlain(JdbcClient jdbc, Entries entries) {
        int all = 2 * POSTINGS;
        for (Narrowed narrowed : List.of(
                new Narrowed(null, null, null),
                new Narrowed(2026, Line.OTHER, null),
                new Narrowed(2025, null, Account.RESERVED),
                new Narrowed(null, null, Account.SURPLUS),
                new Narrowed(null, Line.TECH_INNOVATION, Account.AVAILABLE),
                new Narrowed(null, null, Account.PAID),
                new Narrowed(1999, null, null))) {
            for (Paging paging : List.of(
                    new Paging(0, 20),
                    new Paging(0, 3),
                    new Paging(1, 3),
                    new Paging(1, 200),
                    new Paging(11, 199),
                    new Paging(all / 200, 200),
                    new Paging(all, 200))) {
                Page<Entries.Entry> page =
                        entries.page(narrowed.year(), narrowed.line(), narrowed.account(), null, paging);
                assertThat(page.total()).as("%s", narrowed).isEqualTo(count(jdbc, narrowed));
                assertThat(page.items().stream()
                                .map(each -> each.posting() + " " + each.account())
                                .toList())
                        .as("%s %s", narrowed, paging)
                        .isEqualTo(rows(jdbc, narrowed, paging));
            }
        }
    }

    private static String where(Narrowed narrowed) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (narrowed.year() != null) {
            conditions.add("p.budget_year = " + narrowed.year());
        }
        if (narrowed.line() != null) {
            conditions.add("e.line = '" + narrowed.line() + "'");
        }
        if (narrowed.account() != null) {
            conditions.add("e.account = '" + narrowed.account() + "'");
        }
        return " FROM entry e JOIN posting p ON p.id = e.posting_id WHERE " + String.join(" AND ", conditions);
    }

    private static long count(JdbcClient jdbc, Narrowed narrowed) {
        return jdbc.sql("SELECT COUNT(*)" + where(narrowed)).query(Long.class).single();
    }

    private static List<String> rows(JdbcClient jdbc, Narrowed narrowed, Paging paging) {
        return jdbc.sql("SELECT CONCAT(p.id, ' ', e.account)" + where(narrowed)
                        + " ORDER BY e.posting_id DESC, e.position LIMIT " + paging.size() + " OFFSET "
                        + paging.offset())
                .query(String.class)
                .list();
    }

    private static Money available(EntryTally tally, @Nullable Instant at) {
        return tally.amounts(at).entrySet().stream()
                .filter(each -> each.getKey().account() == Account.AVAILABLE)
                .map(java.util.Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
    }

    private static long plainly(JdbcClient jdbc, Instant at) {
        return jdbc.sql("SELECT COALESCE(SUM(e.amount), 0) FROM entry e JOIN posting p ON p.id = e.posting_id"
                        + " WHERE e.account = 'AVAILABLE' AND p.posted_at <= :at")
                .param("at", UtcColumn.of(at))
                .query(Long.class)
                .single();
    }
}
