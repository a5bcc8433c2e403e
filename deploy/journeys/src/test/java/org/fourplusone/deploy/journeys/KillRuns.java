package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} under load, at seeded moments: of one of two fund-services, of one just as a batch is being sent, of the
 * database and of the gateway; and processes that are stopped for some seconds. Several callers move money all the while and
 * repeat what was not answered with the same key. Afterwards every promise is proved, and the proofs are shown to notice a
 * fen too many and a lost write. Not part of the build, Linux only; prints what it did and found: {@code mvn verify -pl
 * deploy/journeys -am -Dtest=none -Dit.test=KillRuns -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false [-Dkill.runs=30 -Dkill.stops=10 -Dkill.seed=N]}.
 */
class KillRuns {
    private static final int KILLS = Integer.getInteger("kill.runs", 30);
    private static final int STOPS = Integer.getInteger("kill.stops", 10);
    private static final long SEED = Long.getLong("kill.seed", 20261122);
    private static final long ENOUGH = KILLS >= 30 ? 10_000 : 0;
    private static final int REVISING = 40;
    private static final int STOPPED_SECONDS = 5;

    private enum Blow {
        FUND,
        SENDING,
        DATABASE,
        GATEWAY,
        STOP_FUND,
        STOP_GATEWAY,
        STOP_DATABASE
    }

    private final RunningSuite suite = RunningSuite.get();
    private final Random random = new Random(SEED);

    @Test
    void everyPromiseHoldsThroughEveryKill() throws Exception {
        System.out.printf("kill -9 %d times, stopped %d times, seed %d%n", KILLS, STOPS, SEED);
        List<MoneyLoad.Payable> payable = payable();
        List<Map<String, Object>> drafts = drafts();
        Processes processes = new Processes();
        KillProofs proofs = new KillProofs(suite, processes);
        LocalDate today = today();
        MoneyLoad load = new MoneyLoad(suite, today.getYear(), today.toString());
        load.start(payable, drafts, REVISING, SEED);
        pause(5, 8);
        for (Blow blow : blows()) {
            strike(blow, processes, load);
            pause(2, 5);
        }
        while (Insistent.ACKNOWLEDGED.size() < ENOUGH && load.surprises.isEmpty()) {
            pause(1, 2);
        }
        load.stop();
        report(processes, proofs, load);
    }

    private void report(Processes processes, KillProofs proofs, MoneyLoad load) throws Exception {
        List<Insistent.Acknowledged> acknowledged = List.copyOf(Insistent.ACKNOWLEDGED);
        List<String> broken = proofs.broken(load, acknowledged);
        String audit = proofs.audit();
        System.out.printf(
                "%,d writes acknowledged in %,d attempts, %,d refused; %,d revisions, %,d batches sent, %,d filings begun%n",
                acknowledged.size(),
                Insistent.ATTEMPTS.get(),
                Insistent.REFUSED.get(),
                load.confirmed.size(),
                load.sent.size(),
                load.begun.size());
        System.out.println("violations: " + (broken.size() + (audit.isEmpty() ? 0 : 1)));
        broken.stream().limit(20).forEach(System.out::println);
        assertThat(broken).isEmpty();
        assertThat(audit).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo((int) ENOUGH);
        load.moved.merge(MoneyLoad.Line.OTHER, 1L, Long::sum);
        List<Insistent.Acknowledged> oneMore = new ArrayList<>(acknowledged);
        oneMore.add(new Insistent.Acknowledged("admin", "never-sent", "POST /nowhere", 200, new byte[0]));
        assertThat(proofs.broken(load, oneMore))
                .as("a fen too many and a lost write are noticed")
                .hasSize(2);
        assertThat(processes.isSecondAlive()).isTrue();
    }

    /** Several for each kind of process, in a seeded order. */
    private List<Blow> blows() {
        List<Blow> blows = new ArrayList<>();
        List<Blow> kills = List.of(Blow.FUND, Blow.SENDING, Blow.DATABASE, Blow.FUND, Blow.GATEWAY);
        List<Blow> stops =
                List.of(Blow.STOP_FUND, Blow.STOP_FUND, Blow.STOP_GATEWAY, Blow.STOP_FUND, Blow.STOP_DATABASE);
        for (int i = 0; i < KILLS; i++) {
            blows.add(kills.get(i % kills.size()));
        }
        for (int i = 0; i < STOPS; i++) {
            blows.add(stops.get(i % stops.size()));
        }
        Collections.shuffle(blows, random);
        return blows;
    }

