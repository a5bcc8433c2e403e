package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on a real database server, as the service's own database user. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LedgerIT {
    private static final long SEED = 20261121;
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("ledger");

    @Autowired
    Ledger ledger;

    @Autowired
    BudgetLines lines;

    @Autowired
    YearEnd yearEnd;

    @Autowired
    LedgerReport report;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "ledger");
        CLOCK.register(registry);
        CLOCK.set("2026-11-21");
    }

    @Test
    void manyCallersNeverOverspendALine() throws Exception {
        Money before = line(Line.BRAND_BUILDING).available();
        assertThat(before).isEqualTo(Money.ofYuan(6_000_000));
        Random random = new Random(SEED);
        System.out.println("seed " + SEED);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String filing = "F" + i;
            Money amount = Money.ofFen(1 + random.nextInt(5_000_000));
            calls.add(() -> reserve(Line.BRAND_BUILDING, filing, amount));
        }
        long reserved = run(calls);
        LineBalance after = line(Line.BRAND_BUILDING);
        assertThat(reserved).as("some were refused").isLessThan(400).isPositive();
        assertThat(after.available().isNegative()).isFalse();
        assertThat(after.available().plus(after.reserved())).isEqualTo(before);
        assertThat(report.verify().balanced())
                .as(report.verify().differences().toString())
                .isTrue();
        assertThat(report.verify().sum()).isEqualTo(Money.ZERO);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM posting WHERE line = 'BRAND_BUILDING' AND step = 'TEST'")
                        .query(Long.class)
                        .single())
                .isEqualTo(reserved);
    }

    /** Negative control: the same load by reading, deciding and writing overspends, and the same oracle sees it. */
    @Test
    void readingThenWritingOverspends() throws Exception {
        Money budget = line(Line.OTHER).available();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String filing = "N" + i;
            calls.add(() -> reserveNaively(filing, Money.ofYuan(1_000_000)));
        }
        long reserved = run(calls);
        transaction.executeWithoutResult(status -> {
            long spent = jdbc.sql(
                            "SELECT COALESCE(SUM(amount), 0) FROM entry WHERE line = 'OTHER' AND account = 'RESERVED'")
                    .query(Long.class)
                    .single();
            assertThat(Money.ofFen(spent)).isEqualTo(Money.ofYuan(1_000_000L * reserved));
            assertThat(Money.ofFen(spent)).as("overspent").isGreaterThan(budget);
        });
        LedgerReport.Verification caught = report.verify();
        assertThat(caught.balanced()).isFalse();
        assertThat(caught.differences()).isNotEmpty();
        takeBackNaive();
        assertThat(report.verify().balanced()).isTrue();
    }

    @Test
    void aFilingSpendsOnlyItsOwnMoney() {
        assertThat(reserve(Line.TECH_INNOVATION, "OWN", Money.ofYuan(100))).isTrue();
        assertThat(reserve(Line.TECH_INNOVATION, "OTHERS", Money.ofYuan(100))).isTrue();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> ledger.commit(
                        Line.TECH_INNOVATION, "OWN", Money.parse("100.01"), new Cause("TEST", "own-commit", null))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("MONEY_NOT_HELD"));
        transaction.executeWithoutResult(status -> {
            Cause cause = new Cause("TEST-COMMIT", "own", null);
            ledger.commit(Line.TECH_INNOVATION, "OWN", Money.ofYuan(100), cause);
            ledger.putInTransit(Line.TECH_INNOVATION, "OWN", Money.ofYuan(40), new Cause("TEST-SEND", "own", null));
            ledger.pay(Line.TECH_INNOVATION, "OWN", Money.ofYuan(40), new Cause("TEST-PAY", "own", null));
            ledger.recover(Line.TECH_INNOVATION, "OWN", Money.ofYuan(10), new Cause("TEST-RECOVER", "own", null));
            ledger.release(Line.TECH_INNOVATION, "OTHERS", Money.ofYuan(100), new Cause("TEST-RELEASE", "o", null));
        });
        assertThat(ledger.of("OWN"))
                .isEqualTo(new FilingBalance(
                        Money.ZERO, Money.ofYuan(60), Money.ZERO, Money.ofYuan(40), Money.ofYuan(10)));
        assertThat(ledger.of("OTHERS")).isEqualTo(FilingBalance.NONE);
    }

    /**
     * The year ends while filings of it are approved, committed and released: whoever loses a race is told to try again,
     * and every fen is in one of the two years.
     */
    @Test
    void aYearEndAmongMovingFilingsLosesNothing() throws Exception {
        int year = 2031;
        BudgetDocument document = new BudgetDocument("test", "test-1");
        transaction.executeWithoutResult(status -> {
            for (Line line : Line.values()) {
                lines.appropriate(year, line, Money.ofYuan(1_000), document, new Cause("TEST-2031", line.name(), null));
            }
        });
        List<Callable<Boolean>> calls = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < 240; i++) {
            String filing = "Y" + i;
            Line line = Line.values()[i % 5];
            Money amount = Money.ofFen(1 + random.nextInt(400));
            boolean released = i % 3 == 0;
            calls.add(() -> persistently(() -> ledger.reserve(year, line, filing, amount, cause("Y-RESERVE", filing)))
                    && persistently(() -> ledger.commit(line, filing, amount, cause("Y-COMMIT", filing)))
                    && (!released
                            || persistently(
                                    () -> ledger.releaseCommitted(line, filing, amount, cause("Y-RELEASE", filing)))));
        }
        calls.add(120, () -> persistently(() -> yearEnd.close(year, "test")));
        transaction.executeWithoutResult(
                status -> ledger.reserve(year, Line.OTHER, "Y-FIRST", Money.ofFen(1), cause("Y-RESERVE", "Y-FIRST")));
        assertThat(run(calls)).isEqualTo(calls.size());
        transaction.executeWithoutResult(
                status -> ledger.reserve(year, Line.OTHER, "Y-LAST", Money.ofFen(1), cause("Y-RESERVE", "Y-LAST")));
        assertThat(lines.of(year)).allMatch(LineBalance::isClosed);
        assertThat(lines.of(year)).allMatch(row -> row.budget().isZero());
        assertThat(lines.of(year + 1)).allMatch(row -> row.budget().equals(Money.ofYuan(1_000)));
        assertThat(report.verify().differences())
                .filteredOn(each -> each.contains("203"))
                .isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT p.budget_year) FROM posting p WHERE p.step = 'Y-RESERVE'")
                        .query(Integer.class)
                        .single())
                .as("approvals before and after the year end")
                .isEqualTo(2);
    }

    private static Cause cause(String step, String filing) {
        return new Cause(step, filing, null);
    }

    /** As a client does: a deadlock or a moved row is answered with "again", and the same step is asked again. */
    private boolean persistently(Runnable step) {
        for (int attempt = 1; attempt <= 200; attempt++) {
            try {
                transaction.executeWithoutResult(status -> step.run());
                return true;
            } catch (PessimisticLockingFailureException again) {
                pause();
            }
        }
        return false;
    }

    @Test
    void aStepPostsOnce() {
        Cause cause = new Cause("TEST-ONCE", "one", null);
        transaction.executeWithoutResult(
                status -> ledger.reserve(2026, Line.RESTRUCTURE_LISTING, "ONCE", Money.ofYuan(5), cause));
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> ledger.reserve(2026, Line.RESTRUCTURE_LISTING, "ONCE", Money.ofYuan(5), cause)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(ledger.of("ONCE").reserved()).isEqualTo(Money.ofYuan(5));
    }

    @Test
    void theServiceCannotChangeOrRemoveEntries() {
        for (String forbidden : List.of(
                "UPDATE entry SET amount = 1",
                "DELETE FROM entry",
                "UPDATE posting SET step = 'X'",
                "DELETE FROM posting",
                "DELETE FROM line_balance",
                "UPDATE line_balance SET available = -1 WHERE line = 'OTHER'",
                "UPDATE line_balance SET available = available + 1 WHERE line = 'OTHER'",
                "DELETE FROM filing_step",
                "UPDATE filing_step SET person = 'x'")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theFirstBudgetIsPostedOnce() {
        assertThat(lines.of(2026).stream().map(LineBalance::budget).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofYuan(60_000_000));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM posting WHERE step = 'APPROPRIATE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    private boolean reserve(Line line, String filing, Money amount) {
        try {
            transaction.executeWithoutResult(
                    status -> ledger.reserve(2026, line, filing, amount, new Cause("TEST", filing, null)));
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo("LINE_EXHAUSTED");
            assertThat(refused.properties()).containsKey("available");
            return false;
        }
    }

    private Boolean reserveNaively(String filing, Money amount) {
        return transaction.execute(status -> {
            long available = jdbc.sql("SELECT available FROM line_balance WHERE line = 'OTHER'")
                    .query(Long.class)
                    .single();
            pause();
            if (available < amount.fen()) {
                return false;
            }
            jdbc.sql(
                            "UPDATE line_balance SET available = :left, reserved = -budget - :left - committed - in_transit - paid,"
                                    + " version = version + 1 WHERE line = 'OTHER'")
                    .param("left", available - amount.fen())
                    .update();
            jdbc.sql(
                            "INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                                    + " filing_id) VALUES (NOW(6), CURRENT_DATE, 'OTHER', 2026, '-', '-', 'NAIVE', :filing, :filing)")
                    .param("filing", filing)
                    .update();
            for (int position = 1; position <= 2; position++) {
                jdbc.sql("INSERT INTO entry (posting_id, position, line, account, filing_id, amount)"
                                + " SELECT id, :position, 'OTHER', :account, :filing, :amount FROM posting"
                                + " WHERE step = 'NAIVE' AND reference = :filing")
                        .param("position", position)
                        .param("account", position == 1 ? "AVAILABLE" : "RESERVED")
                        .param("filing", filing)
                        .param("amount", position == 1 ? -amount.fen() : amount.fen())
                        .update();
            }
            return true;
        });
    }

    /** Entries are never removed: what the control did is reversed by a posting, and the row set right. */
    private void takeBackNaive() {
        transaction.executeWithoutResult(status -> {
            long spent = jdbc.sql(
                            "SELECT COALESCE(SUM(amount), 0) FROM entry WHERE line = 'OTHER' AND account = 'RESERVED'")
                    .query(Long.class)
                    .single();
            jdbc.sql("INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference)"
                            + " VALUES (NOW(6), CURRENT_DATE, 'OTHER', 2026, '-', '-', 'NAIVE', 'back')")
                    .update();
            jdbc.sql(
                            "INSERT INTO entry (posting_id, position, line, account, amount)"
                                    + " SELECT id, 1, 'OTHER', 'RESERVED', :out FROM posting WHERE step = 'NAIVE' AND reference = 'back'")
                    .param("out", -spent)
                    .update();
            jdbc.sql(
                            "INSERT INTO entry (posting_id, position, line, account, amount)"
                                    + " SELECT id, 2, 'OTHER', 'AVAILABLE', :in FROM posting WHERE step = 'NAIVE' AND reference = 'back'")
                    .param("in", spent)
                    .update();
            jdbc.sql(
                            "UPDATE line_balance SET available = -budget, reserved = 0, version = version + 1 WHERE line = 'OTHER'")
                    .update();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long run(List<Callable<Boolean>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            long done = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                done += call.get() ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private LineBalance line(Line line) {
        return lines.of(2026).stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .orElseThrow();
    }
}
