package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.payment.PaymentStage;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Seeded sequences of the whole case against a model of it, over HTTP on a real database: filings, reviews, approvals,
 * notices with objections, payments that the bank returns, recoveries, budget revisions, a clock that moves; legal acts and
 * illegal ones, some by two at once, some repeated with their key. After each act the database is compared with the model.
 * Long form: {@code -Dcases.sequences=10000 [-Dcases.seed=N]} with {@code -Dit.test=CaseModelIT}.
 */
class CaseModelIT extends PaymentStage {
    private static final int SEQUENCES = Integer.getInteger("cases.sequences", 12);
    private static final long SEED = Long.getLong("cases.seed", 20261122);
    private static final int STEPS = 24;
    private static final List<String> ENTERPRISES =
            List.of(Neighbours.SECOND, Neighbours.THIRD, Neighbours.FOURTH, Neighbours.FIFTH);

    private final Map<CaseModel.Act, Integer> done = new EnumMap<>(CaseModel.Act.class);
    private int acts;
    private int refused;
    private int twins;
    private int repeated;

    int port() {
        return port;
    }

    Person intake() {
        return intake;
    }

    Person payer() {
        return payer;
    }

    Person releaser() {
        return releaser;
    }

    void day(String day) {
        CLOCK.set(day);
    }

    static String file(String message, String endToEndId, String status) {
        return file(message, endToEndId, status, "");
    }

    @BeforeEach
    void calls() throws InterruptedException {
        CLOCK.set("2026-06-01");
        ENTERPRISES.forEach(code -> Neighbours.facts(code, Cases.cleanFacts("")));
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!intake.get("/calls?size=200")
                        .expect(200)
                        .json()
                        .findValuesAsString("itemCode")
                        .containsAll(
                                Stream.of(Line.values()).map(PaymentStage::item).toList())
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
    }

