package org.fourplusone.fund.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;

/**
 * Durable reservations of 32 callers on one line: each in a transaction of its own, and through the queue, with the same
 * rows; beside them the server's own single inserts. Then the cost of a posting as the ledger grows. On a real server with
 * durable commits; what is compared is measured in turns.
 */
public final class Bench {
    private static final int CALLERS = 32;
    private static final int YEAR = 2026;
    private static final double WARM_UP_SECONDS = 15;
    private static final AtomicLong NAMES = new AtomicLong();

    private Bench() {}

    /** @param arguments {@code short} or {@code long} */
    public static void main(String[] arguments) throws Exception {
        boolean isLong = arguments.length > 0 && arguments[0].equals("long");
        hotLine(isLong ? 7 : 3, isLong ? 10 : 4);
        Growth.print(isLong ? 10_000_000 : 200_000, isLong ? 5 : 2);
        System.exit(0);
    }

    private record Round(Callers.Measured alone, Callers.Measured queued, Callers.Measured inserts) {}

    private static void hotLine(int rounds, double seconds) throws Exception {
        TestDatabase database = TestDatabase.fresh("hot");
        List<Connection> inserting = inserting(database);
        List<PreparedStatement> inserts = new ArrayList<>();
        for (Connection each : inserting) {
            inserts.add(each.prepareStatement("INSERT INTO single_insert (amount) VALUES (1)"));
        }
        List<Round> all = new ArrayList<>();
        try (LedgerInstance instance = new LedgerInstance(database, CALLERS)) {
            instance.appropriate(YEAR, Line.OTHER, Money.ofYuan(60_000_000));
            for (int round = 0; round <= rounds; round++) {
                double time = round == 0 ? WARM_UP_SECONDS : seconds;
                Round measured = new Round(
                        Callers.run(CALLERS, time, caller -> instance.reserveAlone(next(instance))),
                        Callers.run(CALLERS, time, caller -> instance.queue.reserve(next(instance))),
                        Callers.run(CALLERS, time, caller -> inserts.get(caller).executeUpdate()));
                if (round > 0) {
                    all.add(measured);
                }
            }
            proof(instance);
        }
        for (Connection each : inserting) {
            each.close();
        }
        print(all, rounds, seconds);
    }

    static Reservation next(LedgerInstance instance) {
        return instance.reservation(YEAR, Line.OTHER, "B%012d".formatted(NAMES.incrementAndGet()), Money.ofFen(1));
    }

    private static void proof(LedgerInstance instance) {
        LedgerReport.Verification proof = instance.verify();
        Money reserved = instance.line(YEAR, Line.OTHER).reserved();
        if (!proof.balanced() || reserved.fen() != NAMES.get()) {
            throw new IllegalStateException("the ledger differs: " + proof.differences() + ", " + reserved);
        }
    }

    private static List<Connection> inserting(TestDatabase database) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            connections.add(
                    DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword()));
        }
        try (Statement statement = connections.get(0).createStatement()) {
            statement.execute(
                    "CREATE TABLE single_insert (id BIGINT AUTO_INCREMENT PRIMARY KEY, amount BIGINT NOT NULL)");
        }
        return connections;
    }

    private static void print(List<Round> rounds, int count, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%nJDK %s, %d processors, load %.1f, %d callers on one line, medians of %d rounds of %.0f s%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                CALLERS,
                count,
                seconds);
        System.out.println("| form | per second | median ms | 99 % ms |\n|---|---|---|---|");
        row("one transaction per reservation", rounds, Round::alone);
        row("queued, one transaction per group", rounds, Round::queued);
        row("single inserts, each committed", rounds, Round::inserts);
        double naive = median(rounds, each -> each.queued.perSecond() / each.alone.perSecond());
        double server = median(rounds, each -> each.queued.perSecond() / each.inserts.perSecond());
        double tail = median(rounds, each -> each.queued.millis(0.99) / each.alone.millis(0.5));
        System.out.println("\n| goal | ratio | |\n|---|---|---|");
        goal("queued against one transaction each: \u2265 8", naive, naive >= 8);
        goal("queued against single inserts: \u2265 1", server, server >= 1);
        goal("99 % of queued against the median of one transaction each: < 1", tail, tail < 1);
    }

    private static void row(
            String form, List<Round> rounds, java.util.function.Function<Round, Callers.Measured> measured) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f |%n",
                form,
                median(rounds, each -> measured.apply(each).perSecond()),
                median(rounds, each -> measured.apply(each).millis(0.5)),
                median(rounds, each -> measured.apply(each).millis(0.99)));
    }

    static void goal(String goal, double ratio, boolean isMet) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %s |%n", goal, ratio, isMet ? "met" : "MISSED");
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return rounds.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(rounds.size() / 2);
    }
}
