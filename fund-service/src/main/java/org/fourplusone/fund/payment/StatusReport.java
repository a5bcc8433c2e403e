package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the bank reports on one of our messages in {@code pain.002}.
 *
 * @param messageId the message that it answers
 * @param listed the payments that it names, each with its own status or that of the group around it
 * @param others what it says of all the payments that it does not name; null when it says nothing of them
 */
record StatusReport(
        String messageId,
        List<PaymentStatus> listed,
        @Nullable Group others) {

    /** A status of a whole message or payment information: code and, for a refusal, code and words. */
    record Group(String status, @Nullable String reason) {
        PaymentStatus of(String messageId, String endToEndId) {
            return new PaymentStatus(messageId, endToEndId, status, reason);
        }
    }

    /** The status of each payment: those that are listed, and the others that left with the message. */
    List<PaymentStatus> on(List<String> left) {
        Set<String> named = listed.stream().map(PaymentStatus::endToEndId).collect(Collectors.toSet());
        List<PaymentStatus> all = new ArrayList<>(listed);
        Group group = others;
        if (group != null) {
            left.stream()
                    .filter(id -> !named.contains(id))
                    .map(id -> group.of(messageId, id))
                    .forEach(all::add);
        }
        return all;
    }
}
