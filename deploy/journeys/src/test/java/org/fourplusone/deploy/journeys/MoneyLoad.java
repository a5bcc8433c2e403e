package org.fourplusone.deploy.journeys;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * Money that moves for as long as it is asked to: budget revisions between the lines, payments that the bank returns so that
 * they leave again and again, and filings that are begun and withdrawn. Each caller ends at a place where its own money
 * stands as it stood before, but for what the revisions moved, which is counted.
 */
final class MoneyLoad {
    enum Line {
        EXPAND_INVESTMENT,
        TECH_INNOVATION,
        RESTRUCTURE_LISTING,
        BRAND_BUILDING,
        OTHER
    }

    /** A batch that was sent. */
    record Sent(String batch, String transfer) {}

    /** A filing whose one instalment may be asked for. */
    record Payable(String path, Map<String, Object> payee) {}

    private static final Line[] LINES = Line.values();

    final Map<Line, Long> moved = Collections.synchronizedMap(new EnumMap<>(Line.class));
    final Map<String, String> proposals = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<String> confirmed = Collections.synchronizedList(new ArrayList<>());
    final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    final List<String> surprises = Collections.synchronizedList(new ArrayList<>());
    /** Counted down when the next batch is about to be sent. */
    final AtomicReference<CountDownLatch> sending = new AtomicReference<>(new CountDownLatch(0));

    private final int year;
    private final String day;
    private final Insistent admin;
    private final Insistent approver;
    private final Insistent payer;
    private final Insistent releaser;
    private final Insistent clerk;
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopped;

    MoneyLoad(RunningSuite suite, int year, String day) {
        this.year = year;
        this.day = day;
        this.admin = new Insistent(suite, "admin");
        this.approver = new Insistent(suite, "approver2");
        this.payer = new Insistent(suite, "payer");
        this.releaser = new Insistent(suite, "releaser");
        this.clerk = new Insistent(suite, "clerk");
    }

    void start(List<Payable> payable, List<Map<String, Object>> drafts, int revising, long seed) {
        for (int i = 0; i < revising; i++) {
            Random random = new Random(seed + i);
            caller("revising-" + i, () -> revise(random));
        }
        payable.forEach(each -> caller("paying " + each.path(), () -> payAndReturn(each)));
        drafts.forEach(each -> caller("filing", () -> beginAndWithdraw(each)));
    }

    private void caller(String name, Runnable round) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!stopped) {
                            round.run();
                        }
                    } catch (RuntimeException | AssertionError failure) {
                        surprises.add(name + ": " + failure);
                    }
                },
                name);
        callers.add(thread);
        thread.start();
    }

    /** Returns when everybody has come to the end of a round. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : callers) {
            thread.join();
        }
    }

    private void revise(Random random) {
        Line from = LINES[random.nextInt(LINES.length)];
        Line to = LINES[(from.ordinal() + 1 + random.nextInt(LINES.length - 1)) % LINES.length];
        long fen = 1 + random.nextInt(500);
        String reason = "revision " + UUID.randomUUID();
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("year", year);
        proposal.put("kind", "MOVE");
        proposal.put("line", from.name());
        proposal.put("toLine", to.name());
        proposal.put("amount", BigDecimal.valueOf(fen, 2).toPlainString());
        proposal.put("document", "示例财预〔2026〕9号");
        proposal.put("datedOn", day);
        proposal.put("reason", reason);
        Person.Answer made = admin.post("/api/fund/budget/revisions", proposal);
        if (!expected(made, 201)) {
            return;
        }
        String id = made.json().path("id").asString();
        proposals.put(reason, id);
        if (expected(approver.post("/api/fund/budget/revisions/" + id + "/confirm", Map.of()), 200)) {
            confirmed.add(id);
            moved.merge(from, -fen, Long::sum);
            moved.merge(to, fen, Long::sum);
        }
    }

    private void payAndReturn(Payable each) {
        JsonNode instalment = payer.get(each.path() + "/instalments", "application/json")
                .expect(200)
                .json()
                .path(0);
        String id = instalment.path("id").asString();
        expected(payer.postProved("/api/fund/instalments/" + id + "/request", each.payee()), 200);
        JsonNode batch = payer.postProved("/api/fund/batches", Map.of("instalments", List.of(id)))
                .expect(201)
                .json();
        String path = "/api/fund/batches/" + batch.path("id").asString();
        expected(releaser.postProved(path + "/release", Map.of()), 200);
        sending.get().countDown();
        expected(releaser.postProved(path + "/send", Map.of()), 200);
        String transfer =
                releaser.get(path + "/pain.001", "application/xml").expect(200).body();
        sent.add(new Sent(batch.path("id").asString(), transfer));
        expected(releaser.xml("/api/fund/payment-status", BankReport.pain002(transfer, "RJCT")), 200);
    }

    private void beginAndWithdraw(Map<String, Object> draft) {
        Person.Answer made = clerk.post("/api/fund/filings", draft);
        if (expected(made, 201)) {
            String id = made.json().path("id").asString();
            begun.add(id);
            expected(clerk.post("/api/fund/filings/" + id + "/withdraw", Map.of()), 200);
        }
    }

    /** A line may run out of free money; nothing else is refused here. */
    private boolean expected(Person.Answer answer, int status) {
        boolean is = answer.status() == status;
        if (!is && !answer.body().contains("\"LINE_EXHAUSTED\"")) {
            surprises.add(answer.call() + " was answered " + answer.status() + ": "
                    + new String(answer.response().body(), StandardCharsets.UTF_8));
        }
        return is;
    }
}
