package org.fourplusone.fund.payment;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * Walks through a bank's file once, from its first element to its last. A document type or an entity is refused before
 * anything is read from it; depth and text are bounded, and the body's size is bounded before it comes here.
 */
final class BankXml {
    private static final int TEXT = 2_000;
    private static final int DEPTH = 32;

    /** Hears of every element as it begins and as it ends. */
    interface Listener {
        default void begins(String name, BankXml at) {}

        /** @param value the element's own text, stripped; empty where it has children */
        void ends(String name, String value, BankXml at);
    }

    private final XMLStreamReader xml;
    private final String namespace;
    private final String refusal;
    private final Listener listener;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> attributes = new HashMap<>();

    private BankXml(XMLStreamReader xml, String namespace, String refusal, Listener listener) {
        this.xml = xml;
        this.namespace = namespace;
        this.refusal = refusal;
        this.listener = listener;
    }

    /**
     * @param namespace what the first element's namespace begins with
     * @param refusal the code of the field problem when it is another file or no XML
     * @throws Problem 400 {@code XML_REFUSED} for a document type or entity; 400 {@code INVALID}
     */
    static void read(byte[] document, String namespace, String refusal, Listener listener) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                new BankXml(xml, namespace, refusal, listener).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException unreadable) {
            throw notOne(refusal);
        }
    }

    static Problem notOne(String refusal) {
        return Problem.invalid(new FieldProblem("body", refusal));
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Problem.of(HttpStatus.BAD_REQUEST, "XML_REFUSED");
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < TEXT) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
    }

    private void begin() {
        boolean another =
                path.isEmpty() && !String.valueOf(xml.getNamespaceURI()).startsWith(namespace);
        if (another || path.size() >= DEPTH) {
            throw notOne(refusal);
        }
        path.addLast(xml.getLocalName());
        text.setLength(0);
        attributes.clear();
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            attributes.put(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
        }
        listener.begins(xml.getLocalName(), this);
    }

    private void end() {
        String name = path.removeLast();
        String value = text.toString().strip();
        text.setLength(0);
        listener.ends(name, value, this);
        attributes.clear();
    }

    /** The element around the one that ends now; empty around the first. */
    String parent() {
        return path.isEmpty() ? "" : path.peekLast();
    }

    boolean isInside(String name) {
        return path.contains(name);
    }

    /** An attribute of the element that ends now, empty when it has none or has children. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
