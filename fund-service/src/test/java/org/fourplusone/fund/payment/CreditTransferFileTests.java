package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.Movements;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CreditTransferFileTests {

    private static final BankAccount PAYER = new BankAccount("示例区财政局", "371500100000000001", "示例银行", "313651027012");
    private static final BankAccount RECEIVER =
            new BankAccount("示例<钢管>&有限公司", "6222001234567890", "示例银行 & 支行", "402795602394");

    @Test
    void writesTheStructureOfTheMessageDefinition() throws Exception {
        Document file = parse(write(transfer("E1", "18.50", "奖励"), transfer("E2", "1000000.01", "奖励")));
        Element root = file.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        Element message = child(root, "CstmrCdtTrfInitn");
        assertThat(names(message)).containsExactly("GrpHdr", "PmtInf");
        Element header = child(message, "GrpHdr");
        assertThat(names(header)).containsExactly("MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty");
        assertThat(header.getTextContent()).contains("B-1", "2026-11-30T08:00:00+00:00", "1000018.51");
        Element instruction = child(message, "PmtInf");
        assertThat(names(instruction))
                .containsExactly(
                        "PmtInfId",
                        "PmtMtd",
                        "BtchBookg",
                        "NbOfTxs",
                        "CtrlSum",
                        "ReqdExctnDt",
                        "Dbtr",
                        "DbtrAcct",
                        "DbtrAgt",
                        "ChrgBr",
                        "CdtTrfTxInf",
                        "CdtTrfTxInf");
        Element transfer = child(instruction, "CdtTrfTxInf");
        assertThat(names(transfer)).containsExactly("PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf");
        Element amount = child(child(transfer, "Amt"), "InstdAmt");
        assertThat(amount.getAttribute("Ccy")).isEqualTo("CNY");
        assertThat(amount.getTextContent()).isEqualTo("18.50");
        Element member = child(child(child(transfer, "CdtrAgt"), "FinInstnId"), "ClrSysMmbId");
        assertThat(child(child(member, "ClrSysId"), "Cd").getTextContent()).isEqualTo("CNAPS");
        assertThat(child(member, "MmbId").getTextContent()).isEqualTo("402795602394");
        assertThat(child(child(transfer, "Cdtr"), "Nm").getTextContent()).isEqualTo("示例<钢管>&有限公司");
        assertThat(child(child(child(child(transfer, "CdtrAcct"), "Id"), "Othr"), "Id")
                        .getTextContent())
                .isEqualTo("6222001234567890");
    }

    @Test
    void givesTheSameBytesEveryTimeAndNoDoctype() {
        var transfer = transfer("E1", "18.50", "𠮷".repeat(200));
        assertThat(write(transfer))
                .isEqualTo(write(transfer))
                .startsWith("<?xml")
                .doesNotContain("DOCTYPE");
    }

    @Test
    void refusesAnEmptyBatch() {
        assertThatIllegalArgumentException().isThrownBy(CreditTransferFileTests::write);
    }

    /** The schema is ISO 20022's own; the controls say that it would find a fault. */
    @Test
    void isValidAgainstTheSchemaOfTheMessageDefinition() throws Exception {
        String valid = write(transfer("E1", "18.50", "𠮷".repeat(200)), transfer("E2", "1000000.01", "奖励"));
        assertThat(faults(valid)).isEmpty();
        assertThat(faults(valid.replace("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>two</NbOfTxs>")))
                .isNotEmpty();
        assertThat(faults(valid.replace("<PmtMtd>TRF</PmtMtd>", ""))).isNotEmpty();
        assertThat(faults(valid.replace("<EndToEndId>E1<", "<EndToEndId>" + "E".repeat(36) + "<")))
                .isNotEmpty();
    }

    private static List<String> faults(String xml) throws Exception {
        URL definition = CreditTransferFileTests.class.getResource("/pain.001.001.09.xsd");
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(definition)
                .newValidator();
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
            return List.of();
        } catch (SAXException fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    static PaymentOrder.Transfer transfer(String endToEndId, String amount, String title) {
        return new PaymentOrder.Transfer(
                endToEndId,
                Money.parse(amount),
                RECEIVER,
                "LC2026-000001",
                "91371502MA3EX0013C",
                "A01-01",
                new Text(title, title),
                new Movements.Budget(Line.OTHER, 2026, "专项资金", "示例财预〔2026〕1号"));
    }

    static PaymentOrder order(PaymentOrder.Transfer... transfers) {
        return new PaymentOrder(
                "B-1",
                Instant.parse("2026-11-30T08:00:00.123Z"),
                LocalDate.parse("2026-11-30"),
                PAYER,
                List.of(transfers));
    }

    private static String write(PaymentOrder.Transfer... transfers) {
        return new String(new CreditTransferFile().write(order(transfers)), StandardCharsets.UTF_8);
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("no " + name + " in " + parent.getLocalName());
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getLocalName());
            }
        }
        return names;
    }
}
