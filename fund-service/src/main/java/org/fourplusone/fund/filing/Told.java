package org.fourplusone.fund.filing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an enterprise is told of its case: every step with its date, what letters and public notices say, and, once its award
 * is public, how that came about. Officers' notes and persons are for officers.
 */
final class Told {
    /** Steps whose note the enterprise wrote itself, or is told by a letter, a public notice or the bank. */
    private static final Set<String> NOTES = Set.of(
            "EVIDENCE",
            "WAIT",
            Move.RETURN.name(),
            Move.REFUSE.name(),
            Move.REJECT.name(),
            Move.RECALL.name(),
            Move.TAKE_OFF.name(),
            Move.TAKE_OFF_FIRST.name(),
            "CORRECT_NOTICE",
            Move.REVOKE.name(),
            Move.UPHOLD_OBJECTION.name(),
            "PAYMENT_FAILED",
            "PAYMENT_RETURNED",
            "CONFIRM_FINAL_ACCOUNT",
            "DEMAND_RECOVERY",
            "RECOVERY_STATEMENT",
            "ORDER_RECOVERY",
            "DROP_RECOVERY",
            "BAN",
            "LIFT_BAN");

    /** The states in which the award is on public notice or beyond it. */
    private static final Set<State> AWARD_KNOWN =
            EnumSet.of(State.ON_NOTICE, State.OBJECTED, State.NOTICED, State.CONFIRMED, State.PAYING, State.CLOSED);

    /** Of a decision that no letter tells: what of it is told with the award. */
    private static final Map<Decisions.Kind, List<String>> WITH_AWARD = Map.of(
            Decisions.Kind.SCORE, List.of("score", "marks"),
            Decisions.Kind.REVIEW, List.of("disallowed", "reductions"),
            Decisions.Kind.APPROVAL, List.of("amount"));

    private Told() {}

    static boolean knowsAward(Filing filing) {
        return AWARD_KNOWN.contains(filing.state());
    }

    static @Nullable String note(FilingStep step) {
        return NOTES.contains(step.action()) ? step.note() : null;
    }

    /** The filing with no amount but the submission's before the award is public. */
    static Filing of(Filing filing) {
        boolean known = knowsAward(filing);
        return new Filing(
                filing.id(),
                filing.number(),
                filing.state(),
                filing.version(),
                filing.year(),
                filing.callId(),
                filing.itemCode(),
                filing.itemVersion(),
                filing.title(),
                filing.department(),
                filing.track(),
                filing.line(),
                filing.noticeOrder(),
                filing.creditCode(),
                filing.enterpriseName(),
                filing.record(),
                filing.estimate(),
                known && filing.approved() == null ? filing.reviewed() : null,
                null,
                known ? filing.approved() : null,
                filing.dueOn(),
                filing.createdAt(),
                filing.submittedAt(),
                filing.contact(),
                filing.waitingFor());
    }

    /** The lines as claimed, before the award is public. */
    static List<ClaimLine> lines(Filing filing, List<ClaimLine> lines) {
        return knowsAward(filing)
                ? lines
                : lines.stream()
                        .map(line -> new ClaimLine(
                                line.id(), line.kind(), line.reference(), line.netAmount(), line.paidOn(), true, null))
                        .toList();
    }

    static List<Decisions.Decision> decisions(Filing filing, List<Decisions.Decision> taken) {
        return taken.stream()
                .filter(decision ->
                        isByLetter(decision.kind()) || knowsAward(filing) && WITH_AWARD.containsKey(decision.kind()))
                .map(Told::of)
                .toList();
    }

    private static boolean isByLetter(Decisions.Kind kind) {
        return kind == Decisions.Kind.RETURN || kind == Decisions.Kind.REFUSE || kind == Decisions.Kind.REJECT;
    }

    private static Decisions.Decision of(Decisions.Decision decision) {
        List<String> fields = WITH_AWARD.get(decision.kind());
        return new Decisions.Decision(
                decision.kind(),
                null,
                decision.at(),
                fields != null && decision.body() instanceof ObjectNode body
                        ? body.deepCopy().retain(fields)
                        : decision.body());
    }
}
