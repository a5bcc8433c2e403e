package org.fourplusone.fund.payment;

import org.jspecify.annotations.Nullable;

/**
 * What the bank reports on one payment in {@code pain.002}.
 *
 * @param messageId the message that the payment left with
 * @param status code of ISO 20022's ExternalPaymentTransactionStatus1Code, such as ACSC or RJCT
 * @param reason code and words of a refusal
 */
record PaymentStatus(
        String messageId,
        String endToEndId,
        String status,
        @Nullable String reason) {

    /** Settled on the creditor's or the debtor's side. */
    boolean isPaid() {
        return status.equals("ACSC") || status.equals("ACCC");
    }

    boolean isRefused() {
        return status.equals("RJCT") || status.equals("CANC");
    }
}
