package org.fourplusone.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The queue of two instances on one database: nobody overspends, everybody has the own outcome, once. */
class ReservationQueueIT {
    private static final long SEED = 20261122;
    private static final int YEAR = 2026;
    private static final TestDatabase DATABASE = TestDatabase.schema("hotline");
    private static final LedgerInstance ONE = new LedgerInstance(DATABASE, 6);
    private static final LedgerInstance OTHER = new LedgerInstance(DATABASE, 6);

    private static final String ACCEPTED = "reserved";

    @BeforeAll
    static void budget() {
        ONE.appropriate(YEAR, Line.TECH_INNOVATION, Money.ofYuan(10_000));
        ONE.appropriate(YEAR, Line.OTHER, Money.ofYuan(1_000));
        ONE.appropriate(YEAR, Line.BRAND_BUILDING, Money.ofYuan(1_000));
    }

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void twoInstancesExhaustALineToTheLastThatFits() throws Exception {
        System.out.println("ReservationQueueIT: seed " + SEED);
        Random random = new Random(SEED);
        List<Reservation> asked = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            asked.add(ONE.reservation(YEAR, Line.TECH_INNOVATION, "Q" + i, Money.ofFen(1 + random.nextInt(4_000))));
        }
        List<String> outcomes = together(asked, ONE, OTHER);

