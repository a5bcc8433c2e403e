package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bank sends a payment back (退票) of which money is claimed back already. */
class ReturnedRecoveryIT extends PaymentStage {
    private static final String HALVES = """
            {"method":"INSTALMENTS","instalments":[{"trigger":"APPROVED","share":"0.50"},
             {"trigger":"APPROVED","share":"0.50"}]}""";

    private Person reviewer;
    private Person chief;

    @BeforeEach
    void others() {
        reviewer = Person.officer(port, "reviewer", "REVIEWER");
        chief = Person.officer(port, "chief", "APPROVER");
        jdbc.sql("UPDATE recovery SET state = 'DROPPED' WHERE state IN ('DEMANDED', 'ORDERED')")
                .update();
    }

    @Test
    void nothingLeftToClaimDropsTheRecoveryAndTheEnterpriseIsFree() {
        String filing = confirmed(Line.OTHER, "1000.00", null, ONE_OFF);
        String other = confirmed(Line.OTHER, "50.00", null, ONE_OFF);
        String payment = paid(filing, 0);
        String path = ordered(filing, "400.00");
        payer.post("/instalments/" + instalment(other, 0) + "/request", account(NAME))
                .refused(409, "RECOVERY_OPEN");

        assertThat(returned(payment, "1000.00")).isEqualTo("RETURNED");
        JsonNode dropped = chief.get(path).expect(200).json();
        assertThat(dropped.path("state").asString()).isEqualTo("DROPPED");
        assertThat(dropped.path("open").asString()).isEqualTo("0.00");
        assertThat(dropped.path("decision").asString()).contains(payment);
        assertThat(chief.get("/filings/" + filing + "/letters").expect(200).json())
                .extracting(each -> each.path("kind").asString())
                .contains("RECOVERY_DROPPED");
        assertThat(steps(filing)).contains("DROP_RECOVERY");
        payer.post("/instalments/" + instalment(other, 0) + "/request", account(NAME))
                .expect(200);
        payer.post("/instalments/" + instalment(filing, 0) + "/request", account(NAME))
                .expect(200);
        assertTrail(filing, path);
    }

    @Test
    void theRecoveryShrinksToWhatTheEnterpriseStillHas() {
        String filing = confirmed(Line.OTHER, "1000.00", null, HALVES);
        paid(filing, 0);
        String second = paid(filing, 1);
        String path = ordered(filing, "700.00");
        repay(path, "100.00");

        assertThat(returned(second, "500.00")).isEqualTo("RETURNED");
        JsonNode shrunk = chief.get(path).expect(200).json();
        assertThat(shrunk.path("state").asString()).isEqualTo("ORDERED");
        assertThat(shrunk.path("amount").asString()).isEqualTo("500.00");
        assertThat(shrunk.path("open").asString()).isEqualTo("400.00");
        assertThat(steps(filing)).contains("SHRINK_RECOVERY");
        assertThat(repay(path, "400.00").path("state").asString()).isEqualTo("SETTLED");
        assertThat(balances(filing)).containsExactly(0L, 50000L, 0L, 50000L);
        assertTrail(filing, path);
    }

    @Test
    void whatCameInAlreadySettlesARecoveryOfWhichNoMoreIsOwed() {
        String filing = confirmed(Line.OTHER, "1000.00", null, HALVES);
        paid(filing, 0);
        String second = paid(filing, 1);
        String path = ordered(filing, "600.00");
        repay(path, "500.00");

        assertThat(returned(second, "500.00")).isEqualTo("RETURNED");
        JsonNode settled = chief.get(path).expect(200).json();
        assertThat(settled.path("state").asString()).isEqualTo("SETTLED");
        assertThat(settled.path("amount").asString()).isEqualTo("500.00");
        assertTrail(filing, path);
    }

    @Test
    void ordersNoMoreThanTheEnterpriseStillHas() {
        String filing = confirmed(Line.OTHER, "1000.00", null, HALVES);
        paid(filing, 0);
        String second = paid(filing, 1);
        String path = demanded(filing, "1000.00");
        assertThat(returned(second, "500.00")).isEqualTo("RETURNED");
        CLOCK.set("2026-12-28");
        chief.post(path + "/order", Map.of("reason", "属实", "amount", "500.01")).refused(400, "INVALID");
        JsonNode ordered =
                chief.post(path + "/order", Map.of("reason", "属实")).expect(200).json();
        assertThat(ordered.path("demanded").asString()).isEqualTo("1000.00");
        assertThat(ordered.path("open").asString()).isEqualTo("500.00");

        String older = confirmed(Line.OTHER, "100.00", null, ONE_OFF);
        jdbc.sql("UPDATE recovery SET state = 'DROPPED' WHERE state = 'ORDERED'")
                .update();
        paid(older, 0);
        String beyond = demanded(older, "100.00");
        jdbc.sql("UPDATE recovery SET demanded = 20000, amount = 20000 WHERE filing_id = ?")
                .param(older)
                .update();
        CLOCK.set("2026-12-28");
        chief.post(beyond + "/order", Map.of("reason", "属实")).refused(400, "INVALID");
        assertTrail(filing, path);
    }

