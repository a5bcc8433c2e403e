package org.fourplusone.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what the bank reports: settled payments as paid, refused ones back to committed. The same report twice changes
 * nothing the second time.
 */
@Component
class SettlePayments {
    private final Batches batches;
    private final Filings filings;
    private final BookPayment booking;
    private final Clock clock;

    SettlePayments(Batches batches, Filings filings, BookPayment booking, Clock clock) {
        this.batches = batches;
        this.filings = filings;
        this.booking = booking;
        this.clock = clock;
    }

    /** What a reported status did. */
    enum Effect {
        PAID,
        FAILED,
        /** The bank has it but has not settled it. */
        NOTED,
        /** Booked before, the same way. */
        UNCHANGED,
        /** It says otherwise than what was booked, or the batch was never sent: for a person to look at. */
        CONFLICT,
        /** No payment of ours left under that id and message. */
        UNKNOWN;

        boolean isApplied() {
            return this == PAID || this == FAILED || this == NOTED;
        }
    }

    /** One reported status and where it left its payment; what is null is not known of an id that is none of ours. */
    record Result(
            String endToEndId,
            String status,
            Effect effect,
            @Nullable InstalmentState state,
            @Nullable String reason,
            @Nullable Money amount,
            @Nullable String enterpriseName,
            @Nullable String instalment,
            @Nullable String filing) {}

    /**
     * What a report says of each payment that left with its message: of those that it lists and, by the status of the whole,
     * of the others.
     *
     * @throws Problem 400 {@code INVALID} with {@code MESSAGE_UNKNOWN} when it answers no message of ours
     */
    @Transactional
    public List<Result> settle(StatusReport report, Caller caller) {
        Batch batch = batches.named(report.messageId())
                .orElseThrow(() -> Problem.invalid(new FieldProblem("body", "MESSAGE_UNKNOWN", report.messageId())));
        List<String> left =
                batches.leaving(batch.id()).stream().map(Payment::endToEndId).toList();
        return settle(report.on(left), caller);
    }

    @Transactional
    public List<Result> settle(List<PaymentStatus> statuses, Caller caller) {
        Map<String, Filing> cases = new TreeMap<>();
        statuses.stream()
                .flatMap(status -> ours(status).map(Payment::filing).stream())
                .distinct()
                .sorted()
                .forEach(id -> cases.put(id, filings.lock(id)));
        List<Result> results = new ArrayList<>();
        List<PaymentStatus> ordered = statuses.stream()
                .sorted(Comparator.comparing((PaymentStatus status) -> ours(status)
                                .map(payment -> Objects.requireNonNull(cases.get(payment.filing()))
                                        .line()
                                        .ordinal())
                                .orElse(-1))
                        .thenComparing(PaymentStatus::endToEndId))
                .toList();
        for (PaymentStatus status : ordered) {
            results.add(ours(status)
                    .map(payment -> result(status, payment, caller))
                    .orElseGet(() -> new Result(
                            status.endToEndId(), status.status(), Effect.UNKNOWN, null, null, null, null, null, null)));
        }
        return results;
    }

    private Result result(PaymentStatus status, Payment payment, Caller caller) {
        Effect effect = apply(status, payment, caller);
        Payment now = batches.payment(payment.endToEndId()).orElse(payment);
        return new Result(
                status.endToEndId(),
                status.status(),
                effect,
                now.state(),
                now.reason(),
                now.amount(),
                filings.get(payment.filing()).enterpriseName(),
                payment.instalment(),
                payment.filing());
    }

    private Optional<Payment> ours(PaymentStatus status) {
        return batches.payment(status.endToEndId())
                .filter(payment -> batches.get(payment.batch()).messageId().equals(status.messageId()));
    }

    private Effect apply(PaymentStatus status, Payment payment, Caller caller) {
        return switch (payment.state()) {
            case PAID, RECONCILED -> status.isPaid() || !status.isRefused() ? Effect.UNCHANGED : Effect.CONFLICT;
            case FAILED -> status.isPaid() ? Effect.CONFLICT : Effect.UNCHANGED;
            case SENT -> book(status, payment, caller);
            default -> Effect.CONFLICT;
        };
    }

    private Effect book(PaymentStatus status, Payment payment, Caller caller) {
        if (status.isPaid()) {
            booking.paid(payment, cut(status.status()), LocalDate.now(clock), caller);
            return Effect.PAID;
        }
        if (status.isRefused()) {
            String reason = status.reason() == null ? status.status() : status.reason();
            booking.failed(payment, cut(status.status()), reason, LocalDate.now(clock), caller);
            return Effect.FAILED;
        }
        if (status.status().equals(payment.bankStatus())) {
            return Effect.UNCHANGED;
        }
        batches.settle(payment.endToEndId(), InstalmentState.SENT, cut(status.status()), status.reason(), null);
        return Effect.NOTED;
    }

    private static String cut(String status) {
        return status.length() <= 10 ? status : status.substring(0, 10);
    }
}
