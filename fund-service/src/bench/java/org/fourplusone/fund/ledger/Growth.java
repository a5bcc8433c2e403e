package org.fourplusone.fund.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;

/** One caller's reservation in a ledger that grows, in turns with one in a ledger that stays small. */
final class Growth {
    private static final int YEAR = 2026;
    private static final int CHUNK = 100_000;
    private static final int TURNS = 3;

    private Growth() {}

    /** @param most entries that the growing ledger gets, by tens from 20,000 on */
    static void print(long most, double seconds) throws Exception {
        TestDatabase small = TestDatabase.fresh("small");
        TestDatabase growing = TestDatabase.fresh("growing");
        System.out.println("\n| entries | ms a posting, median | against a small ledger in turns |\n|---|---|---|");
        try (LedgerInstance one = new LedgerInstance(small, 1);
                LedgerInstance other = new LedgerInstance(growing, 1);
                Connection owner = DriverManager.getConnection(
                        growing.url(), growing.ownerUsername(), growing.ownerPassword())) {
            one.appropriate(YEAR, Line.OTHER, Money.ofYuan(60_000_000));
            other.appropriate(YEAR, Line.OTHER, Money.ofYuan(60_000_000));
            numbers(owner);
            double last = 1;
            measure(one, seconds);
            measure(other, seconds);
            long entries = 0;
            for (long size = 20_000; size <= most; size = size < most && size * 10 > most ? most : size * 10) {
                grow(owner, (entries + 1) / 2, size / 2);
                entries = size;
                double[] ratios = new double[TURNS];
                double[] millis = new double[TURNS];
                for (int turn = 0; turn < TURNS; turn++) {
                    double reference = measure(one, seconds);
                    millis[turn] = measure(other, seconds);
                    ratios[turn] = millis[turn] / reference;
                }
                java.util.Arrays.sort(ratios);
                java.util.Arrays.sort(millis);
                last = ratios[TURNS / 2];
                System.out.printf(Locale.ROOT, "| %,d | %.2f | %.2f |%n", size, millis[TURNS / 2], last);
            }
            System.out.println();
            Bench.goal("a posting in the largest ledger against a small one: \u2264 1.3", last, last <= 1.3);
        }
    }

    private static double measure(LedgerInstance instance, double seconds) throws Exception {
        return Callers.run(1, seconds, caller -> instance.reserveAlone(Bench.next(instance)))
                .millis(0.5);
    }

    private static void numbers(Connection owner) throws Exception {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE number (n BIGINT PRIMARY KEY)");
            statement.execute("INSERT INTO number WITH RECURSIVE s (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s"
                    + " WHERE n < 999) SELECT n FROM s");
        }
    }

    /** Postings from one number to another, each with its two entries, as reservations leave them. */
    private static void grow(Connection owner, long from, long to) throws Exception {
        try (Statement statement = owner.createStatement()) {
            for (long first = from; first < to; first += CHUNK) {
                long next = Math.min(first + CHUNK, to);
                String name = "CONCAT('A', LPAD(%d + 1000 * a.n + b.n, 12, '0'))".formatted(first);
                statement.execute("INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step,"
                        + " reference, filing_id, person) SELECT '2026-01-01', '2026-01-01', 'OTHER', 2026, 'test', 'test-1',"
                        + " 'GROW', %1$s, %1$s, 'clerk' FROM number a JOIN number b WHERE %2$d + 1000 * a.n + b.n < %3$d"
                                .formatted(name, first, next)
                        + " AND a.n < " + CHUNK / 1000 + " ORDER BY a.n, b.n");
                statement.execute("INSERT INTO entry SELECT id, 1, line, 'AVAILABLE', filing_id, -1 FROM posting WHERE step"
                        + " = 'GROW' AND reference >= 'A%1$012d' AND reference < 'A%2$012d' UNION ALL SELECT id, 2, line,"
                                .formatted(first, next)
                        + " 'RESERVED', filing_id, 1 FROM posting WHERE step = 'GROW' AND reference >= 'A%1$012d' AND"
                                .formatted(first)
                        + " reference < 'A%1$012d'".formatted(next));
            }
        }
    }
}