    private void strike(Blow blow, Processes processes, MoneyLoad load) throws Exception {
        String fund = random.nextBoolean() ? "fund-service" : "second";
        String name =
                switch (blow) {
                    case FUND, SENDING, STOP_FUND -> fund;
                    case DATABASE, STOP_DATABASE -> "database";
                    case GATEWAY, STOP_GATEWAY -> "gateway";
                };
        int before = Insistent.ACKNOWLEDGED.size();
        if (blow == Blow.SENDING) {
            CountDownLatch sending = new CountDownLatch(1);
            load.sending.set(sending);
            if (!sending.await(4, TimeUnit.MINUTES)) {
                throw new IllegalStateException("no batch was about to be sent for four minutes");
            }
            LockSupport.parkNanos(random.nextInt(40_000_000));
        }
        long struck = System.nanoTime();
        double read;
        if (blow.name().startsWith("STOP")) {
            processes.signal(name, "STOP");
            read = name.equals(fund) ? untilRead(struck) : 0;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(STOPPED_SECONDS) - (System.nanoTime() - struck));
            processes.signal(name, "CONT");
            read = name.equals(fund) ? read : untilRead(struck);
        } else {
            processes.signal(name, "KILL");
            read = name.equals(fund) ? untilRead(struck) : 0;
            mend(name, processes);
            read = name.equals(fund) ? read : untilRead(struck);
        }
        long whole = System.nanoTime();
        sound();
        System.out.printf(
                Locale.ROOT,
                "%-13s %-12s reads again after %5.1f s, mended after %5.1f s, %d more writes so far%n",
                blow,
                name,
                read,
                (whole - struck) / 1e9,
                Insistent.ACKNOWLEDGED.size() - before);
    }

    private static void mend(String name, Processes processes) throws Exception {
        if (name.equals("second")) {
            processes.startSecond();
        } else {
            RunningSuite.launcher(List.of("up", "--movable-clock"));
        }
    }

    private double untilRead(long since) {
        fund();
        return (System.nanoTime() - since) / 1e9;
    }

    /** What the public sees of the fund, as soon as it is answered. */
    private JsonNode fund() {
        while (true) {
            try {
                Person.Answer answer = suite.anybody().get("/api/fund/fund");
                if (answer.status() == 200) {
                    return answer.json();
                }
            } catch (IllegalStateException | AssertionError notYet) {
                // asked again below
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** At every moment the parts of a line are its budget, and none is below zero. */
    private void sound() {
        for (JsonNode line : fund().path("lines")) {
            long parts = 0;
            for (String account : List.of("available", "reserved", "committed", "inTransit", "paid")) {
                long fen = fen(line.path(account));
                assertThat(fen).as(line.toString()).isNotNegative();
                parts += fen;
            }
            assertThat(parts).as(line.toString()).isEqualTo(fen(line.path("budget")));
        }
    }

    private static long fen(JsonNode amount) {
        return Long.parseLong(amount.asString().replace(".", ""));
    }

    private void pause(int least, int most) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000L * least + random.nextInt(1000 * (most - least))));
    }

    private LocalDate today() {
        String now = suite.person("admin")
                .get("/api/clock")
                .expect(200)
                .json()
                .path("now")
                .asString();
        return Instant.parse(now).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    /** Approved cases whose notice has passed. */
    private List<MoneyLoad.Payable> payable() {
        List<Case> cases = new ArrayList<>();
        Map<String, String> owners = Map.of("enterprise1", FilingToPaidIT.FIRST, "enterprise2", FilingToPaidIT.SECOND);
        owners.forEach((username, code) -> {
            Person owner = suite.person(username);
            Case.fitting(suite, owner, code, "VERIFY").stream()
                    .limit(2)
                    .forEach(item -> cases.add(Case.opened(suite, owner, code, item)
                            .withEvidence(owner)
                            .submit(username)
                            .reviewed()
                            .approved()));
        });
        Case.confirmedAfterNotice(suite, cases.toArray(Case[]::new));
        return cases.stream()
                .map(each -> new MoneyLoad.Payable(each.path(), each.payee()))
                .toList();
    }

    private List<Map<String, Object>> drafts() {
        Person clerk = suite.person("clerk");
        return Case.fitting(suite, clerk, FilingToPaidIT.FIRST, "VERIFY").stream()
                .limit(2)
                .map(item -> Case.draft(suite, FilingToPaidIT.FIRST, item))
                .toList();
    }
}
