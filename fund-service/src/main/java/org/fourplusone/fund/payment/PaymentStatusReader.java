package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's {@code pain.002} of any version: the original message, the status of each payment that is listed, at most
 * {@link #MOST}, and the status of the whole ({@code PmtInfSts}, else {@code GrpSts}) for those that are not. A payment's own
 * status goes before its group's; {@code PART} says nothing of a payment.
 */
final class PaymentStatusReader implements BankXml.Listener {
    static final int MOST = 10_000;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";
    private static final String REFUSAL = "NOT_PAIN_002";
    private static final String MIXED = "PART";

    /** What was read of a message, a payment information or a payment so far. */
    private static final class Told {
        private String id = "";
        private String status = "";
        private final List<String> reason = new ArrayList<>();

        StatusReport.@Nullable Group group() {
            return status.isEmpty() || status.equals(MIXED) ? null : new StatusReport.Group(status, words());
        }

        @Nullable
        String words() {
            String words = String.join(" ", reason);
            return words.isBlank() ? null : words.substring(0, Math.min(words.length(), 200));
        }
    }

    private final Told message = new Told();
    private Told section = new Told();
    private Told payment = new Told();
    private final List<Told> open = new ArrayList<>();
    private final List<PaymentStatus> listed = new ArrayList<>();
    private StatusReport.@Nullable Group sections;

    private PaymentStatusReader() {}

    /**
     * @throws Problem 400 {@code XML_REFUSED} for a document type or entity; 400 {@code INVALID} when it is no pain.002, or
     *     speaks of a payment information that is none of its message's
     */
    static StatusReport read(byte[] document) {
        PaymentStatusReader reader = new PaymentStatusReader();
        BankXml.read(document, NAMESPACE, REFUSAL, reader);
        if (reader.message.id.isEmpty()) {
            throw BankXml.notOne(REFUSAL);
        }
        reader.close(reader.message.group());
        StatusReport.Group others = reader.sections != null ? reader.sections : reader.message.group();
        return new StatusReport(reader.message.id, List.copyOf(reader.listed), others);
    }

    @Override
    public void begins(String name, BankXml at) {
        switch (name) {
            case "OrgnlPmtInfAndSts" -> section = new Told();
            case "TxInfAndSts" -> payment = new Told();
            default -> {}
        }
    }

    @Override
    public void ends(String name, String value, BankXml at) {
        switch (name) {
            case "OrgnlMsgId" -> {
                if (at.parent().equals("OrgnlGrpInfAndSts")) {
                    message(value);
                }
            }
            case "OrgnlPmtInfId" -> section.id = value;
            case "OrgnlEndToEndId" -> {
                if (at.parent().equals("TxInfAndSts")) {
                    payment.id = value;
                }
            }
            case "GrpSts" -> message.status = value;
            case "PmtInfSts" -> section.status = value;
            case "TxSts" -> payment.status = value;
            case "Cd", "Prtry" -> {
                if (at.parent().equals("Rsn")) {
                    around(at).reason.add(value);
                }
            }
            case "AddtlInf" -> {
                if (at.parent().equals("StsRsnInf")) {
                    around(at).reason.add(value);
                }
            }
            case "TxInfAndSts" -> endOfPayment();
            case "OrgnlPmtInfAndSts" -> endOfSection();
            default -> {}
        }
    }

    private Told around(BankXml at) {
        if (at.isInside("TxInfAndSts")) {
            return payment;
        }
        return at.isInside("OrgnlPmtInfAndSts") ? section : message;
    }

    private void message(String id) {
        if (!message.id.isEmpty()) {
            throw BankXml.notOne(REFUSAL);
        }
        message.id = id;
    }

    /** Its status may stand behind it in the file, so it waits for the end of its section. */
    private void endOfPayment() {
        if (payment.id.isEmpty() || listed.size() + open.size() >= MOST) {
            throw BankXml.notOne(REFUSAL);
        }
        open.add(payment);
    }

    /** Our messages have one payment information, named as they are. */
    private void endOfSection() {
        boolean ours = section.id.isEmpty() || section.id.equals("NOTPROVIDED") || section.id.equals(message.id);
        if (!ours && (open.isEmpty() || !section.status.isEmpty())) {
            throw Problem.invalid(new FieldProblem("body", "MESSAGE_UNKNOWN", section.id));
        }
        StatusReport.Group own = section.group();
        StatusReport.Group around = own != null ? own : message.group();
        close(around);
        if (own != null && sections != null && !own.equals(sections)) {
            throw BankXml.notOne(REFUSAL);
        }
        sections = own != null ? own : sections;
    }

    /** The payments read so far have the status of what is around them where they have none of their own. */
    private void close(StatusReport.@Nullable Group around) {
        open.forEach(each -> listed.add(status(each, around)));
        open.clear();
    }

    private PaymentStatus status(Told told, StatusReport.@Nullable Group around) {
        if (!told.status.isEmpty()) {
            return new PaymentStatus(message.id, told.id, told.status, told.words());
        }
        if (around == null) {
            throw BankXml.notOne(REFUSAL);
        }
        String words = told.words();
        return new PaymentStatus(message.id, told.id, around.status(), words == null ? around.reason() : words);
    }
}
