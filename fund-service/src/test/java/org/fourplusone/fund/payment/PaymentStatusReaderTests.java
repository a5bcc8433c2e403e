package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        List<PaymentStatus> statuses = read(REPORT);
        assertThat(statuses)
                .containsExactly(
                        new PaymentStatus("FPO1", "F1", "ACSC", null),
                        new PaymentStatus("FPO1", "F2", "RJCT", "AC04 账户已销户"),
                        new PaymentStatus("FPO1", "F3", "ACCP", null));
        assertThat(statuses).extracting(PaymentStatus::isPaid).containsExactly(true, false, false);
        assertThat(statuses).extracting(PaymentStatus::isRefused).containsExactly(false, true, false);
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
                assertThat(PaymentStatusReader.read(BrokenFile.of(good, random)))
                        .hasSizeLessThanOrEqualTo(3);
            } catch (Problem refused) {
                assertThat(refused.status().value()).isEqualTo(400);
            }
        }
    }

    private static List<PaymentStatus> read(String xml) {
        return PaymentStatusReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