        Money reserved = IntStream.range(0, asked.size())
                .filter(i -> outcomes.get(i).equals(ACCEPTED))
                .mapToObj(i -> asked.get(i).amount())
                .reduce(Money.ZERO, Money::plus);
        LineBalance after = ONE.line(YEAR, Line.TECH_INNOVATION);
        assertThat(after.reserved()).as("the sum of what callers were told").isEqualTo(reserved);
        assertThat(after.available()).isEqualTo(Money.ofYuan(10_000).minus(reserved));
        Money least = IntStream.range(0, asked.size())
                .filter(i -> outcomes.get(i).equals("LINE_EXHAUSTED"))
                .mapToObj(i -> asked.get(i).amount())
                .reduce(Money::min)
                .orElseThrow();
        assertThat(after.available()).as("nobody who fits was refused").isLessThan(least);
        long accepted = outcomes.stream().filter(ACCEPTED::equals).count();
        for (String rows : List.of(
                "posting WHERE step = 'FIRST_COME' AND filing_id LIKE 'Q%'",
                "filing_balance WHERE filing_id LIKE 'Q%'",
                "audit_record WHERE case_id LIKE 'Q%'",
                "idempotency_key WHERE idempotency_key LIKE 'key-Q%'")) {
            assertThat(count(rows)).as(rows).isEqualTo(accepted);
        }
        assertThat(count("entry WHERE filing_id LIKE 'Q%'")).isEqualTo(2 * accepted);
        assertThat(ONE.verify().differences()).isEmpty();
        assertThat(ONE.verify().sum()).isEqualTo(Money.ZERO);
        assertThat(ONE.audit.verify("Q0")).isEmpty();
    }

    @Test
    void whoComesFirstIsServedFirstInsideAGroup() {
        ReservationGroup group = ONE.group;
        List<Reservation> asked = IntStream.of(400, 500, 300, 100, 1)
                .mapToObj(yuan -> ONE.reservation(YEAR, Line.OTHER, "F" + yuan, Money.ofYuan(yuan)))
                .toList();
        Map<Reservation, Problem> refused = new IdentityHashMap<>();
        group.write(() -> asked, refused::putAll);
        assertThat(asked.stream().filter(refused::containsKey).map(Reservation::filing))
                .containsExactly("F300", "F1");
        assertThat(refused.get(asked.get(2)).properties()).containsEntry("available", Money.ofYuan(100));
        assertThat(refused.get(asked.get(4)).properties()).containsEntry("available", Money.ZERO);
        assertThat(ONE.jdbc
                        .sql(
                                "SELECT filing_id FROM posting WHERE step = 'FIRST_COME' AND filing_id LIKE 'F%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("F400", "F500", "F100");
    }

    /** One caller's rows that the database refuses hurt nobody who waits with it; a retry has no second effect. */
    @Test
    void aBrokenOrRepeatedRequestHurtsNobodyElse() throws Exception {
        Reservation first = ONE.reservation(YEAR, Line.BRAND_BUILDING, "R1", Money.ofYuan(1));
        ONE.queue.reserve(first);
        Reservation again = ONE.reservation(YEAR, Line.BRAND_BUILDING, "R1", Money.ofYuan(1));
        Reservation otherKey = new Reservation(
                again.policyYear(),
                again.line(),
                "R1",
                again.amount(),
                again.cause(),
                again.trail(),
                ONE.reservation(YEAR, Line.BRAND_BUILDING, "R2", Money.ofYuan(1))
                        .request());
        byte[] changed = new byte[32];
        changed[0] = 1;
        Reservation otherRequest = new Reservation(
                again.policyYear(),
                again.line(),
                "R3",
                again.amount(),
                new Cause("FIRST_COME", "R3", null),
                again.trail(),
                new org.fourplusone.starter.idempotency.IdempotencyKeys.Answered(
                        "clerk", "key-R1", changed, new byte[0]));
        List<Reservation> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            asked.add(ONE.reservation(YEAR, Line.BRAND_BUILDING, "B" + i, Money.ofYuan(1)));
        }
        asked.add(20, again);
        asked.add(30, otherKey);
        asked.add(40, otherRequest);
        List<String> outcomes = together(asked, ONE);
        assertThat(outcomes.remove(40)).isEqualTo("KEY_REUSED");
        assertThat(outcomes.remove(30)).isEqualTo(DuplicateKeyException.class.getSimpleName());
        assertThat(outcomes).as("the retry too").containsOnly(ACCEPTED);
        assertThat(ONE.line(YEAR, Line.BRAND_BUILDING).reserved()).isEqualTo(Money.ofYuan(61));
        assertThat(ONE.ledger.of("R1").reserved()).isEqualTo(Money.ofYuan(1));
    }

    @Test
    void aLineWithoutMoneyRefusesAndATransactionMayNotWait() {
        Reservation wanted = ONE.reservation(YEAR, Line.EXPAND_INVESTMENT, "N1", Money.ofFen(1));
        assertThatThrownBy(() -> ONE.queue.reserve(wanted)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("LINE_EXHAUSTED");
            assertThat(problem.properties()).containsEntry("available", Money.ZERO);
        });
        assertThatThrownBy(() -> ONE.transaction.executeWithoutResult(status -> ONE.queue.reserve(wanted)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("posting WHERE filing_id = 'N1'")).isZero();
    }

    /** While somebody else holds the line's row, more come than may wait; all who wait are served once it is free. */
    @Test
    void whoFindsTheQueueFullIsRefusedAndNothingOfItIsKept() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(1_400);
        try {
            List<Future<String>> answers = new ArrayList<>();
            OTHER.appropriate(YEAR, Line.RESTRUCTURE_LISTING, Money.ofYuan(100));
            OTHER.transaction.executeWithoutResult(status -> {
                OTHER.jdbc
                        .sql("SELECT * FROM line_balance WHERE line = 'RESTRUCTURE_LISTING' FOR UPDATE")
                        .query()
                        .listOfRows();
                for (int i = 0; i < 1_400; i++) {
                    Reservation each = ONE.reservation(YEAR, Line.RESTRUCTURE_LISTING, "W" + i, Money.ofFen(1));
                    answers.add(callers.submit(() -> reserve(ONE, each)));
                }
                awaitRefused(answers);
            });
            List<String> outcomes = new ArrayList<>();
            for (Future<String> answer : answers) {
                outcomes.add(answer.get());
            }
            long reserved = outcomes.stream().filter(ACCEPTED::equals).count();
            assertThat(outcomes).containsOnly(ACCEPTED, "RESERVATIONS_BUSY");
            assertThat(reserved).isBetween(1_024L, 1_024L + 256L);
            assertThat(ONE.line(YEAR, Line.RESTRUCTURE_LISTING).reserved()).isEqualTo(Money.ofFen(reserved));
        } finally {
            callers.shutdownNow();
        }
    }

    private static void awaitRefused(List<Future<String>> answers) {
        for (int i = 0; i < 500; i++) {
            if (answers.stream().filter(Future::isDone).count() >= 1_400 - 1_024 - 256) {
                return;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("nobody was refused");
    }

    private static List<String> together(List<Reservation> asked, LedgerInstance... instances) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                Reservation each = asked.get(i);
                LedgerInstance its = instances[i % instances.length];
                calls.add(() -> reserve(its, each));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : callers.invokeAll(calls)) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            callers.shutdownNow();
        }
    }

    private static String reserve(LedgerInstance instance, Reservation wanted) {
        try {
            instance.queue.reserve(wanted);
            return ACCEPTED;
        } catch (Problem refused) {
            return refused.code();
        } catch (DuplicateKeyException twice) {
            return twice.getClass().getSimpleName();
        }
    }

    private static long count(String rows) {
        return ONE.jdbc.sql("SELECT COUNT(*) FROM " + rows).query(Long.class).single();
    }
}
