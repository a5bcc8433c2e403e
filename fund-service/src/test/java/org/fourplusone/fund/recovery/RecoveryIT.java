package org.fourplusone.fund.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.payment.PaymentStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the demand to the last fen, or to the signatures that give it up. */
class RecoveryIT extends PaymentStage {
    private static final String THIRDS = """
            {"method":"INSTALMENTS","instalments":[{"trigger":"APPROVED","share":"0.50"},
             {"trigger":"FINAL_ACCOUNT","share":"0.30"},{"trigger":"FINAL_ACCOUNT","share":"0.20"}]}""";

    private Person reviewer;
    private Person chief;
    private Person second;
    private Person clerk;

    @BeforeEach
    void others() {
        reviewer = Person.officer(port, "reviewer", "REVIEWER");
        chief = Person.officer(port, "chief", "APPROVER");
        second = Person.officer(port, "approver", "APPROVER");
        clerk = Person.clerk(port, "enterprise1", Neighbours.FIRST);
        jdbc.sql("UPDATE recovery SET state = 'DROPPED' WHERE state IN ('DEMANDED', 'ORDERED')")
                .update();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (untold() > 0 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        Neighbours.WRITTEN.removeIf(written -> written.getKey().endsWith("/recovery-order"));
    }

    @Test
    void claimsMoneyBackFromTheHearingToTheLastFen() {
        String filing = paid(Line.TECH_INNOVATION, "1000.00");
        String other = confirmed(Line.OTHER, "50.00", null, ONE_OFF);
        CLOCK.set("2026-12-01");
        demand(filing, "1000.01", reviewer).refused(400, "INVALID");
        JsonNode recovery = demand(filing, "400.00", reviewer).expect(201).json();
        String path = "/recoveries/" + recovery.path("id").asString();
        assertThat(recovery.path("heardUntil").asString()).isEqualTo("2026-12-08");
        demand(filing, "600.01", reviewer).refused(400, "INVALID");

        Map<String, Object> order = Map.of("amount", "300.00", "reason", "部分条件未履行");
        JsonNode running = chief.post(path + "/order", order).refused(409, "HEARING_RUNNING");
        assertThat(running.path("until").asString()).isEqualTo("2026-12-08");
        Person.clerk(port, "enterprise2", Neighbours.SECOND).get(path).expect(404);
        Person.clerk(port, "enterprise2", Neighbours.SECOND)
                .post(path + "/statement", Map.of("text", "不是我"))
                .expect(404);
        JsonNode own = clerk.get(path).expect(200).json();
        assertThat(own.path("actions")).extracting(JsonNode::asString).containsExactly("statement");
        assertThat(own.has("demandedBy")).isFalse();
        assertThat(letters(path, clerk)).extracting(each -> kind(each)).containsExactly("RECOVERY_DEMAND");
        clerk.post(path + "/statement", Map.of("text", "设备已经到位")).expect(200);
        JsonNode ordered = chief.post(path + "/order", order).expect(200).json();
        assertThat(ordered.path("dueOn").asString()).isEqualTo("2026-12-22");
        assertThat(ordered.path("open").asString()).isEqualTo("300.00");
        assertThat(told(1)).containsExactly(true);

        payer.post("/instalments/" + instalment(other, 0) + "/request", account(NAME))
                .refused(409, "RECOVERY_OPEN");
        clerk.post("/filings/" + draft() + "/submit", Map.of()).refused(409, "RECOVERY_OPEN");
        reviewer.post(path + "/dun", Map.of()).refused(409, "NOT_OVERDUE");
        CLOCK.set("2026-12-23");
        assertThat(reviewer.get(path).json().path("overdue").asBoolean()).isTrue();
        JsonNode dunned = reviewer.post(path + "/dun", Map.of()).expect(200).json();
        assertThat(dunned.path("dunnings")).hasSize(1);
        List<JsonNode> letters = letters(path, clerk);
        assertThat(letters)
                .extracting(each -> kind(each))
                .containsExactly("RECOVERY_DEMAND", "RECOVERY_DECISION", "RECOVERY_DUNNING");
        JsonNode decision = letters.get(1);
        assertThat(clerk.get("/letters/" + decision.path("id").asString())
                        .expect(200)
                        .body())
                .contains("追回决定书", recovery.path("number").asString(), "300.00元", "部分条件未履行", "意见已予听取", "2026年12月22日");
        assertThat(dunned.path("dueOn").asString()).isGreaterThan("2026-12-31");

        String reference = reference();
        repay(path, "100.00", reference).expect(200);
        repay(path, "100.00", reference).refused(409, "REFERENCE_USED");
        repay(path, "200.01", reference + "b").refused(400, "INVALID");
        JsonNode settled = repay(path, "200.00", reference + "c").expect(200).json();
        assertThat(settled.path("state").asString()).isEqualTo("SETTLED");
        assertThat(told(2)).containsExactly(true, false);
        assertThat(recovered(filing)).isEqualTo(30000L);
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 100000L);
        repay(path, "1.00", reference + "d").refused(409, "ILLEGAL_MOVE");

        JsonNode day =
                releaser.get("/reconciliation?date=2026-12-23").expect(200).json();
        assertThat(day.path("differences"))
                .extracting(each -> each.path("kind").asString())
                .containsOnly("REPAYMENT_NOT_AT_BANK");

        chief.post(path + "/ban", Map.of("until", "2026-12-23", "reason", "虚报")).refused(400, "INVALID");
        chief.post(path + "/ban", Map.of("until", "2027-12-31", "reason", "虚报")).expect(200);
        JsonNode banned = payer.post("/instalments/" + instalment(other, 0) + "/request", account(NAME))
                .refused(409, "BANNED");
        clerk.post("/filings/" + draft() + "/submit", Map.of()).refused(409, "BANNED");
        assertThat(banned.path("until").asString()).isEqualTo("2027-12-31");
        JsonNode ban = clerk.get(path).json().path("bans").get(0);
        String lift = path + "/bans/" + ban.path("id").asString() + "/lift";
        assertThat(chief.get(path).json().path("actions"))
                .extracting(JsonNode::asString)
                .doesNotContain("lift-ban");
        chief.post(lift, Map.of("reason", "改正")).refused(409, "SAME_PERSON");
        second.post(path + "/bans/0/lift", Map.of("reason", "改正")).expect(404);
        assertThat(second.get(path).json().path("actions"))
                .extracting(JsonNode::asString)
                .contains("lift-ban");
        JsonNode lifted =
                second.post(lift, Map.of("reason", "已退回资金并整改")).expect(200).json();
        assertThat(lifted.path("bans").get(0).path("liftedOn").asString()).isEqualTo("2026-12-23");
        second.post(lift, Map.of("reason", "再次")).refused(409, "BAN_OVER");
        payer.post("/instalments/" + instalment(other, 0) + "/request", account(NAME))
                .expect(200);
        assertSound(filing, recovery.path("id").asString());
    }

