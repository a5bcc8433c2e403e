package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.fund.filing.Exclusions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.RegisteredExclusions;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks of every line of a batch, at its release, whether its enterprise may be paid now and the account is its own. */
@Component
class BatchGate {
    private static final Map<String, Text> WHY = Map.of(
            "EXCLUDED", Text.of("登记库记有不得享受支持的情形", "excluded by the register"),
            "BANNED", Text.of("限制申报期内", "banned"),
            "RECOVERY_OPEN", Text.of("有未结清的追回款", "a recovery is open"),
            "ACCOUNT_NOT_OWN", Text.of("账户户名不是该企业", "the account is not the enterprise's"));

    /**
     * A line that may not leave now.
     *
     * @param code EXCLUDED, BANNED, RECOVERY_OPEN or ACCOUNT_NOT_OWN
     * @param reasons the facts that stand against the enterprise, for EXCLUDED
     */
    record Stopped(
            String payment,
            String instalment,
            String filing,
            String number,
            String enterpriseName,
            String code,
            Text why,
            List<String> reasons) {}

    private final RegisteredExclusions registered;
    private final Exclusions exclusions;

    BatchGate(RegisteredExclusions registered, Exclusions exclusions) {
        this.registered = registered;
        this.exclusions = exclusions;
    }

    /**
     * What the register says against each enterprise, asked once for each; to be asked before any case is locked.
     *
     * @throws Problem 503 {@code UPSTREAM_DOWN} when one cannot be asked
     */
    Map<String, Problem> registered(Set<String> creditCodes) {
        Map<String, Problem> against = new HashMap<>();
        creditCodes.forEach(code ->
                refusal(() -> registered.requireProvenNone(code)).ifPresent(problem -> against.put(code, problem)));
        return against;
    }

    /**
     * With the cases locked.
     *
     * @param registered what the register says against an enterprise, by its credit code
     * @throws Problem 409 {@code BATCH_STOPPED} with {@code lines}, every line that may not leave now
     */
    void require(List<Payment> payments, Map<String, Filing> cases, Map<String, Problem> registered) {
        Map<String, Optional<Problem>> held = new HashMap<>();
        List<Stopped> stopped = new ArrayList<>();
        for (Payment payment : payments) {
            Filing filing = Objects.requireNonNull(cases.get(payment.filing()));
            String code = filing.creditCode();
            Optional.ofNullable(registered.get(code))
                    .or(() -> held.computeIfAbsent(code, each -> refusal(() -> exclusions.require(each))))
                    .or(() -> account(payment, filing))
                    .ifPresent(problem -> stopped.add(stopped(payment, filing, problem)));
        }
        if (!stopped.isEmpty()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "BATCH_STOPPED",
                            stopped.size(),
                            Text.of(told(stopped, Text::zh, "；"), told(stopped, Text::en, "; ")))
                    .with("lines", stopped);
        }
    }

    private static Optional<Problem> account(Payment payment, Filing filing) {
        return AccountHolder.isSame(payment.holder(), filing.enterpriseName())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(HttpStatus.CONFLICT, "ACCOUNT_NOT_OWN", payment.holder(), filing.enterpriseName()));
    }

    private static Optional<Problem> refusal(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (Problem refused) {
            if (WHY.containsKey(refused.code())) {
                return Optional.of(refused);
            }
            throw refused;
        }
    }

    private static Stopped stopped(Payment payment, Filing filing, Problem problem) {
        List<String> reasons = problem.properties().get("reasons") instanceof List<?> given
                ? given.stream().map(String::valueOf).toList()
                : List.of();
        return new Stopped(
                payment.endToEndId(),
                payment.instalment(),
                filing.id(),
                filing.number(),
                filing.enterpriseName(),
                problem.code(),
                Objects.requireNonNull(WHY.get(problem.code())),
                reasons);
    }

    private static String told(List<Stopped> stopped, Function<Text, String> language, String between) {
        return stopped.stream()
                .map(line -> line.enterpriseName() + " " + line.number() + " (" + language.apply(line.why()) + ")")
                .collect(Collectors.joining(between));
    }
}
