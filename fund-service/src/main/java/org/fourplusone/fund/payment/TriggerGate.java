package org.fourplusone.fund.payment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Nothing is paid before its trigger is met, by the facts of the moment in which it is asked for. */
final class TriggerGate {
    private static final String TRUE = "true";

    /**
     * The year after the filing's policy year.
     *
     * @param begins its first moment
     * @param isHere whether that has passed
     */
    record NextYear(int year, Instant begins, boolean isHere) {}

    /**
     * What the case is when an instalment is asked for.
     *
     * @param record the project or other record that the filing claims
     * @param attached the codes of the documents that are there
     * @param attachedNextYear those of them that were handed in since the next year began
     * @param finalAccount whether the final account is confirmed
     */
    record Moment(
            @Nullable String record,
            Set<String> attached,
            Set<String> attachedNextYear,
            NextYear nextYear,
            boolean finalAccount) {}

    /** What an instalment still needs. */
    private enum Missing {
        FINAL_ACCOUNT,
        NEXT_YEAR,
        PROOF_OF_NEXT_YEAR,
        PROOF;

        Text text(int year) {
            return switch (this) {
                case FINAL_ACCOUNT -> Text.of("清算结果尚未确认", "the final account has to be confirmed");
                case NEXT_YEAR -> Text.of(year + " 年 1 月 1 日前不予拨付", "it is not due before 1 January " + year);
                case PROOF_OF_NEXT_YEAR ->
                    Text.of(
                            "须有 " + year + " 年的核实：由部门在 " + year + " 年 1 月 1 日以后核实相应事实，或在该日以后上传全部佐证材料；申报时的核实不算",
                            "its fact has to be verified for " + year + ", by a department on or after 1 January "
                                    + year
                                    + ", or all its documents attached since then; what was verified at the filing does not count");
                case PROOF ->
                    Text.of("需要相应事实已核实，或全部佐证材料已上传", "its fact has to be verified, or all its documents attached");
            };
        }
    }

    private final List<EnterpriseFacts.Fact> facts;

    TriggerGate(EnterpriseFacts.Facts facts) {
        this.facts = facts.facts() == null ? List.of() : facts.facts();
    }

    /**
     * What shows that an instalment's trigger is met: its verified fact, or all its documents; for the final account, that it
     * was confirmed; for next year's check, that the year has come and the fact or the documents are of that year.
     *
     * @param moment what the case is now
     * @throws Problem 409 {@code TRIGGER_NOT_MET} with {@code trigger}, {@code fact}, {@code documents} and {@code missing}
     */
    String requireMet(Instalment instalment, Moment moment) {
        return switch (instalment.trigger()) {
            case APPROVED -> instalment.trigger().name();
            case FINAL_ACCOUNT -> {
                if (!moment.finalAccount()) {
                    throw notMet(instalment, Missing.FINAL_ACCOUNT, moment);
                }
                yield instalment.trigger().name();
            }
            case STILL_IN_LIBRARY_NEXT_YEAR -> {
                if (!moment.nextYear().isHere()) {
                    throw notMet(instalment, Missing.NEXT_YEAR, moment);
                }
                yield proof(instalment, moment, moment.attachedNextYear(), Missing.PROOF_OF_NEXT_YEAR);
            }
            default -> proof(instalment, moment, moment.attached(), Missing.PROOF);
        };
    }

    private String proof(Instalment instalment, Moment moment, Set<String> attached, Missing otherwise) {
        String fact = instalment.fact();
        if (fact != null && isShown(fact, instalment.trigger(), moment)) {
            return fact;
        }
        if (!instalment.papers().isEmpty() && attached.containsAll(instalment.papers())) {
            return String.join(", ", instalment.papers());
        }
        throw notMet(instalment, otherwise, moment);
    }

    private static Problem notMet(Instalment instalment, Missing missing, Moment moment) {
        Trigger trigger = instalment.trigger();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "TRIGGER_NOT_MET",
                        trigger.title(),
                        missing.text(moment.nextYear().year()))
                .with("trigger", trigger.name())
                .with("fact", instalment.fact())
                .with("documents", instalment.papers())
                .with("missing", missing.name());
    }

    /** True, or a set of stages that holds the trigger's. */
    private boolean isShown(String key, Trigger trigger, Moment moment) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key) && Boolean.TRUE.equals(fact.verified()))
                .filter(fact -> fact.record() == null || fact.record().ref().equals(moment.record()))
                .filter(fact -> trigger != Trigger.STILL_IN_LIBRARY_NEXT_YEAR || isOf(fact, moment.nextYear()))
                .map(EnterpriseFacts.Fact::value)
                .anyMatch(value -> value != null && (text(value).equals(TRUE) || holds(value, trigger.name())));
    }

    /** By the fact's own year where it has one, else by the moment since which a department stands behind it. */
    private static boolean isOf(EnterpriseFacts.Fact fact, NextYear next) {
        String period = fact.period();
        if (period != null) {
            return period.equals(Integer.toString(next.year()));
        }
        Instant recorded = fact.recordedAt();
        return recorded != null && !recorded.isBefore(next.begins());
    }

    private static boolean holds(JsonNode value, String code) {
        return value.isArray()
                && value.valueStream().anyMatch(element -> element.asString("").equals(code));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asString("");
    }
}
