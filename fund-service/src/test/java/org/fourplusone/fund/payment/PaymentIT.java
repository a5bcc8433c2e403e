package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.PayeeAccounts;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.security.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the closed notice to the money at the enterprise, over HTTP on a real database. */
class PaymentIT extends PaymentStage {
    @Test
    void paysAnAwardAndClosesItsCase() {
        String filing = confirmed(Line.TECH_INNOVATION, "123456.78", null, ONE_OFF);
        JsonNode instalments =
                payer.get("/filings/" + filing + "/instalments").expect(200).json();
        assertThat(instalments).hasSize(1);
        assertThat(instalments.get(0).path("amount").asString()).isEqualTo("123456.78");
        assertThat(instalments.get(0).path("state").asString()).isEqualTo("PLANNED");

        String instalment = request(filing, 0);
        JsonNode requested =
                payer.get("/filings/" + filing + "/instalments").json().get(0);
        assertThat(requested.path("account").path("number").asString()).isEqualTo("****7890");
        assertThat(stateOf(filing)).isEqualTo("PAYING");
        assertThat(jdbc.sql("SELECT number_lock FROM instalment WHERE id = ?")
                        .param(instalment)
                        .query(byte[].class)
                        .single())
                .satisfies(stored -> assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                        .doesNotContain(NUMBER));

        JsonNode batch = batch(instalment);
        assertThat(batch.path("sum").asString()).isEqualTo("123456.78");
        assertThat(batch.path("sumInCapitals").asString()).isEqualTo("人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分");
        assertThat(balances(filing)).containsExactly(0L, 0L, 12345678L, 0L);
        payer.post("/batches", Map.of("instalments", List.of(instalment))).refused(409, "ILLEGAL_MOVE");
        payer.post("/instalments/" + instalment + "/request", account(NAME)).refused(409, "ILLEGAL_MOVE");

        String id = batch.path("id").asString();
        releaser.post("/batches/" + id + "/send", Map.of()).refused(409, "ILLEGAL_MOVE");
        releaser.post("/batches/" + id + "/release", Map.of()).expect(200);
        releaser.post("/batches/" + id + "/send", Map.of()).expect(200);
        JsonNode again = releaser.post("/batches/" + id + "/send", Map.of()).refused(409, "ILLEGAL_MOVE");
        assertThat(again.path("allowed")).isEmpty();

        payer.get("/batches/" + id + "/pain.001").expect(403);
        Person.Answer message = releaser.get("/batches/" + id + "/pain.001").expect(200);
        assertThat(message.body())
                .contains("pain.001.001.09", NUMBER, batch.path("messageId").asString(), "123456.78");
        assertThat(releaser.get("/batches/" + id + "/pain.001").body()).isEqualTo(message.body());
        assertThat(releaser.get("/batches/" + id).body()).doesNotContain(NUMBER).contains("****7890");

        JsonNode booked = report(batch, "ACSC", "").expect(200).json();
        assertThat(booked.path("paid").asInt()).isEqualTo(1);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 12345678L);

        JsonNode second = report(batch, "ACSC", "").expect(200).json();
        assertThat(second.path("paid").asInt()).isZero();
        assertThat(second.path("payments").get(0).path("effect").asString()).isEqualTo("UNCHANGED");
        assertThat(report(batch, "RJCT", "")
                        .json()
                        .path("payments")
                        .get(0)
                        .path("effect")
                        .asString())
                .isEqualTo("CONFLICT");
        assertThat(balances(filing)).containsExactly(0L, 0L, 0L, 12345678L);
        assertSound(filing, id);

