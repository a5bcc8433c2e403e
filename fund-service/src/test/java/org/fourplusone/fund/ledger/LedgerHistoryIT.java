package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Concurrent ledger transactions of two instances, each recorded with the versions of the balance rows that it saw and
 * left: the whole history must be serializable. 100,000 of them: {@code -Dit.test=LedgerHistoryIT -Dledger.transactions=100000}.
 */
class LedgerHistoryIT {
    private static final long SEED = Long.getLong("ledger.seed", 20261122);
    private static final int TRANSACTIONS = Integer.getInteger("ledger.transactions", 2_000);
    private static final int CALLERS = 16;
    private static final int YEAR = 2041;
    private static final int CONTROL_YEAR = 2042;
    private static final TestDatabase DATABASE = TestDatabase.schema("hotline");

    private final History history = new History();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void concurrentTransactionsCouldHaveComeOneByOne() throws Exception {
        System.out.println("LedgerHistoryIT: seed " + SEED + ", " + TRANSACTIONS + " transactions");
        try (LedgerInstance one = new LedgerInstance(DATABASE, CALLERS / 2);
                LedgerInstance other = new LedgerInstance(DATABASE, CALLERS / 2)) {
            for (Line line : Line.values()) {
                one.appropriate(YEAR, line, Money.ofYuan(1_000_000));
            }
            run(caller -> work(caller % 2 == 0 ? one : other, new Random(SEED + caller)));

            assertThat(history.inCircles()).as("transactions in circles").isZero();
            assertThat(history.transactions()).isBetween(TRANSACTIONS, TRANSACTIONS + CALLERS);
            assertThat(one.verify().differences()).isEmpty();
            assertThat(one.verify().sum()).isEqualTo(Money.ZERO);
            System.out.println("LedgerHistoryIT: " + history.transactions() + " transactions, 0 in circles, "
                    + refused.get() + " deadlocks retried");
            theNaiveControlIsCaught(one);
        }
    }

    /** Reads, decides and writes what it computed: two that read the same version stand in a circle. */
    private void theNaiveControlIsCaught(LedgerInstance instance) throws Exception {
        instance.appropriate(CONTROL_YEAR, Line.OTHER, Money.ofYuan(1_000));
        History naive = new History();
        run(caller -> {
            for (int i = 0; i < 5; i++) {
                instance.transaction.executeWithoutResult(status -> {
                    LineBalance row = instance.line(CONTROL_YEAR, Line.OTHER);
                    pause();
                    instance.jdbc
                            .sql("UPDATE line_balance SET available = :left, reserved = :more, version = :next"
                                    + " WHERE line = 'OTHER' AND budget_year = :year")
                            .param("left", row.available().fen() - 1)
                            .param("more", row.reserved().fen() + 1)
                            .param("next", row.version() + 1)
                            .param("year", CONTROL_YEAR)
                            .update();
                    naive.add(Map.of(Line.OTHER, row.version()), true);
                });
            }
            return true;
        });
        assertThat(naive.inCircles()).as("the control's circles").isPositive();
        instance.jdbc
                .sql("UPDATE line_balance SET available = -budget, reserved = 0 WHERE line = 'OTHER'"
                        + " AND budget_year = :year")
                .param("year", CONTROL_YEAR)
                .update();
    }

    private boolean work(LedgerInstance instance, Random random) {
        TransactionTemplate reading = new TransactionTemplate(instance.transaction.getTransactionManager());
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        String held = null;
        Line itsLine = Line.OTHER;
        while (history.transactions() < TRANSACTIONS) {
            Line line = Line.values()[random.nextInt(5)];
            String filing = "H" + names.incrementAndGet();
            Money amount = Money.ofFen(1 + random.nextInt(500));
            switch (random.nextInt(6)) {
                case 0 -> recorded(reading, false, () -> versions(instance, List.of(Line.values())));
                case 1 -> {
                    Line to = Line.values()[(line.ordinal() + 1 + random.nextInt(4)) % 5];
                    recorded(instance.transaction, true, () -> {
                        instance.lines.move(
                                YEAR, line, to, amount, new BudgetDocument("test", "t"), cause("MOVE", filing));
                        return seen(instance, line, to);
                    });
                }
                case 2 ->
                    recorded(instance.transaction, true, () -> {
                        Line next = Line.values()[(line.ordinal() + 1) % 5];
                        instance.group.write(
                                () -> List.of(
                                        instance.reservation(YEAR, line, filing, amount),
                                        instance.reservation(YEAR, next, filing + "n", amount),
                                        instance.reservation(YEAR, line, filing + "o", amount)),
                                refused -> {});
                        return seen(instance, line, next);
                    });
                default -> {
                    if (held == null) {
                        recorded(instance.transaction, true, () -> {
                            instance.ledger.reserve(YEAR, line, filing, amount, cause("RESERVE", filing));
                            return seen(instance, line);
                        });
                        held = filing;
                        itsLine = line;
                    } else {
                        String mine = held;
                        Line its = itsLine;
                        boolean isReleased = random.nextBoolean();
                        recorded(instance.transaction, true, () -> {
                            Money all = instance.ledger.of(mine).reserved();
                            if (isReleased) {
                                instance.ledger.release(its, mine, all, cause("RELEASE", mine));
                            } else {
                                instance.ledger.commit(its, mine, all, cause("COMMIT", mine));
                            }
                            return seen(instance, its);
                        });
                        held = null;
                    }
                }
            }
        }
        return true;
    }

    /** Runs it until it commits; only then it is history. */
    private void recorded(TransactionTemplate transaction, boolean isChanged, Supplier<Map<Line, Long>> work) {
        while (true) {
            try {
                Map<Line, Long> seen = transaction.execute(status -> work.get());
                history.add(java.util.Objects.requireNonNull(seen), isChanged);
                return;
            } catch (PessimisticLockingFailureException again) {
                refused.incrementAndGet();
            }
        }
    }

    /** The versions before this transaction's own change, which counted each of its rows up by one. */
    private static Map<Line, Long> seen(LedgerInstance instance, Line... lines) {
        Map<Line, Long> seen = versions(instance, List.of(lines));
        seen.replaceAll((line, version) -> version - 1);
        return seen;
    }

    /** Row by row: in a snapshot they belong together all the same. */
    private static Map<Line, Long> versions(LedgerInstance instance, List<Line> lines) {
        Map<Line, Long> versions = new EnumMap<>(Line.class);
        for (Line line : lines) {
            versions.put(
                    line,
                    instance.jdbc
                            .sql("SELECT version FROM line_balance WHERE line = :line AND budget_year = :year")
                            .param("line", line.name())
                            .param("year", YEAR)
                            .query(Long.class)
                            .single());
        }
        return versions;
    }

    private static Cause cause(String step, String reference) {
        return new Cause(step, reference, null);
    }

    private static void pause() {
        try {
            Thread.sleep(3);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Caller {
        boolean work(int number);
    }

    private static void run(Caller caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                calls.add(() -> caller.work(number));
            }
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
