package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's {@code pain.002} of any version: the original message and the status of each of its payments, at most
 * {@link #MOST}.
 */
final class PaymentStatusReader implements BankXml.Listener {
    static final int MOST = 10_000;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";
    private static final String REFUSAL = "NOT_PAIN_002";

    private final List<PaymentStatus> statuses = new ArrayList<>();
    private String message = "";
    private @Nullable String endToEndId;
    private @Nullable String status;
    private final List<String> reason = new ArrayList<>();

    private PaymentStatusReader() {}

    /** @throws Problem 400 {@code XML_REFUSED} for a document type or entity; 400 {@code INVALID} when it is no pain.002 */
    static List<PaymentStatus> read(byte[] document) {
        PaymentStatusReader reader = new PaymentStatusReader();
        BankXml.read(document, NAMESPACE, REFUSAL, reader);
        if (reader.message.isEmpty()) {
            throw BankXml.notOne(REFUSAL);
        }
        return List.copyOf(reader.statuses);
    }

    @Override
    public void ends(String name, String value, BankXml at) {
        switch (name) {
            case "OrgnlMsgId" -> {
                if (at.parent().equals("OrgnlGrpInfAndSts")) {
                    message = value;
                }
            }
            case "OrgnlEndToEndId" -> {
                if (at.parent().equals("TxInfAndSts")) {
                    endToEndId = value;
                }
            }
            case "TxSts" -> status = value;
            case "Cd", "Prtry" -> {
                if (at.parent().equals("Rsn") && at.isInside("TxInfAndSts")) {
                    reason.add(value);
                }
            }
            case "AddtlInf" -> {
                if (at.parent().equals("StsRsnInf") && at.isInside("TxInfAndSts")) {
                    reason.add(value);
                }
            }
            case "TxInfAndSts" -> endOfPayment();
            default -> {}
        }
    }

    private void endOfPayment() {
        if (endToEndId == null || endToEndId.isEmpty() || status == null || statuses.size() >= MOST) {
            throw BankXml.notOne(REFUSAL);
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
}
