package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.security.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a batch, whoever dies when. */
class BatchIT extends PaymentStage {
    private static final Caller PAYER = new Caller("payer", "payer", Set.of("PAYER"), Set.of());
    private static final Caller RELEASER = new Caller("releaser", "releaser", Set.of("RELEASER"), Set.of());

    @Autowired
    MakeBatch making;

    @Autowired
    BatchSteps steps;

    @Autowired
    Batches batches;

    @Autowired
    SettlePayments settling;

    /** The key of the running service, and one that comes after it. */
    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @Test
    void aStopBetweenAnyTwoStepsLeavesABatchWhollyBeforeOrWhollyAfter() {
        String filing = confirmed(Line.BRAND_BUILDING, "321.09", null, ONE_OFF);
        String instalment = request(filing, 0);

        String before = picture(filing);
        Batch made = stoppedEverywhere("make", before, filing, () -> making.make(List.of(instalment), PAYER));
        String id = made.id();
        assertThat(balances(filing)).containsExactly(0L, 0L, 32109L, 0L);

        stoppedEverywhere("release", picture(filing), filing, () -> steps.release(id, RELEASER));
        releaser.get("/batches/" + id + "/pain.001").refused(409, "ILLEGAL_MOVE");

        stoppedEverywhere("send", picture(filing), filing, () -> steps.send(id, RELEASER));
        assertThat(batches.get(id).state()).isEqualTo(Batch.State.SENT);
        assertThat(batches.get(id).messageId()).isEqualTo(made.messageId());
        String message = stoppedAnywhere(
                () -> new String(steps.file(id, BatchOutput.Kind.PAIN_001, RELEASER), StandardCharsets.UTF_8));
        assertThat(readings(id)).as("a reading that failed is none").hasSize(1);
        assertThat(releaser.get("/batches/" + id + "/pain.001").expect(200).body())
                .isEqualTo(message);
        assertThat(readings(id)).hasSize(2).last().satisfies(reading -> {
            assertThat(reading.path("by").asString()).isEqualTo("releaser");
            assertThat(reading.path("file").asString()).isEqualTo("PAIN_001");
        });
        releaser.post("/batches/" + id + "/send", Map.of()).refused(409, "ILLEGAL_MOVE");

        String payment = batches.payments(id).get(0).endToEndId();
        PaymentStatus paid = new PaymentStatus(made.messageId(), payment, "ACSC", null);
        stoppedEverywhere("settle", picture(filing), filing, () -> settling.settle(List.of(paid), RELEASER));
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 32109L);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertSound(filing, id);
        assertThat(audit.of(id))
                .extracting(record -> record.action())
                .containsOnlyOnce("MAKE_BATCH", "RELEASE_BATCH", "SEND_BATCH");
    }

    private JsonNode readings(String batch) {
        return releaser.get("/batches/" + batch).expect(200).json().path("readings");
    }

    /** Stops a reading before its first step, its second and so on, until it gets through. */
    private static <T> T stoppedAnywhere(Supplier<T> work) {
        for (int step = 1; ; step++) {
            StoppedDatabase.stopBefore(step);
            try {
                return work.get();
            } catch (RuntimeException stopped) {
                assertThat(stopped.toString() + stopped.getCause()).contains("stopped");
            } finally {
                StoppedDatabase.goOn();
            }
        }
    }

    /** Stops a move before its first step, its second and so on, until it gets through. */
    private <T> T stoppedEverywhere(String move, String before, String filing, Supplier<T> work) {
        for (int step = 1; ; step++) {
            StoppedDatabase.stopBefore(step);
            T done = null;
            try {
                done = work.get();
            } catch (RuntimeException stopped) {
                assertThat(stopped.toString() + stopped.getCause()).contains("stopped");
            } finally {
                StoppedDatabase.goOn();
            }
            if (done != null) {
                System.out.println("BatchIT: " + move + " was stopped before each of its " + (step - 1) + " steps");
                assertThat(step).isGreaterThan(5);
                assertThat(picture(filing)).isNotEqualTo(before);
                return done;
            }
            assertThat(picture(filing))
                    .as(move + " stopped before step " + step)
                    .isEqualTo(before);
        }
    }

    /** Everything that a batch's move may change of a case. */
    private String picture(String filing) {
        return String.join(
                "\n",
                rows("SELECT state, version FROM filing WHERE id = ?", filing),
                rows("SELECT action FROM filing_step WHERE filing_id = ? ORDER BY position", filing),
                rows("SELECT state, version, attempts FROM instalment WHERE filing_id = ?", filing),
                rows("SELECT batch_id, state, bank_status FROM payment WHERE filing_id = ?", filing),
                rows(
                        "SELECT b.id, b.state, b.message_id FROM payment_batch b JOIN payment p ON p.batch_id = b.id"
                                + " WHERE p.filing_id = ?",
                        filing),
                rows(
                        "SELECT f.kind, f.sha256 FROM batch_file f JOIN payment p ON p.batch_id = f.batch_id"
                                + " WHERE p.filing_id = ? ORDER BY f.kind",
                        filing),
                rows("SELECT step, reference FROM posting WHERE filing_id = ? ORDER BY id", filing),
                rows("SELECT * FROM filing_balance WHERE filing_id = ?", filing),
                rows("SELECT state, paid FROM award WHERE filing_id = ?", filing));
    }

    private String rows(String sql, String filing) {
        return jdbc.sql(sql).param(filing).query().listOfRows().toString();
    }

    @Test
    void itsFilesAreWrittenOnceAndReadByTheReleaserAlone() {
        String filing = confirmed(Line.OTHER, "88.80", null, ONE_OFF);
        JsonNode batch = batch(request(filing, 0));
        String path = "/batches/" + batch.path("id").asString();
        releaser.get(path + "/treasury").refused(409, "ILLEGAL_MOVE");
        releaser.post(path + "/release", Map.of()).expect(200);
        releaser.get(path + "/treasury").refused(409, "ILLEGAL_MOVE");
        releaser.get(path + "/pain.001").refused(409, "ILLEGAL_MOVE");
        releaser.post(path + "/send", Map.of()).expect(200);
        payer.get(path + "/treasury").expect(403);
        Person.Answer csv = releaser.send("GET", path + "/treasury", null, Map.of("Accept", "text/csv"));
        assertThat(csv.expect(200).body()).contains(NUMBER, "88.80", "人民币捌拾捌元捌角", "示例财预〔2026〕1号");
        Person.Answer workbook = releaser.get(path + "/treasury").expect(200);
        assertThat(workbook.response().headers().firstValue("Content-Type").orElseThrow())
                .contains("spreadsheetml");
        assertThat(workbook.body()).startsWith("PK");
        releaser.send("GET", path + "/treasury", null, Map.of("Accept", "image/png"))
                .expect(406);

        jdbc.sql("UPDATE filing SET enterprise_name = '改名后的企业有限公司' WHERE id = ?")
                .param(filing)
                .update();
        assertThat(releaser.send("GET", path + "/treasury", null, Map.of("Accept", "text/csv"))
                        .body())
                .isEqualTo(csv.body());
        assertThat(releaser.get(path + "/treasury").body()).isEqualTo(workbook.body());
        assertThat(audit.of(batch.path("id").asString()))
                .filteredOn(record -> record.action().equals("READ_BATCH_FILE"))
                .hasSize(4);
        byte[] stored = jdbc.sql("SELECT body FROM batch_file WHERE batch_id = ? AND kind = 'TREASURY_CSV'")
                .param(batch.path("id").asString())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
    }

    @Test
    void aNewKeyTakesOverEveryAccountAndFile() {
        String filing = confirmed(Line.OTHER, "77.00", null, ONE_OFF);
        String batch = sent(request(filing, 0)).path("id").asString();
        String message =
                releaser.get("/batches/" + batch + "/pain.001").expect(200).body();
        AccountVault old = new AccountVault(OLD);
        AccountVault newer = new AccountVault(NEW + "," + OLD);
        try {
            assertThat(new RelockAccounts(jdbc, newer).all()).isGreaterThanOrEqualTo(3);
            assertThat(new RelockAccounts(jdbc, newer).all())
                    .as("nothing is left")
                    .isZero();
            jdbc.sql("SELECT end_to_end_id, number_lock FROM payment WHERE batch_id = ?")
                    .param(batch)
                    .query((row, number) ->
                            new AccountVault(NEW).open(row.getBytes("number_lock"), row.getString("end_to_end_id")))
                    .list()
                    .forEach(number -> assertThat(number).matches("[0-9]{8,32}"));
        } finally {
            new RelockAccounts(jdbc, new AccountVault(OLD + "," + NEW)).all();
        }
        assertThat(releaser.get("/batches/" + batch + "/pain.001").expect(200).body())
                .isEqualTo(message);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM batch_file WHERE LEFT(body, 5) <> ?")
                        .param(old.mark())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** An enterprise that is on a list by the time of the release. */
    private static final String LISTED = "91371502MA3EX0099X";

    @Test
    void aLineThatIsExcludedByNowStopsTheReleaseUntilItIsTakenOut() {
        String bad = confirmed(Line.TECH_INNOVATION, "61.00", null, ONE_OFF);
        String good = confirmed(Line.OTHER, "62.00", null, ONE_OFF);
        JsonNode batch = batch(request(bad, 0), request(good, 0));
        String path = "/batches/" + batch.path("id").asString();
        jdbc.sql("UPDATE filing SET credit_code = ? WHERE id = ?")
                .params(LISTED, bad)
                .update();
        Neighbours.facts(LISTED, Cases.cleanFacts("").replace("false", "true"));
        String before = picture(bad) + picture(good);

        JsonNode refused = releaser.post(path + "/release", Map.of()).refused(409, "BATCH_STOPPED");
        assertThat(refused.path("lines")).hasSize(1);
        JsonNode line = refused.path("lines").get(0);
        assertThat(line.path("code").asString()).isEqualTo("EXCLUDED");
        assertThat(line.path("filing").asString()).isEqualTo(bad);
        assertThat(line.path("reasons")).isNotEmpty();
        assertThat(refused.path("detail").asString()).contains(NAME);
        assertThat(picture(bad) + picture(good)).isEqualTo(before);

        String payment = path + "/payments/" + line.path("payment").asString() + "/withdraw";
        Map<String, String> reason = Map.of("reason", "被列入失信名单");
        Person.officer(port, "payer2", "PAYER").post(payment, reason).refused(409, "NOT_THE_MAKER");
        payer.post(payment, Map.of("reason", " ")).refused(400, "INVALID");
        payer.post(path + "/payments/none/withdraw", reason).expect(404);
        JsonNode left = payer.post(payment, reason).expect(200).json();
        assertThat(left.path("count").asInt()).isOne();
        assertThat(left.path("sum").asString()).isEqualTo("62.00");
        payer.post(payment, reason).expect(404);
        assertThat(balances(bad)).as("it waits").containsExactly(0L, 6100L, 0L, 0L);
        assertThat(payer.get("/filings/" + bad + "/instalments")
                        .json()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("REQUESTED");

        releaser.post(path + "/release", Map.of()).expect(200);
        payer.post(payment, reason).refused(409, "ILLEGAL_MOVE");
        releaser.post(path + "/send", Map.of()).expect(200);
        String message = releaser.get(path + "/pain.001").expect(200).body();
        JsonNode second = batch.path("payments").get(1);
        assertThat(message)
                .contains("62.00", second.path("endToEndId").asString())
                .doesNotContain("61.00", line.path("payment").asString());
        status(file(
                        batch.path("messageId").asString(),
                        second.path("endToEndId").asString(),
                        "ACSC",
                        ""))
                .expect(200);
        assertThat(stateOf(good)).isEqualTo("CLOSED");
        assertThat(stateOf(bad)).isEqualTo("PAYING");
        assertSound(bad, batch.path("id").asString());
    }

    @Test
    void nothingIsReleasedUncheckedWhileTheRegisterIsDown() {
        String filing = confirmed(Line.OTHER, "63.00", null, ONE_OFF);
        String path = "/batches/" + batch(request(filing, 0)).path("id").asString();
        Neighbours.industryIsDown(true);
        try {
            JsonNode refused = releaser.post(path + "/release", Map.of()).refused(503, "UPSTREAM_DOWN");
            assertThat(refused.path("service").asString()).isEqualTo("industry-service");
        } finally {
            Neighbours.industryIsDown(false);
        }
        assertThat(releaser.get(path).json().path("state").asString()).isEqualTo("MADE");
        releaser.post(path + "/release", Map.of()).expect(200);
    }

    @Test
    void itsMakerMayTakeItBackBeforeTheRelease() {
        String filing = confirmed(Line.OTHER, "60.00", null, ONE_OFF);
        String instalment = request(filing, 0);
        JsonNode batch = batch(instalment);
        String path = "/batches/" + batch.path("id").asString();
        Map<String, String> reason = Map.of("reason", "账户有误");
        Person.officer(port, "payer2", "PAYER").post(path + "/withdraw", reason).refused(409, "NOT_THE_MAKER");
        JsonNode back = payer.post(path + "/withdraw", reason).expect(200).json();
        assertThat(back.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(balances(filing)).containsExactly(0L, 6000L, 0L, 0L);
        releaser.post(path + "/release", Map.of()).refused(409, "ILLEGAL_MOVE");
        payer.post(path + "/withdraw", reason).refused(409, "ILLEGAL_MOVE");

        JsonNode again = sent(instalment);
        assertThat(again.path("payments").get(0).path("endToEndId").asString())
                .isNotEqualTo(batch.path("payments").get(0).path("endToEndId").asString());
        payer.post("/batches/" + again.path("id").asString() + "/withdraw", reason)
                .refused(409, "ILLEGAL_MOVE");
        report(batch, "ACSC", "").expect(200);
        assertThat(balances(filing)).containsExactly(0L, 0L, 6000L, 0L);
        assertSound(filing, batch.path("id").asString());
    }
}