    /** What the enterprise was told of a recovery, oldest first. */
    private static List<JsonNode> letters(String recovery, Person reader) {
        JsonNode row = reader.get(recovery).expect(200).json();
        List<JsonNode> letters = new ArrayList<>();
        for (JsonNode letter : reader.get("/filings/" + row.path("filing").asString() + "/letters")
                .expect(200)
                .json()) {
            if (letter.path("recovery").asString("").equals(row.path("id").asString())) {
                letters.add(letter);
            }
        }
        return letters;
    }

    private static String kind(JsonNode letter) {
        return letter.path("kind").asString();
    }

    @Test
    void aWriteOffNeedsTwoPersonsAndDemandAndDecisionAreApart() {
        String filing = paid(Line.OTHER, "90.00");
        Person everything = Person.officer(port, "everything", "REVIEWER", "APPROVER", "RELEASER", "PAYER");
        JsonNode recovery = demand(filing, "90.00", everything).expect(201).json();
        String path = "/recoveries/" + recovery.path("id").asString();
        CLOCK.set("2026-12-09");
        Map<String, Object> reason = Map.of("reason", "企业破产,无可执行财产");
        everything.post(path + "/order", reason).refused(409, "SAME_PERSON");
        chief.post(path + "/write-off", reason).refused(409, "ILLEGAL_MOVE");
        chief.post(path + "/order", reason).expect(200);
        JsonNode first = chief.post(path + "/write-off", reason).expect(200).json();
        assertThat(first.path("state").asString()).isEqualTo("ORDERED");
        assertThat(first.path("actions")).extracting(JsonNode::asString).doesNotContain("write-off");
        chief.post(path + "/write-off", reason).refused(409, "ALREADY_SIGNED");
        everything.post(path + "/write-off", reason).refused(409, "SAME_PERSON");
        JsonNode written = second.post(path + "/write-off", reason).expect(200).json();
        assertThat(written.path("state").asString()).isEqualTo("WRITTEN_OFF");
        assertThat(written.path("writtenOff").asString()).isEqualTo("90.00");
        assertThat(recovered(filing)).isZero();
        assertSound(filing, null);
    }

