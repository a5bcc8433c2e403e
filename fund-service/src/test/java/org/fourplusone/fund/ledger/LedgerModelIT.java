package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random sequences of revisions, reservations, their steps and year ends against a small model in memory: after every step
 * both accept or both refuse, every balance row equals the model, and every posting of the step sums to zero.
 */
class LedgerModelIT {
    private static final long SEED = Long.getLong("ledger.seed", 20261122);
    private static final int STEPS = Integer.getInteger("ledger.steps", 360);
    private static final int FIRST_YEAR = 2026;
    private static final BudgetDocument DOCUMENT = new BudgetDocument("model", "model-1");
    private static final Clock CLOCK = Clock.fixed(
            LocalDate.of(2026, 6, 1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai"));

    private static final TestDatabase DATABASE = TestDatabase.fresh("model");

    private final Random random = new Random(SEED);
    private final LedgerModel model = new LedgerModel(FIRST_YEAR);
    private final List<String> filings = new ArrayList<>();
    private int accepted;

    @Test
    void everyStepLeavesTheLedgerAsTheModelSays() throws SQLException {
        System.out.println("LedgerModelIT: seed " + SEED + ", " + STEPS + " steps");
        try (Connection connection =
                DriverManager.getConnection(DATABASE.url(), DATABASE.username(), DATABASE.password())) {
            Books books = new Books(connection);
            for (Line line : Line.values()) {
                books.run(0, cause -> books.lines.appropriate(FIRST_YEAR, line, Money.ofYuan(1_000), DOCUMENT, cause));
                model.add(FIRST_YEAR, line, 100_000);
            }
            for (int step = 1; step <= STEPS; step++) {
                String what = step(books, step);
                books.compare(step + ": " + what, model);
                if (step % 40 == 0) {
                    books.verify(what);
                }
            }
            books.verify("the end");
            System.out.println("LedgerModelIT: " + accepted + " accepted, years to " + model.firstOpen);
            assertThat(accepted).as("both ways are tried").isBetween(STEPS / 4, STEPS - 20);
            assertThat(model.firstOpen).isGreaterThan(FIRST_YEAR + 2);
            books.aWrongProgramIsSeen(model);
        }
    }

    private String step(Books books, int step) {
        int year = model.firstOpen;
        Line line = anyLine();
        long amount = 1 + random.nextInt(40_000);
        Money money = Money.ofFen(amount);
        int kind = step % 70 == 0 ? 99 : random.nextInt(20);
        String filing = filings.isEmpty() ? null : filings.get(random.nextInt(filings.size()));
        if (filing == null || kind <= 4) {
            if (kind == 4 && step > 1) {
                Line to = Line.values()[(line.ordinal() + 1 + random.nextInt(4)) % 5];
                return both(
                        "move",
                        model.move(year, line, to, amount),
                        books.run(step, cause -> books.lines.move(year, line, to, money, DOCUMENT, cause)));
            }
            String opened = "M" + step;
            int policyYear = FIRST_YEAR + random.nextInt(year - FIRST_YEAR + 1);
            boolean expected = model.reserve(policyYear, line, opened, amount);
            if (expected) {
                filings.add(opened);
            }
            return both(
                    "reserve",
                    expected,
                    books.run(step, cause -> books.ledger.reserve(policyYear, line, opened, money, cause)));
        }
        Line its = model.of(filing).line;
        return switch (kind) {
            case 5, 6, 7 ->
                both(
                        "commit",
                        model.step(filing, Account.RESERVED, Account.COMMITTED, amount),
                        books.run(step, cause -> books.ledger.commit(its, filing, money, cause)));
            case 8, 9, 10 ->
                both(
                        "send",
                        model.step(filing, Account.COMMITTED, Account.IN_TRANSIT, amount),
                        books.run(step, cause -> books.ledger.putInTransit(its, filing, money, cause)));
            case 11, 12 ->
                both(
                        "pay",
                        model.step(filing, Account.IN_TRANSIT, Account.PAID, amount),
                        books.run(step, cause -> books.ledger.pay(its, filing, money, cause)));
            case 13 ->
                both(
                        "fail",
                        model.step(filing, Account.IN_TRANSIT, Account.COMMITTED, amount),
                        books.run(step, cause -> books.ledger.returnToCommitted(its, filing, money, cause)));
            case 14 ->
                both(
                        "take back",
                        model.takeBack(filing, amount / 8 + 1),
                        books.run(
                                step, cause -> books.ledger.takeBack(its, filing, Money.ofFen(amount / 8 + 1), cause)));
            case 15 ->
                both(
                        "release",
                        model.step(filing, Account.RESERVED, Account.AVAILABLE, amount),
                        books.run(step, cause -> books.ledger.release(its, filing, money, cause)));
            case 16 ->
                both(
                        "revoke",
                        model.step(filing, Account.COMMITTED, Account.AVAILABLE, amount),
                        books.run(step, cause -> books.ledger.releaseCommitted(its, filing, money, cause)));
            case 17 ->
                both(
                        "recover",
                        model.recover(filing, amount / 4 + 1),
                        books.run(
                                step, cause -> books.ledger.recover(its, filing, Money.ofFen(amount / 4 + 1), cause)));
            case 18 ->
                both(
                        "take away",
                        model.take(year, line, amount),
                        books.run(step, cause -> books.lines.takeAway(year, line, money, DOCUMENT, cause)));
            case 19 -> giveOrReturn(books, step, year, line, its, amount);
            default -> {
                model.close();
                yield both("close " + year, true, books.run(step, cause -> books.yearEnd.close(year, "model")));
            }
        };
    }

    private String giveOrReturn(Books books, int step, int year, Line line, Line its, long amount) {
        if (random.nextBoolean()) {
            model.add(year, line, amount);
            return both(
                    "add",
                    true,
                    books.run(
                            step, cause -> books.lines.appropriate(year, line, Money.ofFen(amount), DOCUMENT, cause)));
        }
        int paidYear = FIRST_YEAR + random.nextInt(year - FIRST_YEAR + 1);
        long part = amount / 8 + 1;
        return both(
                "return",
                model.giveBack(paidYear, year, its, part),
                books.run(
                        step,
                        cause -> books.lines.returnRecovered(paidYear, year, its, Money.ofFen(part), DOCUMENT, cause)));
    }

    private String both(String what, boolean expected, boolean done) {
        assertThat(done).as(what).isEqualTo(expected);
        accepted += done ? 1 : 0;
        return what;
    }

    private Line anyLine() {
        return Line.values()[random.nextInt(5)];
    }

    /** The real ledger on a connection of the service's own database user. */
    private static final class Books {
        final JdbcClient jdbc;
        final TransactionTemplate transaction;
        final Ledger ledger;
        final BudgetLines lines;
        final YearEnd yearEnd;
        final LedgerPortions whole;
        final LedgerPortions small;
        final LedgerReport report;
        private long seen;

        Books(Connection connection) {
            SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
            this.jdbc = JdbcClient.create(source);
            this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            JdbcTemplate batches = new JdbcTemplate(source);
            Balances balances = new Balances(jdbc, batches);
            Postings postings = new Postings(jdbc, batches, CLOCK);
            this.ledger = new Ledger(balances, postings);
            this.lines = new BudgetLines(balances, postings, CLOCK);
            this.yearEnd = new YearEnd(jdbc, balances, postings, CLOCK);
            this.whole = new LedgerPortions(jdbc);
            this.small = new LedgerPortions(jdbc, 3, 2);
            this.report = new LedgerReport(jdbc, new EntryTally(jdbc, CLOCK), whole);
        }

        boolean run(int step, java.util.function.Consumer<Cause> work) {
            Cause cause = new Cause("MODEL", step + "-" + System.nanoTime(), null);
            try {
                transaction.executeWithoutResult(status -> work.accept(cause));
                return true;
            } catch (Problem refused) {
                assertThat(refused.code()).isIn("LINE_EXHAUSTED", "MONEY_NOT_HELD", "RECOVERED_LESS");
                return false;
            }
        }

        void compare(String step, LedgerModel model) {
            for (LineBalance row : lines.all()) {
                LedgerModel.Purse purse = model.line(row.budgetYear(), row.line());
                for (Account account : Account.values()) {
                    assertThat(row.of(account).fen())
                            .as("%s: %s %d %s", step, row.line(), row.budgetYear(), account)
                            .isEqualTo(purse.of(account));
                }
                assertThat(row.available().isNegative()).as(step).isFalse();
            }
            List<Long> unbalanced = jdbc.sql("SELECT posting_id FROM entry WHERE posting_id > :seen GROUP BY posting_id"
                            + " HAVING SUM(amount) <> 0")
                    .param("seen", seen)
                    .query(Long.class)
                    .list();
            assertThat(unbalanced).as(step).isEmpty();
            seen = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM posting")
                    .query(Long.class)
                    .single();
            model.filings.forEach((filing, money) -> {
                if (money.years.containsKey(model.firstOpen)) {
                    FilingBalance held = ledger.of(filing);
                    assertThat(held.reserved().fen()).as(step).isEqualTo(money.total(Account.RESERVED));
                    assertThat(held.committed().fen()).as(step).isEqualTo(money.total(Account.COMMITTED));
                    assertThat(held.paid().fen()).as(step).isEqualTo(money.total(Account.PAID));
                }
            });
        }

        void verify(String step) {
            LedgerReport.Verification proof = report.verify();
            assertThat(proof.differences()).as(step).isEmpty();
            assertThat(proof.sum()).isEqualTo(Money.ZERO);
            assertThat(proof.balanced()).isTrue();
            LedgerPortions.Added added = small.add();
            assertThat(added).as(step + " in small portions").isEqualTo(whole.add());
            assertThat(added.postings()).isEqualTo(proof.postings());
            assertThat(small.filingDifferences())
                    .as(step + " in small portions")
                    .isEmpty();
        }

        /** Negative control: what no constraint forbids, a shift without entries and a lopsided posting, the oracles see. */
        void aWrongProgramIsSeen(LedgerModel model) {
            lines.appropriate(
                    model.firstOpen, Line.OTHER, Money.ofYuan(1), DOCUMENT, new Cause("MODEL", "control", null));
            model.add(model.firstOpen, Line.OTHER, 100);
            compare("before the control", model);
            jdbc.sql("UPDATE line_balance SET available = available - 1, reserved = reserved + 1 WHERE line = 'OTHER'"
                            + " AND budget_year = :year")
                    .param("year", model.firstOpen)
                    .update();
            jdbc.sql(
                            "INSERT INTO entry (posting_id, position, line, account, amount) SELECT MAX(id), 9, 'OTHER', 'PAID', 7"
                                    + " FROM posting WHERE line = 'OTHER'")
                    .update();
            List<String> filings = jdbc.sql("SELECT filing_id FROM filing_balance ORDER BY filing_id")
                    .query(String.class)
                    .list();
            for (String each : List.of(filings.get(0), filings.get(filings.size() - 1))) {
                jdbc.sql("UPDATE filing_balance SET reserved = reserved + 1 WHERE filing_id = :filing")
                        .param("filing", each)
                        .update();
                assertThat(small.filingDifferences()).anyMatch(difference -> difference.startsWith("filing " + each));
            }
            assertThat(small.add().differences()).isEqualTo(whole.add().differences());
            assertThat(report.verify().balanced()).isFalse();
            assertThat(report.verify().differences())
                    .anyMatch(difference -> difference.contains("OTHER") && difference.contains("AVAILABLE"))
                    .anyMatch(difference -> difference.contains("hold different amounts"))
                    .anyMatch(difference -> difference.startsWith("posting ") && difference.endsWith(": 0.07"));
            assertThatThrownBy(() -> compare("control", model)).isInstanceOf(AssertionError.class);
            List<LineBalance> before = lines.all();
            assertThatThrownBy(
                            () -> transaction.executeWithoutResult(status -> yearEnd.close(model.firstOpen, "control")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("LEDGER_DIFFERS"));
            assertThat(lines.all())
                    .as("a year end that fails half-way leaves nothing")
                    .isEqualTo(before);
        }
    }
}