        assertThat(told(filing, 2))
                .extracting(body -> body.path("state").asString())
                .containsExactly("COMMITTED", "PAID");
        assertThat(Person.nobody(port).get("/awards?size=200").expect(200).body())
                .contains("123456.78", NAME)
                .doesNotContain("7890");
        assertThat(Person.nobody(port).get("/awards").json().path("items")).isNotEmpty();
        Person.Answer csv = Person.nobody(port).send("GET", "/awards", null, Map.of("Accept", "text/csv"));
        assertThat(csv.expect(200).body())
                .contains("number,creditCode,enterpriseName")
                .contains("123456.78");
    }

    @Test
    void givesRefusedMoneyBackAndPaysItAgain() {
        Neighbours.facts(
                Neighbours.FIRST,
                Cases.cleanFacts(
                        ",{\"key\":\"project.started\",\"value\":true,\"verified\":true,\"record\":{\"kind\":\"PROJECT\",\"ref\":\"P-1\"}}"));
        String filing = confirmed(Line.EXPAND_INVESTMENT, "1000.01", "P-1", TWO_PARTS);
        JsonNode planned = payer.get("/filings/" + filing + "/instalments").json();
        assertThat(planned).extracting(each -> each.path("amount").asString()).containsExactly("300.00", "700.01");

        JsonNode refused = payer.post(
                        "/instalments/" + planned.get(1).path("id").asString() + "/request", account(NAME))
                .refused(409, "TRIGGER_NOT_MET");
        assertThat(refused.path("documents")).extracting(JsonNode::asString).containsExactly("E13", "E14");

        String first = request(filing, 0);
        JsonNode batch = sent(first);
        JsonNode answer = report(
                        batch, "RJCT", "<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>账号不存在</AddtlInf></StsRsnInf>")
                .expect(200)
                .json();
        assertThat(answer.path("failed").asInt()).isEqualTo(1);
        assertThat(answer.path("payments").get(0).path("reason").asString()).isEqualTo("AC01 账号不存在");
        assertThat(balances(filing)).containsExactly(0L, 100001L, 0L, 0L);
        assertThat(payer.get("/filings/" + filing + "/instalments")
                        .json()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("FAILED");

        report(sent(request(filing, 0)), "ACSC", "").expect(200);
        assertThat(stateOf(filing)).isEqualTo("PAYING");
        assertThat(balances(filing)).containsExactly(0L, 70001L, 0L, 30000L);

        Neighbours.facts(
                Neighbours.FIRST,
                Cases.cleanFacts(
                        ",{\"key\":\"project.inProduction\",\"value\":true,\"verified\":true,\"record\":{\"kind\":\"PROJECT\",\"ref\":\"P-1\"}}"));
        report(sent(request(filing, 1)), "ACSC", "").expect(200);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
        assertSound(filing, null);
    }

    @Test
    void refusesAccountsThatAreNotTheEnterprises() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String instalment = instalment(filing, 0);
        JsonNode refused = payer.post("/instalments/" + instalment + "/request", account("聊城示例新能源客车销售有限公司"))
                .refused(409, "ACCOUNT_NOT_OWN");
        assertThat(refused.path("registeredName").asString()).isEqualTo(NAME);
        JsonNode invalid = payer.post(
                        "/instalments/" + instalment + "/request",
                        Map.of("account", Map.of("name", NAME, "number", "12a", "bank", "示例银行", "cnaps", "1")))
                .refused(400, "INVALID");
        assertThat(invalid.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("account.number", "account.cnaps");
        payer.post("/instalments/" + instalment + "/request", Map.of()).refused(400, "INVALID");
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");

        JsonNode accepted = payer.post(
                        "/instalments/" + instalment + "/request",
                        Map.of(
                                "account",
                                Map.of(
                                        "name",
                                        "聊城示例 新能源客车有限公司",
                                        "number",
                                        NUMBER,
                                        "bank",
                                        "示例银行",
                                        "cnaps",
                                        "313651027011")))
                .expect(200)
                .json();
        assertThat(accepted.path("account").path("warnings").get(0).path("code").asString())
                .isEqualTo("CNAPS_CHECK");
    }

    @Test
    void paysToTheAccountThatTheEnterpriseConfirmed() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        Filing known = filings.get(filing);
        transaction.executeWithoutResult(status -> accounts.keep(
                known,
                new PayeeAccounts.Account(NAME, NUMBER, "示例银行", "313651027012"),
                new Caller("wang", "wang", Set.of("ENTERPRISE"), Set.of(Neighbours.FIRST))));
        JsonNode requested = payer.post("/instalments/" + instalment(filing, 0) + "/request", Map.of())
                .expect(200)
                .json();
        assertThat(requested.path("account").path("number").asString()).isEqualTo("****7890");
        assertThat(accounts.whole(filing).orElseThrow().number()).isEqualTo(NUMBER);
        JsonNode shown = payer.get("/filings/" + filing).expect(200).json().path("account");
        assertThat(shown.path("number").asString()).isEqualTo("****7890");
    }

    @Test
    void paysNobodyWhoIsExcludedNow() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        Neighbours.facts(
                Neighbours.FIRST,
                Cases.cleanFacts("")
                        .replace("debtor\",\"value\":false", "debtor\",\"value\":true")
                        .replace(
                                "dishonestJudgmentDebtor\",\"value\":false",
                                "dishonestJudgmentDebtor\",\"value\":true"));
        JsonNode refused = payer.post("/instalments/" + instalment(filing, 0) + "/request", account(NAME))
                .refused(409, "EXCLUDED");
        assertThat(refused.path("reasons"))
                .extracting(JsonNode::asString)
                .containsExactly("credit.dishonestJudgmentDebtor");
        Neighbours.facts(Neighbours.FIRST, "{\"facts\":[]}");
        payer.post("/instalments/" + instalment(filing, 0) + "/request", account(NAME))
                .refused(409, "EXCLUDED");
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
    }

    @Test
    void paysNobodyUncheckedWhenANeighbourIsDownAndSaysThatItWaits() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String path = "/instalments/" + instalment(filing, 0) + "/request";
        Neighbours.industryIsDown(true);
        try {
            payer.post(path, account(NAME)).refused(503, "UPSTREAM_DOWN");
            payer.post(path, account(NAME)).refused(503, "UPSTREAM_DOWN");
            assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
            assertThat(payer.get("/filings/" + filing + "/instalments")
                            .json()
                            .get(0)
                            .path("state")
                            .asString())
                    .isEqualTo("PLANNED");
            JsonNode waits = payer.get("/filings/" + filing).json().path("waitingFor");
            assertThat(waits.path("service").asString()).isEqualTo("industry-service");
            assertThat(waits.path("step").asString()).isEqualTo("PAY");
            assertThat(waits.path("since").asString()).startsWith("2026-12-01");
        } finally {
            Neighbours.industryIsDown(false);
        }
        Neighbours.policyIsDown(true);
        try {
            payer.post(path, account(NAME)).refused(503, "UPSTREAM_DOWN");
        } finally {
            Neighbours.policyIsDown(false);
        }
        assertThat(payer.get("/filings/" + filing + "/timeline").json())
                .filteredOn(step -> step.path("step").asString().equals("WAIT"))
                .as("once for each that did not answer")
                .extracting(step -> step.path("text").asString())
                .satisfiesExactly(text -> assertThat(text).contains("industry-service"), text -> assertThat(text)
                        .contains("policy-service"));
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        payer.post(path, account(NAME)).expect(200);
        JsonNode paying = payer.get("/filings/" + filing).json();
        assertThat(paying.path("waitingFor").isMissingNode()
                        || paying.path("waitingFor").isNull())
                .isTrue();
        assertThat(paying.path("trace").path("version").asInt())
                .as("frozen again with the payment")
                .isEqualTo(3);
        assertThat(audit.verify(filing)).isEmpty();
        assertThat(told(filing, 1))
                .extracting(body -> body.path("state").asString())
                .containsExactly("COMMITTED");
    }

    @Test
    void paysNoMoreThanThePolicyAllowsNow() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String path = "/instalments/" + instalment(filing, 0) + "/request";
        Neighbours.judge(Neighbours.FIRST, "A99-01", "INELIGIBLE", Neighbours.exactly("0.00"), "");
        payer.post(path, account(NAME)).refused(409, "NOT_ELIGIBLE");
        Neighbours.judge(Neighbours.FIRST, "A99-01", "ELIGIBLE", Neighbours.exactly("49999.99"), "");
        assertThat(payer.post(path, account(NAME))
                        .refused(409, "AMOUNT_TOO_HIGH")
                        .path("most")
                        .asString())
                .isEqualTo("49999.99");
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        Cases.judgedEligible(Neighbours.FIRST);
        payer.post(path, account(NAME)).expect(200);
    }

    @Test
    void afterAFinalAccountNoMoreIsAskedOfThePolicyThanItCameTo() {
        String filing = confirmed(Line.OTHER, "1000.00", null, """
                {"method":"INSTALMENTS","instalments":[{"trigger":"APPROVED","share":"0.50"},
                 {"trigger":"FINAL_ACCOUNT","share":"0.50"}]}""");
        report(sent(request(filing, 0)), "ACSC", "").expect(200);
        String account = "/filings/" + filing + "/final-account";
        Person.officer(port, "reviewer", "REVIEWER")
                .post(account, Map.of("amount", "700.00", "basis", "审计报告"))
                .expect(200);
        Person.officer(port, "chief", "APPROVER")
                .post(account + "/confirm", Map.of())
                .expect(200);
        String path = "/instalments/" + instalment(filing, 1) + "/request";
        Neighbours.judge(Neighbours.FIRST, "A99-01", "ELIGIBLE", Neighbours.exactly("699.99"), "");
        payer.post(path, account(NAME)).refused(409, "AMOUNT_TOO_HIGH");
        Neighbours.judge(Neighbours.FIRST, "A99-01", "ELIGIBLE", Neighbours.exactly("700.00"), "");
        payer.post(path, account(NAME)).expect(200);
        Cases.judgedEligible(Neighbours.FIRST);
        report(sent(instalment(filing, 1)), "ACSC", "").expect(200);
        assertThat(stateOf(filing)).isEqualTo("CLOSED");
    }

    @Test
    void aBatchIsMadeAndLeavesOnceHoweverManyTry() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String instalment = request(filing, 0);
        List<Person.Answer> made = together(() -> payer.post("/batches", Map.of("instalments", List.of(instalment))));
        assertThat(made)
                .extracting(Person.Answer::status)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        String id = made.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .json()
                .path("id")
                .asString();
        assertThat(together(() -> releaser.post("/batches/" + id + "/release", Map.of())))
                .extracting(Person.Answer::status)
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(together(() -> releaser.post("/batches/" + id + "/send", Map.of())))
                .extracting(Person.Answer::status)
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(balances(filing)).containsExactly(0L, 0L, 5_000_000L, 0L);
        assertThat(audit.verify(id)).isEmpty();
    }

    @Test
    void keepsPayerReleaserAndApproverApart() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        Person approver = Person.officer(port, "approver", "APPROVER", "PAYER", "RELEASER");
        approver.post("/instalments/" + instalment(filing, 0) + "/request", account(NAME))
                .refused(409, "SAME_PERSON");
        Person both = Person.officer(port, "both", "PAYER", "RELEASER");
        String instalment = request(filing, 0);
        String id = both.post("/batches", Map.of("instalments", List.of(instalment)))
                .expect(201)
                .json()
                .path("id")
                .asString();
        JsonNode refused = both.post("/batches/" + id + "/release", Map.of()).refused(409, "SAME_PERSON");
        assertThat(refused.path("filing").asString()).isEqualTo(filing);
        approver.post("/batches/" + id + "/release", Map.of()).refused(409, "SAME_PERSON");
        payer.post("/batches/" + id + "/release", Map.of()).expect(403);
        releaser.post("/batches/" + id + "/release", Map.of()).expect(200);
        both.post("/batches/" + id + "/send", Map.of()).refused(409, "SAME_PERSON");
    }

    @Test
    void aRepeatedKeyHasOneEffect() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String instalment = request(filing, 0);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("instalments", List.of(instalment));
        String first = payer.post("/batches", body, key).expect(201).body();
        assertThat(payer.post("/batches", body, key).expect(201).body()).isEqualTo(first);
        payer.post("/batches", Map.of("instalments", List.of("other")), key).refused(422, "KEY_REUSED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM payment WHERE instalment_id = ?")
                        .param(instalment)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesFilesWithADocumentTypeAndReportsUnknownPayments() {
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">&x;</Document>";
        status(xxe).refused(400, "XML_REFUSED");
        status("<Document/>").refused(400, "INVALID");
        status("no xml").refused(400, "INVALID");
        JsonNode refused = status(file("FPO-none", "NOT-OURS", "ACSC", "")).refused(400, "INVALID");
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("MESSAGE_UNKNOWN");
        assertThat(refused.toString()).contains("FPO-none");
        JsonNode batch = sent(request(confirmed(Line.OTHER, "10.00", null, ONE_OFF), 0));
        JsonNode answer = status(file(batch.path("messageId").asString(), "NOT-OURS", "ACSC", ""))
                .expect(200)
                .json();
        assertThat(answer.path("unknown")).extracting(JsonNode::asString).containsExactly("NOT-OURS");
        payer.send("POST", "/payment-status", xxe.getBytes(StandardCharsets.UTF_8), xml())
                .expect(403);
    }

    @Test
    void aStatusOfTheWholeMessageIsAppliedToEachOfItsPayments() {
        String first = confirmed(Line.OTHER, "21.00", null, ONE_OFF);
        String second = confirmed(Line.TECH_INNOVATION, "22.00", null, ONE_OFF);
        JsonNode batch = sent(request(first, 0), request(second, 0));
        JsonNode noted = whole(batch, "ACCP").expect(200).json();
        assertThat(noted.path("applied").asInt()).isEqualTo(2);
        assertThat(noted.path("paid").asInt() + noted.path("failed").asInt()).isZero();
        assertThat(balances(first)).as("accepted is not yet paid").containsExactly(0L, 0L, 2100L, 0L);

        JsonNode refused = whole(batch, "RJCT").expect(200).json();
        assertThat(refused.path("applied").asInt()).isEqualTo(2);
        assertThat(refused.path("failed").asInt()).isEqualTo(2);
        assertThat(refused.path("payments"))
                .extracting(each -> each.path("reason").asString())
                .containsOnly("DT01 整批退回");
        assertThat(balances(first)).containsExactly(0L, 2100L, 0L, 0L);
        assertThat(balances(second)).containsExactly(0L, 2200L, 0L, 0L);
        assertThat(whole(batch, "RJCT").expect(200).json().path("applied").asInt())
                .isZero();

        assertThat(whole(sent(request(first, 0), request(second, 0)), "ACSC")
                        .expect(200)
                        .json()
                        .path("paid")
                        .asInt())
                .isEqualTo(2);
        assertThat(stateOf(first)).isEqualTo("CLOSED");
        assertThat(balances(second)).containsExactly(0L, 0L, 0L, 2200L);
        assertSound(second, batch.path("id").asString());
    }

    private Person.Answer whole(JsonNode batch, String status) {
        return status("""
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts>
                <OrgnlMsgId>%s</OrgnlMsgId><GrpSts>%s</GrpSts><StsRsnInf><Rsn><Cd>DT01</Cd></Rsn><AddtlInf>整批退回</AddtlInf></StsRsnInf>
                </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>""".formatted(batch.path("messageId").asString(), status));
    }

    @Test
    void showsInstalmentsToTheOwnEnterpriseOnly() {
        String filing = confirmed(Line.OTHER, "50000.00", null, ONE_OFF);
        String path = "/filings/" + filing + "/instalments";
        Person.clerk(port, "enterprise1", Neighbours.FIRST).get(path).expect(200);
        Person.clerk(port, "enterprise2", Neighbours.SECOND).get(path).expect(404);
        Person.nobody(port).get(path).expect(401);
        payer.get("/filings/none/instalments").expect(404);
    }
}