    @Test
    void everySequenceEndsAsTheModelSays() {
        System.out.printf("CaseModelIT: seed %d, %,d sequences%n", SEED, SEQUENCES);
        Map<Line, CaseModel.Purse> lines = lines();
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            run(SEED + sequence, lines);
            if (sequence % 100 == 99) {
                System.out.printf("CaseModelIT: %,d sequences, %,d acts%n", sequence + 1, acts);
            }
        }
        System.out.printf(
                "CaseModelIT: %,d acts, %,d refused as they had to be, %,d by two at once, %,d repeated; %s%n",
                acts, refused, twins, repeated, done);
        assertThat(ledger().path("balanced").asBoolean())
                .as(ledger().toString())
                .isTrue();
        assertThat(refused).isPositive();
        assertThat(done).containsKeys(CaseModel.Act.APPROVE, CaseModel.Act.BATCH, CaseModel.Act.MOVE_BUDGET);
    }

    @Test
    void aWrongModelIsNoticed() {
        List<CaseModel.Act> approved =
                List.of(CaseModel.Act.SUBMIT, CaseModel.Act.ACCEPT, CaseModel.Act.REVIEW, CaseModel.Act.APPROVE);
        noticed(CaseModel.Fault.WITHDRAWAL_KEEPS_THE_RESERVATION, approved, List.of(CaseModel.Act.WITHDRAW));
        noticed(
                CaseModel.Fault.RETURN_LEAVES_IT_IN_TRANSIT,
                approved,
                List.of(
                        CaseModel.Act.PUBLISH,
                        CaseModel.Act.CLOSE_NOTICE,
                        CaseModel.Act.REQUEST,
                        CaseModel.Act.BATCH,
                        CaseModel.Act.RELEASE,
                        CaseModel.Act.SEND,
                        CaseModel.Act.RETURNED));
        noticed(
                CaseModel.Fault.REFUSED_MAY_BE_SUBMITTED_AGAIN,
                List.of(CaseModel.Act.SUBMIT, CaseModel.Act.REFUSE),
                List.of(CaseModel.Act.SUBMIT));
    }

    /** The same acts agree with the right model, and not with the wrong one. */
    private void noticed(CaseModel.Fault fault, List<CaseModel.Act> before, List<CaseModel.Act> then) {
        List<CaseModel.Act> acts = Stream.concat(before.stream(), then.stream()).toList();
        walk(CaseModel.Fault.NONE, "A" + fault.ordinal(), acts);
        assertThatThrownBy(() -> walk(fault, "B" + fault.ordinal(), acts))
                .as(fault.name())
                .isInstanceOf(AssertionError.class);
    }

    private void walk(CaseModel.Fault fault, String reference, List<CaseModel.Act> acts) {
        people();
        Line line = Line.TECH_INNOVATION;
        CaseModel model = new CaseModel(lines(), line, Line.OTHER, 1_000, 1, fault);
        CaseActs acting = begin(model, Neighbours.SECOND, line, reference);
        CaseChecks checks = new CaseChecks(jdbc, audit, acting.filing());
        for (CaseModel.Act act : acts) {
            acting.prepare(act);
            Person.Answer answer = acting.ask(act, UUID.randomUUID().toString());
            assertThat(answer.status() < 300)
                    .as(act + ": " + answer.body())
                    .isEqualTo(model.hasSubject(act) && model.isLegal(act));
            if (answer.status() < 300) {
                acting.keep(act, List.of(answer));
                model.apply(act);
            }
            checks.compare(reference + ": " + act, model);
        }
    }

    private CaseActs begin(CaseModel model, String code, Line line, String reference) {
        Neighbours.judge(
                code,
                item(line),
                "ELIGIBLE",
                Neighbours.exactly(Money.ofFen(model.amount).toString()),
                ",\"stacking\":{\"rule\":\"STACKABLE\"}");
        CLOCK.set("2026-06-01");
        return new CaseActs(this, model, code, item(line), reference);
    }

    private tools.jackson.databind.JsonNode ledger() {
        return Person.officer(port, "auditor", "AUDITOR")
                .get("/ledger/verification")
                .expect(200)
                .json();
    }

    private void run(long seed, Map<Line, CaseModel.Purse> lines) {
        people(); // a second factor is fresh for five minutes
        Random random = new Random(seed);
        Line line = Line.values()[random.nextInt(5)];
        Line other = Line.values()[(line.ordinal() + 1 + random.nextInt(4)) % 5];
        CaseModel model = new CaseModel(
                lines, line, other, 1 + random.nextInt(5_000), 1 + random.nextInt(10_000), CaseModel.Fault.NONE);
        String code = ENTERPRISES.get(random.nextInt(ENTERPRISES.size()));
        CaseActs acting = begin(model, code, line, "R" + seed);
        CaseChecks checks = new CaseChecks(jdbc, audit, acting.filing());
        checks.compare(seed + ": begun", model);
        for (int step = 0; step < STEPS && !isOver(model); step++) {
            act(seed, random, model, acting, checks);
        }
        finish(model, acting, checks, seed);
    }

    private static boolean isOver(CaseModel model) {
        return model.state.isWithoutMoney() || model.recovery.equals("SETTLED") || model.recovery.equals("DROPPED");
    }

    /** An open recovery would shut the enterprise out of the next sequences. */
    private void finish(CaseModel model, CaseActs acting, CaseChecks checks, long seed) {
        List<CaseModel.Act> left =
                switch (model.recovery) {
                    case "DEMANDED" -> List.of(CaseModel.Act.DROP);
                    case "ORDERED" -> List.of(CaseModel.Act.REPAY);
                    default -> List.of();
                };
        for (CaseModel.Act act : left) {
            acting.ask(act, UUID.randomUUID().toString()).expect(200);
            model.apply(act);
            checks.compare(seed + ": " + act, model);
        }
    }

    private void act(long seed, Random random, CaseModel model, CaseActs acting, CaseChecks checks) {
        boolean wanted = random.nextInt(6) > 0;
        List<CaseModel.Act> choice = Stream.of(CaseModel.Act.values())
                .filter(model::hasSubject)
                .filter(act -> model.isLegal(act) == wanted)
                .filter(act -> !wanted || leadsOn(act) || random.nextInt(6) == 0)
                .toList();
        if (choice.isEmpty()) {
            return;
        }
        CaseModel.Act act = choice.get(random.nextInt(choice.size()));
        String what = seed + ": " + act + " in " + model.state;
        acts++;
        acting.prepare(act);
        List<Person.Answer> answers = new ArrayList<>();
        String key = UUID.randomUUID().toString();
        if (random.nextInt(5) == 0 && acting.mayBeAskedTwice(act)) {
            twins++;
            CompletableFuture<Person.Answer> twin = CompletableFuture.supplyAsync(
                    () -> acting.ask(act, UUID.randomUUID().toString()));
            answers.add(acting.ask(act, key));
            answers.add(twin.join());
        } else {
            answers.add(acting.ask(act, key));
        }
        long accepted = answers.stream().filter(each -> each.status() < 300).count();
        assertThat(answers).as(what).allMatch(each -> each.status() < 500);
        if (wanted) {
            assertThat(accepted)
                    .as(what + answers.stream().map(Person.Answer::body).toList())
                    .isOne();
            acting.keep(act, answers);
            model.apply(act);
            done.merge(act, 1, Integer::sum);
        } else {
            assertThat(accepted).as(what).isEqualTo(acting.isAlwaysAnswered(act) ? 1 : 0);
            refused++;
        }
        checks.compare(what, model);
        Person.Answer first = answers.get(0);
        if (first.status() < 300 && answers.size() == 1 && random.nextInt(4) == 0) {
            repeated++;
            Person.Answer again = acting.ask(act, key);
            assertThat(again.body()).as(what + " repeated").isEqualTo(first.body());
            checks.compare(what + " repeated", model);
        }
    }

    /** What brings a case to its end is chosen more often than what stops it, or nothing would ever be paid. */
    private static boolean leadsOn(CaseModel.Act act) {
        return switch (act) {
            case SUBMIT, ACCEPT, REVIEW, APPROVE, PUBLISH, CLOSE_NOTICE, REQUEST, BATCH, RELEASE, SEND, PAID, DEMAND ->
                true;
            case ORDER, REPAY, DISMISS_OBJECTION -> true;
            default -> false;
        };
    }

    private Map<Line, CaseModel.Purse> lines() {
        Map<Line, CaseModel.Purse> lines = new EnumMap<>(Line.class);
        jdbc.sql("SELECT * FROM line_balance WHERE budget_year = 2026")
                .query((row, number) ->
                        lines.put(Line.valueOf(row.getString("line")), CaseChecks.purse(row, row.getLong("available"))))
                .list();
        return lines;
    }
}
