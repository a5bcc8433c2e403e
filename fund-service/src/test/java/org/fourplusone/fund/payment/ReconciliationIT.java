package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Line;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bank's statement in, and the ledger against it. */
class ReconciliationIT extends PaymentStage {

    @Test
    void aStatementConfirmsPaymentsOnceAndTheDayBalances() {
        String filing = confirmed(Line.TECH_INNOVATION, "1234.56", null, ONE_OFF);
        JsonNode batch = sent(request(filing, 0));
        CLOCK.set("2026-12-02");
        String xml = statement("RECON-1", out(paymentOf(batch), "1234.56", "2026-12-02"));
        JsonNode loaded = load(xml).expect(200).json().get(0);
        assertThat(loaded.path("lines").get(0).path("effect").asString()).isEqualTo("RECONCILED");
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertThat(instalmentState(filing)).isEqualTo("RECONCILED");

        JsonNode again = load(xml).expect(200).json().get(0);
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 123456L);
        load(xml.replace("1234.56", "1234.57")).refused(409, "STATEMENT_DIFFERS");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM posting WHERE step = 'BANK_PAID' AND filing_id = ?")
                        .param(filing)
                        .query(Integer.class)
                        .single())
                .isOne();

        JsonNode day =
                releaser.get("/reconciliation?date=2026-12-02").expect(200).json();
        assertThat(day.path("balanced").asBoolean()).as(day.toString()).isTrue();
        assertThat(day.path("ledger").asString()).isEqualTo("1234.56");
        assertThat(day.path("bank").asString()).isEqualTo("1234.56");
        assertSound(filing, null);
    }

    @Test
    void aLateReturnOpensTheCaseAgainAndTheRepairedAccountIsCheckedByASecondPerson() {
        String filing = confirmed(Line.OTHER, "500.00", null, ONE_OFF);
        JsonNode batch = sent(request(filing, 0));
        report(batch, "ACSC", "").expect(200);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        CLOCK.set("2026-12-03");
        String payment = paymentOf(batch);
        JsonNode loaded = load(statement(
                        "RECON-2",
                        out(payment, "500.00", "2026-12-03"),
                        back(payment, "500.00", "2026-12-03", "AC04", "账户已销户")))
                .expect(200)
                .json()
                .get(0);
        assertThat(loaded.path("lines"))
                .extracting(line -> line.path("effect").asString())
                .containsExactly("RECONCILED", "RETURNED");
        assertThat(stateOf(filing)).isEqualTo("PAYING");
        assertThat(instalmentState(filing)).isEqualTo("FAILED");
        assertThat(balances(filing)).containsExactly(0L, 50000L, 0L, 0L);
        assertThat(releaser.get("/reconciliation?date=2026-12-03")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();

        String instalment = instalment(filing, 0);
        payer.post("/instalments/" + instalment + "/request", account("别的企业有限公司"))
                .refused(409, "ACCOUNT_NOT_OWN");
        Map<String, Object> corrected = Map.of(
                "account", Map.of("name", NAME, "number", "6222009999991111", "bank", "示例银行", "cnaps", "313651027012"));
        JsonNode repaired = payer.post("/instalments/" + instalment + "/request", corrected)
                .expect(200)
                .json()
                .path("repairs")
                .get(0);
        assertThat(repaired.path("reason").asString()).isEqualTo("AC04 账户已销户");
        assertThat(repaired.path("before").path("number").asString()).isEqualTo("****7890");
        assertThat(repaired.path("after").path("number").asString()).isEqualTo("****1111");
        assertThat(repaired.has("checkedBy")).isFalse();
        JsonNode second = sent(instalment);
        JsonNode checked = releaser.get("/batches/" + second.path("id").asString())
                .json()
                .path("payments")
                .get(0)
                .path("repairs")
                .get(0);
        assertThat(checked.path("checkedBy").asString()).isEqualTo("releaser");
        load(statement("RECON-3", out(paymentOf(second), "500.00", "2026-12-03")))
                .expect(200);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertSound(filing, null);
    }

    @Test
    void whatDoesNotAgreeIsKeptAndShownLineByLine() {
        String filing = confirmed(Line.OTHER, "70.00", null, ONE_OFF);
        JsonNode batch = sent(request(filing, 0));
        CLOCK.set("2026-12-04");
        JsonNode loaded = load(statement(
                        "RECON-4", out(paymentOf(batch), "70.01", "2026-12-04"), out("NOT-OURS", "3.00", "2026-12-04")))
                .expect(200)
                .json()
                .get(0);
        assertThat(loaded.path("lines"))
                .extracting(line -> line.path("effect").asString())
                .containsExactly("DIFFERENT", "UNMATCHED");
        assertThat(instalmentState(filing)).isEqualTo("SENT");
        JsonNode day =
                releaser.get("/reconciliation?date=2026-12-04").expect(200).json();
        assertThat(day.path("balanced").asBoolean()).isFalse();
        assertThat(day.path("differences"))
                .extracting(each -> each.path("kind").asString() + " "
                        + each.path("difference").asString())
                .containsExactlyInAnyOrder("NOT_IN_LEDGER -70.01", "UNMATCHED -3.00");

        report(batch, "ACSC", "").expect(200);
        JsonNode booked = releaser.get("/reconciliation?date=2026-12-04").json();
        assertThat(booked.path("differences"))
                .extracting(each -> each.path("kind").asString() + " "
                        + each.path("difference").asString())
                .containsExactlyInAnyOrder("AMOUNT -0.01", "UNMATCHED -3.00");
        assertThat(booked.path("difference").asString()).isEqualTo("-3.01");
        String id = loaded.path("statement").path("id").asString();
        assertThat(payer.get("/bank-statements/" + id).expect(200).json().path("lines"))
                .hasSize(2);
        payer.get("/bank-statements/none").expect(404);
    }

    @Test
    void aLineThatCameBeforeTheSendingIsMatchedAgain() {
        String filing = confirmed(Line.OTHER, "71.00", null, ONE_OFF);
        JsonNode batch = batch(request(filing, 0));
        CLOCK.set("2026-12-07");
        String xml = statement("RECON-7", out(paymentOf(batch), "71.00", "2026-12-07"));
        JsonNode loaded = load(xml).expect(200).json().get(0);
        assertThat(loaded.path("lines").get(0).path("effect").asString()).isEqualTo("CONFLICT");
        String path = "/bank-statements/" + loaded.path("statement").path("id").asString();
        assertThat(matched(path)).as("the books do not agree yet").isEqualTo("CONFLICT");
        assertThat(balances(filing)).containsExactly(0L, 0L, 7100L, 0L);

        String id = batch.path("id").asString();
        releaser.post("/batches/" + id + "/release", Map.of()).expect(200);
        releaser.post("/batches/" + id + "/send", Map.of()).expect(200);
        assertThat(together(() -> releaser.post(path + "/match", Map.of())))
                .extracting(Person.Answer::status)
                .containsOnly(200);
        assertThat(matched(path)).isEqualTo("RECONCILED");
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 7100L);
        payer.post(path + "/match", Map.of()).expect(403);
        releaser.post("/bank-statements/none/match", Map.of()).expect(404);
        assertThat(releaser.get("/reconciliation?date=2026-12-07")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
        assertSound(filing, loaded.path("statement").path("id").asString());
    }

    private String matched(String path) {
        return releaser.post(path + "/match", Map.of())
                .expect(200)
                .json()
                .path("lines")
                .get(0)
                .path("effect")
                .asString();
    }

    @Test
    void refusesStatementsOfOtherAccountsAndThoseThatDoNotAddUp() {
        String xml = statement("RECON-5", out("X", "1.00", "2026-12-04"));
        load(xml.replace(PayerAccount.EXAMPLE.number(), "999999999999")).refused(400, "INVALID");
        String balances = balance("OPBD", "10.00") + balance("CLBD", "9.01");
        JsonNode refused = load(xml.replace("</Acct>", "</Acct>" + balances)).refused(400, "INVALID");
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("STATEMENT_SUM");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM bank_statement WHERE statement_id = 'RECON-5'")
                        .query(Integer.class)
                        .single())
                .isZero();
        load("<a/>").refused(400, "INVALID");
        payer.send("POST", "/bank-statements", xml.getBytes(StandardCharsets.UTF_8), xml())
                .expect(403);
        releaser.get("/reconciliation?date=1900-01-01").refused(400, "INVALID");
        Person.clerk(port, "enterprise1", "91371502MA3EX0013C")
                .get("/reconciliation")
                .expect(403);
    }

    private Person.Answer load(String xml) {
        return releaser.send("POST", "/bank-statements", xml.getBytes(StandardCharsets.UTF_8), xml());
    }

    private static String paymentOf(JsonNode batch) {
        return batch.path("payments").get(0).path("endToEndId").asString();
    }

    private String instalmentState(String filing) {
        return payer.get("/filings/" + filing + "/instalments")
                .json()
                .get(0)
                .path("state")
                .asString();
    }

    static String statement(String id, String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>%s</Id>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>""".formatted(id, PayerAccount.EXAMPLE.number(), String.join("\n", entries));
    }

    private static String balance(String kind, String amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>""".formatted(kind, amount);
    }

    static String out(String payment, String amount, String day) {
        return entry("DBIT", payment, amount, day, "");
    }

    static String back(String payment, String amount, String day, String code, String words) {
        String reason = "<RtrInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>%s</AddtlInf></RtrInf>".formatted(code, words);
        return entry("CRDT", payment, amount, day, reason);
    }

    private static String entry(String direction, String payment, String amount, String day, String more) {
        return """
                <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s</TxDtls></NtryDtls></Ntry>""".formatted(
                        amount, direction, day, UUID.randomUUID().toString().substring(0, 30), payment, more);
    }
}
