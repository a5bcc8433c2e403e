package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentStatusReaderTests {

    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><p:CstmrPmtStsRpt>
              <p:GrpHdr><p:MsgId>BANK</p:MsgId></p:GrpHdr>
              <p:OrgnlGrpInfAndSts><p:OrgnlMsgId>FPO1</p:OrgnlMsgId><p:GrpSts>PART</p:GrpSts></p:OrgnlGrpInfAndSts>
              <p:OrgnlPmtInfAndSts>
                <p:TxInfAndSts><p:OrgnlEndToEndId>F1</p:OrgnlEndToEndId><p:TxSts>ACSC</p:TxSts></p:TxInfAndSts>
                <p:TxInfAndSts><p:OrgnlEndToEndId>F2</p:OrgnlEndToEndId><p:TxSts>RJCT</p:TxSts>
                  <p:StsRsnInf><p:Rsn><p:Cd>AC04</p:Cd></p:Rsn><p:AddtlInf>账户已销户</p:AddtlInf></p:StsRsnInf>
                  <p:OrgnlTxRef><p:Cdtr><p:Pty><p:Nm>x</p:Nm></p:Pty></p:Cdtr></p:OrgnlTxRef></p:TxInfAndSts>
                <p:TxInfAndSts><p:OrgnlEndToEndId>F3</p:OrgnlEndToEndId><p:TxSts>ACCP</p:TxSts></p:TxInfAndSts>
              </p:OrgnlPmtInfAndSts></p:CstmrPmtStsRpt></p:Document>""";

    @Test
    void readsEveryPaymentWithItsMessageStatusAndReason() {
        List<PaymentStatus> statuses = read(REPORT).listed();
        assertThat(statuses)
                .containsExactly(
                        new PaymentStatus("FPO1", "F1", "ACSC", null),
                        new PaymentStatus("FPO1", "F2", "RJCT", "AC04 账户已销户"),
                        new PaymentStatus("FPO1", "F3", "ACCP", null));
        assertThat(statuses).extracting(PaymentStatus::isPaid).containsExactly(true, false, false);
        assertThat(statuses).extracting(PaymentStatus::isRefused).containsExactly(false, true, false);
    }

    @Test
    void aStatusOfTheWholeIsThatOfEachPaymentThatHasNone() {
        String reason = "<StsRsnInf><Rsn><Cd>DT01</Cd></Rsn><AddtlInf>整批退回</AddtlInf></StsRsnInf>";
        assertThat(read(whole("<GrpSts>RJCT</GrpSts>" + reason, "")).on(List.of("F1", "F2")))
                .containsExactly(
                        new PaymentStatus("FPO1", "F1", "RJCT", "DT01 整批退回"),
                        new PaymentStatus("FPO1", "F2", "RJCT", "DT01 整批退回"));
        String section =
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>FPO1</OrgnlPmtInfId><PmtInfSts>%s</PmtInfSts>%s%s</OrgnlPmtInfAndSts>";
        assertThat(read(whole("<GrpSts>ACCP</GrpSts>", section.formatted("RJCT", reason, "")))
                        .on(List.of("F1")))
                .containsExactly(new PaymentStatus("FPO1", "F1", "RJCT", "DT01 整批退回"));
        String own = "<TxInfAndSts><OrgnlEndToEndId>F2</OrgnlEndToEndId>%s</TxInfAndSts>";
        assertThat(read(whole("", section.formatted("RJCT", reason, own.formatted("<TxSts>ACSC</TxSts>"))))
                        .on(List.of("F1", "F2")))
                .as("a payment's own status goes before its group's")
                .extracting(PaymentStatus::endToEndId, PaymentStatus::status)
                .containsExactly(tuple("F2", "ACSC"), tuple("F1", "RJCT"));
        assertThat(read(whole("<GrpSts>RJCT</GrpSts>" + reason, section.formatted("PART", "", own.formatted(""))))
                        .listed())
                .containsExactly(new PaymentStatus("FPO1", "F2", "RJCT", "DT01 整批退回"));
        assertThat(read(whole("<GrpSts>PART</GrpSts>", "")).on(List.of("F1")))
                .as("mixed says nothing of a payment")
                .isEmpty();
    }

    @Test
    void refusesPaymentInformationOfAnotherMessage() {
        String other =
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>X9</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>";
        assertThatThrownBy(() -> read(whole("", other))).isInstanceOfSatisfying(Problem.class, refused -> assertThat(
                        refused.fields().get(0).code())
                .isEqualTo("MESSAGE_UNKNOWN"));
    }

    private static String whole(String status, String sections) {
        return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><CstmrPmtStsRpt><OrgnlGrpInfAndSts>"
                + "<OrgnlMsgId>FPO1</OrgnlMsgId>" + status + "</OrgnlGrpInfAndSts>" + sections
                + "</CstmrPmtStsRpt></Document>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document><Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'/>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>&x;</Document>",
                "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>&b;</Document>"
            })
    void refusesDocumentTypesAndEntities(String xml) {
        assertThatThrownBy(() -> read(xml)).hasMessageContaining("XML_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<a/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><TxInfAndSts/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>&x;</Document>"
            })
    void refusesWhatIsNoStatusReport(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Problem.class);
    }

    @Test
    void brokenFilesAreRefusedAndNeverBreakTheReader() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PaymentStatusReaderTests.brokenFilesAreRefusedAndNeverBreakTheReader seed " + seed);
        Random random = new Random(seed);
        byte[] good = REPORT.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            try {
                assertThat(PaymentStatusReader.read(BrokenFile.of(good, random)).listed())
                        .hasSizeLessThanOrEqualTo(3);
            } catch (Problem refused) {
                assertThat(refused.status().value()).isEqualTo(400);
            }
        }
    }

    private static StatusReport read(String xml) {
        return PaymentStatusReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