    @Test
    void theFinalAccountPaysTheRestOrClaimsTheSurplusBack() {
        String less = confirmed(Line.OTHER, "1000.00", null, THIRDS);
        report(sent(request(less, 0)), "ACSC", "").expect(200);
        payer.post("/instalments/" + instalment(less, 1) + "/request", account(NAME))
                .refused(409, "TRIGGER_NOT_MET");
        String path = "/filings/" + less + "/final-account";
        reviewer.get(path).expect(404);
        reviewer.post(path, Map.of("amount", "1000.01", "basis", "审计报告")).refused(400, "INVALID");
        reviewer.post(path, Map.of("amount", "650.00", "basis", "审计报告〔2026〕7号")).expect(200);
        chief.post(path + "/confirm", Map.of()).expect(200);
        chief.post(path + "/confirm", Map.of()).refused(409, "FINAL_ACCOUNT_CONFIRMED");
        JsonNode instalments =
                payer.get("/filings/" + less + "/instalments").expect(200).json();
        assertThat(instalments)
                .extracting(each -> each.path("state").asString() + " "
                        + each.path("amount").asString())
                .containsExactly("PAID 500.00", "PLANNED 150.00", "CANCELLED 200.00");
        assertThat(balances(less)).containsExactly(0L, 15000L, 0L, 50000L);
        report(sent(request(less, 1)), "ACSC", "").expect(200);
        assertThat(stateOf(less)).isEqualTo("CLOSED");

        String more = confirmed(Line.OTHER, "1000.00", null, THIRDS);
        report(sent(request(more, 0)), "ACSC", "").expect(200);
        String surplus = "/filings/" + more + "/final-account";
        reviewer.post(surplus, Map.of("amount", "400.00", "basis", "审计报告〔2026〕8号"))
                .expect(200);
        chief.post(surplus + "/confirm", Map.of()).expect(200);
        assertThat(stateOf(more)).isEqualTo("CLOSED");
        assertThat(balances(more)).containsExactly(0L, 0L, 0L, 50000L);
        JsonNode recovery = clerk.get("/recoveries?state=DEMANDED")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(recovery.path("filing").asString()).isEqualTo(more);
        assertThat(recovery.path("open").asString()).isEqualTo("100.00");
        assertThat(recovery.path("ground").asString()).isEqualTo("FINAL_ACCOUNT");
        assertSound(more, null);
    }

    @Test
    void aConfirmedFinalAccountIsTheAwardInOpenDataAndInTheRegister() {
        String cut = confirmed(Line.OTHER, "1000.00", null, THIRDS);
        report(sent(request(cut, 0)), "ACSC", "").expect(200);
        settle(cut, "650.00");
        assertThat(award(cut)).isEqualTo("650.00 500.00 COMMITTED");
        report(sent(request(cut, 1)), "ACSC", "").expect(200);
        assertThat(award(cut)).isEqualTo("650.00 650.00 PAID");
        assertThat(told(cut, 3))
                .extracting(each -> each.path("state").asString() + " "
                        + each.path("amount").asString())
                .containsExactly("COMMITTED 1000.00", "COMMITTED 650.00", "PAID 650.00");

        String closed = confirmed(Line.OTHER, "1000.00", null, THIRDS);
        report(sent(request(closed, 0)), "ACSC", "").expect(200);
        settle(closed, "0.00");
        assertThat(stateOf(closed)).isEqualTo("CLOSED");
        assertThat(award(closed)).isEqualTo("0.00 500.00 PAID");
        String path = "/recoveries/" + recoveryOf(closed).path("id").asString();
        CLOCK.set("2026-12-23");
        chief.post(path + "/order", Map.of("reason", "清算多退")).expect(200);
        repay(path, "500.00", reference()).expect(200);
        assertThat(award(closed)).isEqualTo("0.00 500.00 RECOVERED");
        assertThat(told(closed, 3))
                .extracting(each -> each.path("state").asString() + " "
                        + each.path("amount").asString())
                .containsExactly("COMMITTED 1000.00", "PAID 0.00", "RECOVERED 0.00");
        assertSound(closed, null);
    }

