package org.fourplusone.fund.payment;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Reads a bank's {@code pain.002} of any version: the original message and the status of each of its payments. A document
 * type, an external entity or more than {@link #MOST} payments is refused before anything is read from it.
 */
final class PaymentStatusReader {
    static final int MOST = 10_000;
    private static final int TEXT = 2_000;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<PaymentStatus> statuses = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String message = "";
    private @Nullable String endToEndId;
    private @Nullable String status;
    private final List<String> reason = new ArrayList<>();

    private PaymentStatusReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws Problem 400 {@code XML_REFUSED} for a document type or entity; 400 {@code INVALID} when it is no pain.002 */
    static List<PaymentStatus> read(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return new PaymentStatusReader(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException unreadable) {
            throw notOne();
        }
    }

    private List<PaymentStatus> read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Problem.of(HttpStatus.BAD_REQUEST, "XML_REFUSED");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        if (message.isEmpty()) {
            throw notOne();
        }
        return List.copyOf(statuses);
    }

    private void start() {
        if (path.isEmpty() && !String.valueOf(xml.getNamespaceURI()).startsWith(NAMESPACE)) {
            throw notOne();
        }
        path.addLast(xml.getLocalName());
        if (path.size() > 32) {
            throw notOne();
        }
        text.setLength(0);
    }

    private void characters() {
        if (text.length() < TEXT) {
            text.append(xml.getText());
        }
    }

    private void end() {
        String name = path.removeLast();
        String parent = path.isEmpty() ? "" : path.peekLast();
        String value = text.toString().strip();
        text.setLength(0);
        switch (name) {
            case "OrgnlMsgId" -> {
                if (parent.equals("OrgnlGrpInfAndSts")) {
                    message = value;
                }
            }
            case "OrgnlEndToEndId" -> {
                if (parent.equals("TxInfAndSts")) {
                    endToEndId = value;
                }
            }
            case "TxSts" -> status = value;
            case "Cd", "Prtry" -> {
                if (parent.equals("Rsn") && path.contains("TxInfAndSts")) {
                    reason.add(value);
                }
            }
            case "AddtlInf" -> {
                if (parent.equals("StsRsnInf") && path.contains("TxInfAndSts")) {
                    reason.add(value);
                }
            }
            case "TxInfAndSts" -> endOfPayment();
            default -> {}
        }
    }

    private void endOfPayment() {
        if (endToEndId == null || endToEndId.isEmpty() || status == null || statuses.size() >= MOST) {
            throw notOne();
        }
        String words = String.join(" ", reason);
        statuses.add(new PaymentStatus(
                message,
                endToEndId,
                status,
                words.isBlank() ? null : words.substring(0, Math.min(words.length(), 200))));
        endToEndId = null;
        status = null;
        reason.clear();
    }

    private static Problem notOne() {
        return Problem.invalid(new FieldProblem("body", "NOT_PAIN_002"));
    }
}
