package org.fourplusone.fund.payment;

import java.util.List;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Nothing is paid before its trigger is met, by the facts of the moment in which it is asked for. */
final class TriggerGate {
    private static final String TRUE = "true";

    /**
     * What the case is when an instalment is asked for.
     *
     * @param record the project or other record that the filing claims
     * @param attached the codes of the documents that are there
     * @param yearIsOver whether the filing's policy year is over
     * @param finalAccount whether the final account is confirmed
     */
    record Moment(@Nullable String record, Set<String> attached, boolean yearIsOver, boolean finalAccount) {}

    private final List<EnterpriseFacts.Fact> facts;

    TriggerGate(EnterpriseFacts.Facts facts) {
        this.facts = facts.facts() == null ? List.of() : facts.facts();
    }

    /**
     * What shows that an instalment's trigger is met: its verified fact, or all its documents; for the final account, that it
     * was confirmed; for next year's check, that the year has come besides.
     *
     * @param moment what the case is now
     * @throws Problem 409 {@code TRIGGER_NOT_MET} with {@code trigger}, {@code fact} and {@code documents}
     */
    String requireMet(Instalment instalment, Moment moment) {
        Trigger trigger = instalment.trigger();
        String fact = instalment.fact();
        switch (trigger) {
            case APPROVED -> {
                return trigger.name();
            }
            case FINAL_ACCOUNT -> {
                if (moment.finalAccount()) {
                    return trigger.name();
                }
            }
            default -> {
                boolean early = trigger == Trigger.STILL_IN_LIBRARY_NEXT_YEAR && !moment.yearIsOver();
                if (!early && fact != null && isShown(fact, trigger, moment.record())) {
                    return fact;
                }
                if (!early
                        && !instalment.papers().isEmpty()
                        && moment.attached().containsAll(instalment.papers())) {
                    return String.join(", ", instalment.papers());
                }
            }
        }
        throw Problem.of(HttpStatus.CONFLICT, "TRIGGER_NOT_MET", trigger.name())
                .with("trigger", trigger.name())
                .with("fact", fact)
                .with("documents", instalment.papers());
    }

    /** True, or a set of stages that holds the trigger's. */
    private boolean isShown(String key, Trigger trigger, @Nullable String record) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key) && Boolean.TRUE.equals(fact.verified()))
                .filter(fact -> fact.record() == null || fact.record().ref().equals(record))
                .map(EnterpriseFacts.Fact::value)
                .anyMatch(value -> value != null && (text(value).equals(TRUE) || holds(value, trigger.name())));
    }

    private static boolean holds(JsonNode value, String code) {
        return value.isArray()
                && value.valueStream().anyMatch(element -> element.asString("").equals(code));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asString("");
    }
}