    @Test
    void theFinalAccountClaimsNoMoreThanTheEnterpriseHasBeyondIt() {
        String enough = paid(Line.OTHER, "100.00");
        comesBack(enough, "40.00");
        settle(enough, "70.00");
        assertThat(demanded(enough)).containsExactly("SETTLED 40.00");
        assertThat(award(enough)).isEqualTo("70.00 100.00 PAID");

        String more = paid(Line.OTHER, "100.00");
        comesBack(more, "20.00");
        demand(more, "5.00", reviewer).expect(201);
        settle(more, "70.00");
        assertThat(demanded(more)).containsExactly("SETTLED 20.00", "DEMANDED 5.00", "DEMANDED 5.00");

        String all = paid(Line.OTHER, "100.00");
        comesBack(all, "100.00");
        settle(all, "70.00");
        assertThat(demanded(all)).containsExactly("SETTLED 100.00");
        assertThat(award(all)).isEqualTo("70.00 100.00 RECOVERED");
        assertSound(all, null);
    }

    /** Part of what was paid is demanded, ordered and paid back. */
    private void comesBack(String filing, String amount) {
        String path = "/recoveries/"
                + demand(filing, amount, reviewer).expect(201).json().path("id").asString();
        CLOCK.set("2026-12-23");
        chief.post(path + "/order", Map.of("reason", "属实")).expect(200);
        repay(path, amount, reference()).expect(200);
    }

    /** The recoveries of a filing, oldest first: the state and what was demanded. */
    private List<String> demanded(String filing) {
        return jdbc.sql("SELECT CONCAT(state, ' ', CAST(demanded / 100 AS DECIMAL(20, 2))) FROM recovery"
                        + " WHERE filing_id = ? ORDER BY serial")
                .param(filing)
                .query(String.class)
                .list();
    }

    private void settle(String filing, String amount) {
        String path = "/filings/" + filing + "/final-account";
        reviewer.post(path, Map.of("amount", amount, "basis", "审计报告〔2026〕9号")).expect(200);
        chief.post(path + "/confirm", Map.of()).expect(200);
    }

    /** Amount, paid and state as the public sees them. */
    private String award(String filing) {
        String number = reviewer.get("/filings/" + filing).json().path("number").asString();
        for (JsonNode award : Person.nobody(port).get("/awards?size=200").json().path("items")) {
            if (award.path("number").asString().equals(number)) {
                return award.path("amount").asString() + " "
                        + award.path("paid").asString() + " "
                        + award.path("state").asString();
            }
        }
        throw new AssertionError("no award of " + number);
    }

    /** The newest recovery of a filing as an officer sees it. */
    private JsonNode recoveryOf(String filing) {
        return reviewer.get("/recoveries/"
                        + jdbc.sql("SELECT id FROM recovery WHERE filing_id = ? ORDER BY serial DESC LIMIT 1")
                                .param(filing)
                                .query(String.class)
                                .single())
                .expect(200)
                .json();
    }

    private static String reference() {
        return "BANK-" + UUID.randomUUID().toString().substring(0, 20);
    }