    @Test
    void aRepaymentNeedsAFreshFactorBooksItsReferenceOnceAndIsShownBesideTheBanksLine() {
        String filing = confirmed(Line.OTHER, "1000.00", null, ONE_OFF);
        paid(filing, 0);
        String returned = confirmed(Line.OTHER, "20.00", null, ONE_OFF);
        String payment = paid(returned, 0);
        String second = demanded(filing, "10.00");
        String first = ordered(filing, "400.00");
        chief.post(second + "/order", Map.of("reason", "属实")).expect(200);
        String reference = "BANK-" + UUID.randomUUID().toString().substring(0, 20);
        Map<String, String> body = Map.of("amount", "10.00", "bankReference", reference, "receivedOn", "2026-12-28");
        Person.officerWithoutFactor(port, "releaser", "RELEASER")
                .post(first + "/repay", body)
                .refused(403, "FACTOR_REQUIRED");
        releaser.post(first + "/repay", body).expect(200);
        releaser.post(second + "/repay", body).refused(409, "REFERENCE_USED");
        assertThat(repayment(reference)).isEqualTo("10.00 0.00 false ");

        load(ReconciliationIT.statement("IN-" + reference, """
                <Ntry><Amt Ccy="CNY">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-12-29</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef></Ntry>""".formatted(reference)));
        assertThat(repayment(reference)).isEqualTo("10.00 10.00 true 2026-12-29");

        assertThat(returned(payment, "20.00")).isEqualTo("RETURNED");
        String back = jdbc.sql("SELECT reference FROM bank_line WHERE end_to_end_id = ? AND effect = 'RETURNED'")
                .param(payment)
                .query(String.class)
                .single();
        releaser.post(second + "/repay", Map.of("amount", "10.00", "bankReference", back, "receivedOn", "2026-12-28"))
                .refused(409, "REFERENCE_USED");
    }

    /** As the day shows it: by the books, by the bank, whether they agree, and the bank's day. */
    private String repayment(String reference) {
        for (JsonNode each : releaser.get("/reconciliation?date=2026-12-28")
                .expect(200)
                .json()
                .path("repayments")) {
            if (each.path("reference").asString().equals(reference)) {
                return "%s %s %s %s"
                        .formatted(
                                each.path("ledger").asString(),
                                each.path("bank").asString(),
                                each.path("atBank").asBoolean(),
                                each.path("bankOn").asString(""));
            }
        }
        throw new AssertionError("no repayment " + reference);
    }

    private Person.Answer load(String xml) {
        return releaser.send("POST", "/bank-statements", xml.getBytes(StandardCharsets.UTF_8), xml())
                .expect(200);
    }

    @Test
    void whatIsPaidAnewIsNoMoreThanTheFinalAccount() {
        String less = confirmed(Line.OTHER, "1000.00", null, HALVES);
        String payment = paid(less, 0);
        settle(less, "400.00");
        assertThat(stateOf(less)).isEqualTo("CLOSED");
        assertThat(returned(payment, "500.00")).isEqualTo("RETURNED");
        assertThat(balances(less)).containsExactly(0L, 40000L, 0L, 0L);
        assertThat(steps(less)).contains("DROP_RECOVERY", "CUT_INSTALMENT");
        paid(less, 0);
        assertThat(stateOf(less)).isEqualTo("CLOSED");
        assertThat(balances(less)).containsExactly(0L, 0L, 0L, 40000L);

        String nothing = confirmed(Line.OTHER, "1000.00", null, HALVES);
        payment = paid(nothing, 0);
        settle(nothing, "0.00");
        assertThat(returned(payment, "500.00")).isEqualTo("RETURNED");
        assertThat(stateOf(nothing)).isEqualTo("CLOSED");
        assertThat(balances(nothing)).containsExactly(0L, 0L, 0L, 0L);
        assertSound(nothing, null);
    }

    private void settle(String filing, String amount) {
        String path = "/filings/" + filing + "/final-account";
        reviewer.post(path, Map.of("amount", amount, "basis", "审计报告〔2026〕9号")).expect(200);
        chief.post(path + "/confirm", Map.of()).expect(200);
    }

    /** Pays an instalment; its payment's name at the bank. */
    private String paid(String filing, int position) {
        JsonNode batch = sent(request(filing, position));
        report(batch, "ACSC", "").expect(200);
        return batch.path("payments").get(0).path("endToEndId").asString();
    }

    private String demanded(String filing, String amount) {
        return "/recoveries/"
                + reviewer.post(
                                "/recoveries",
                                Map.of(
                                        "filing",
                                        filing,
                                        "amount",
                                        amount,
                                        "ground",
                                        "CONDITIONS_BROKEN",
                                        "reason",
                                        "承诺的设备未投产"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    private String ordered(String filing, String amount) {
        String path = demanded(filing, amount);
        CLOCK.set("2026-12-28");
        chief.post(path + "/order", Map.of("reason", "属实")).expect(200);
        return path;
    }

    private JsonNode repay(String path, String amount) {
        String reference = "BANK-" + UUID.randomUUID().toString().substring(0, 20);
        return releaser.post(
                        path + "/repay",
                        Map.of("amount", amount, "bankReference", reference, "receivedOn", "2026-12-28"))
                .expect(200)
                .json();
    }

    /** What the bank's statement of the return did. */
    private String returned(String payment, String amount) {
        String name = "BACK-" + UUID.randomUUID().toString().substring(0, 20);
        String xml =
                ReconciliationIT.statement(name, ReconciliationIT.back(payment, amount, "2026-12-28", "AC04", "账户已销户"));
        return load(xml).json().get(0).path("lines").get(0).path("effect").asString();
    }

    private List<String> steps(String filing) {
        return jdbc.sql("SELECT action FROM filing_step WHERE filing_id = ? ORDER BY position")
                .param(filing)
                .query(String.class)
                .list();
    }

    /** The case and the recovery have their chains, and the recovery's last record is that of its last change. */
    private void assertTrail(String filing, String recovery) {
        String id = recovery.substring("/recoveries/".length());
        assertSound(filing, id);
        assertThat(audit.of(id)).extracting(AuditRecord::action).containsAnyOf("DROP_RECOVERY", "SHRINK_RECOVERY");
    }
}