    @Test
    void aLaterInstalmentThatIsDuePaysARecoveryOnceASecondPersonConfirms() {
        String owing = paid(Line.OTHER, "200.00");
        String later = confirmed(Line.EXPAND_INVESTMENT, "100.00", null, ONE_OFF);
        String notDue = confirmed(Line.EXPAND_INVESTMENT, "100.00", null, THIRDS);
        String path = "/recoveries/"
                + demand(owing, "30.00", reviewer).expect(201).json().path("id").asString();
        CLOCK.set("2026-12-09");
        chief.post(path + "/order", Map.of("reason", "错付")).expect(200);
        payer.post(path + "/offset", Map.of("instalment", instalment(owing, 0), "amount", "30.00"))
                .refused(400, "INVALID");
        payer.post(path + "/offset", Map.of("instalment", instalment(later, 0), "amount", "30.01"))
                .refused(400, "INVALID");
        payer.post(path + "/offset", Map.of("instalment", instalment(notDue, 1), "amount", "30.00"))
                .refused(409, "TRIGGER_NOT_MET");
        releaser.post(path + "/offset/confirm", Map.of()).expect(404);

        Person both = Person.officer(port, "both", "PAYER", "RELEASER");
        Map<String, Object> offset = Map.of("instalment", instalment(later, 0), "amount", "30.00");
        JsonNode proposed = both.post(path + "/offset", offset).expect(200).json();
        assertThat(proposed.path("state").asString()).isEqualTo("ORDERED");
        assertThat(balances(later)).containsExactly(0L, 10000L, 0L, 0L);
        both.post(path + "/offset/confirm", Map.of()).refused(409, "SAME_PERSON");
        payer.post(path + "/offset/confirm", Map.of()).expect(403);
        JsonNode waiting = releaser.get(path).expect(200).json();
        assertThat(waiting.path("actions")).extracting(JsonNode::asString).contains("confirm-offset");
        assertThat(waiting.path("offsetProposed").path("amount").asString()).isEqualTo("30.00");
        assertThat(clerk.get(path).json().has("offsetProposed")).isFalse();
        assertThat(releaser.post(path + "/offset/confirm", Map.of())
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("SETTLED");
        releaser.post(path + "/offset/confirm", Map.of()).expect(404);
        assertThat(recovered(owing)).isEqualTo(3000L);
        assertThat(balances(later)).containsExactly(0L, 7000L, 0L, 3000L);
        report(sent(request(later, 0)), "ACSC", "").expect(200);
        assertThat(stateOf(later)).isEqualTo("CLOSED");
        assertThat(balances(later)).containsExactly(0L, 0L, 0L, 10000L);
        assertSound(later, null);
        assertSound(owing, null);
    }

    private Person.Answer demand(String filing, String amount, Person person) {
        return person.post(
                "/recoveries",
                Map.of("filing", filing, "amount", amount, "ground", "CONDITIONS_BROKEN", "reason", "承诺的设备未投产"));
    }

    private Person.Answer repay(String path, String amount, String reference) {
        return releaser.post(
                path + "/repay", Map.of("amount", amount, "bankReference", reference, "receivedOn", "2026-12-23"));
    }

    private String paid(Line line, String amount) {
        String filing = confirmed(line, amount, null, ONE_OFF);
        report(sent(request(filing, 0)), "ACSC", "").expect(200);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        return filing;
    }

    private String draft() {
        String id = UUID.randomUUID().toString().substring(0, 26);
        jdbc.sql("INSERT INTO filing (id, year, state, call_id, item_code, item_version, title_zh, title_en,"
                        + " department_zh, department_en, track, line, credit_code, enterprise_name, created_at, moved_at)"
                        + " SELECT :id, year, 'DRAFT', call_id, item_code, item_version, title_zh, title_en,"
                        + " department_zh, department_en, track, line, credit_code, enterprise_name, created_at, moved_at"
                        + " FROM filing WHERE credit_code = :code LIMIT 1")
                .param("id", id)
                .param("code", Neighbours.FIRST)
                .update();
        return id;
    }

    private long untold() {
        return jdbc.sql("SELECT COUNT(*) FROM award_outbox WHERE kind = 'RECOVERY'")
                .query(Long.class)
                .single();
    }

    private long recovered(String filing) {
        return jdbc.sql("SELECT recovered FROM filing_balance WHERE filing_id = ?")
                .param(filing)
                .query(Long.class)
                .single();
    }

    /** What industry-service was told of open recoveries, once it was told so often. */
    private static List<Boolean> told(int times) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        List<Boolean> told = List.of();
        while (told.size() < times && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            told = Neighbours.WRITTEN.stream()
                    .filter(written -> written.getKey().endsWith("/recovery-order"))
                    .map(written -> written.getValue().path("open").asBoolean())
                    .toList();
        }
        return told;
    }
}
