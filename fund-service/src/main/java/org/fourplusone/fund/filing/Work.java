package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.starter.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for somebody, by due date: filings in a state that one of the caller's roles leads on from, where the caller has
 * done nothing incompatible; for an expert what was drawn and not scored; for an office what it was asked.
 */
@Component
class Work {
    /** @param wasStoodFor whether anybody ever did a step for the caller */
    private record Worker(Caller caller, boolean inOffice, boolean wasStoodFor) {}

    /** What nobody waits for: it is done when there is cause, or beside a move that is waited for. */
    private static final Set<Move> OF_ONES_OWN_ACCORD =
            EnumSet.of(Move.WITHDRAW, Move.RECALL, Move.REOPEN, Move.SEND_BACK, Move.REVOKE);

    private static final String RECOMMENDED = "(recommended = 1 OR approved IS NOT NULL)";

    private final JdbcClient jdbc;

    Work(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Conditions on a filing, one for each state that something waits in; a filing meets at most one. */
    List<String> of(Caller caller, Map<String, Object> values) {
        values.put("me", caller.username());
        values.put("mine", caller.creditCodes());
        Worker worker = new Worker(caller, answersForAnOffice(caller), wasStoodFor(caller));
        List<String> states = new ArrayList<>();
        for (State state : State.values()) {
            List<String> ways = ways(state, worker);
            if (!ways.isEmpty()) {
                states.add("state = '" + state.name() + "' AND (" + String.join(" OR ", ways) + ")");
            }
        }
        return states;
    }

    private static List<String> ways(State state, Worker worker) {
        Caller caller = worker.caller();
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        for (Move move : Move.values()) {
            if (leaves(move, state) && !OF_ONES_OWN_ACCORD.contains(move) && caller.has(move.role())) {
                waiting.computeIfAbsent(may(move, worker), each -> new LinkedHashSet<>())
                        .add(waits(move, state));
            }
        }
        List<String> ways = new ArrayList<>();
        waiting.forEach((may, waits) -> ways.add(
                waits.contains("TRUE") ? "(TRUE" + may + ")" : "((" + String.join(" OR ", waits) + ")" + may + ")"));
        if (state == State.ACCEPTED && caller.has("EXPERT")) {
            ways.add("id IN (SELECT filing_id FROM expert_draw WHERE expert = :me AND score IS NULL"
                    + " AND recused_at IS NULL)");
        }
        if (state == State.ACCEPTED && worker.inOffice()) {
            ways.add("(id IN (SELECT o.filing_id FROM office_member m JOIN joint_opinion o"
                    + " ON o.office = m.office AND o.answer IS NULL WHERE m.username = :me)"
                    + mayStill(Step.JOINT, worker)
                    + ")");
        }
        return ways;
    }

    private static boolean leaves(Move move, State state) {
        return Arrays.stream(NoticeOrder.values()).anyMatch(order -> move.leavesFrom(state, order));
    }

    private boolean answersForAnOffice(Caller caller) {
        return jdbc.sql("SELECT COUNT(*) FROM office_member WHERE username = :me")
                        .param("me", caller.username())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether anybody ever did a step for the caller: few have that, and it is looked up once and not for each filing. */
    private boolean wasStoodFor(Caller caller) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM filing_step WHERE on_behalf_of = :me)")
                .param("me", caller.username())
                .query(Boolean.class)
                .single();
    }

    /** What has to hold between a filing and the caller; the same for all moves of one duty. */
    private static String may(Move move, Worker worker) {
        Caller caller = worker.caller();
        String own = caller.creditCodes().isEmpty() ? "FALSE" : "credit_code IN (:mine)";
        if (move.step() == Step.APPLY) {
            return " AND " + own;
        }
        return (caller.creditCodes().isEmpty() ? "" : " AND NOT " + own) + mayStill(move.step(), worker);
    }

    /** What has to hold of a filing in this state besides. */
    private static String waits(Move move, State state) {
        List<String> holds = new ArrayList<>();
        for (NoticeOrder order : NoticeOrder.values()) {
            if (!move.leavesFrom(state, order)) {
                holds.add("notice_order <> '" + order.name() + "'");
            }
        }
        if (isOfRecommended(move)) {
            holds.add(RECOMMENDED);
        }
        if (move == Move.SUBMIT) {
            holds.add("track <> 'NO_APPLICATION'");
        }
        if (move == Move.CONFIRM_WILLINGNESS) {
            holds.add("track = 'NO_APPLICATION'");
        }
        if (move == Move.REVIEW) {
            holds.add("(track <> 'EXPERT_AND_AUDIT' OR NOT EXISTS (SELECT 1 FROM expert_draw d"
                    + " WHERE d.filing_id = filing.id AND d.score IS NULL AND d.recused_at IS NULL))");
        }
        return holds.isEmpty() ? "TRUE" : String.join(" AND ", holds);
    }

    /**
     * The caller has done no step, for oneself or for another, that forbids this one. Said so that a database looks each
     * filing up among those steps, and does not join them.
     */
    private static String mayStill(Step step, Worker worker) {
        String incompatible = quoted(Step.values(), other -> !step.isCompatibleWith(other));
        String done = " AND (id IN (SELECT filing_id FROM filing_step WHERE %s = :me AND step IN (" + incompatible
                + "))) = FALSE";
        return done.formatted("person") + (worker.wasStoodFor() ? done.formatted("on_behalf_of") : "");
    }

    /** What has to hold of a filing for a move; who makes it is for the caller to add. */
    static String stands(Move move) {
        return isOfRecommended(move) ? from(move) + " AND " + RECOMMENDED : from(move);
    }

    private static boolean isOfRecommended(Move move) {
        return move == Move.APPROVE || move == Move.PUBLISH;
    }

    /** In a state that the move leaves from, in the filing's order of notice and approval. */
    private static String from(Move move) {
        String after = states(move, NoticeOrder.AFTER_APPROVAL);
        String before = states(move, NoticeOrder.BEFORE_APPROVAL);
        if (after.equals(before)) {
            return "state IN (" + after + ")";
        }
        List<String> ways = new ArrayList<>();
        for (NoticeOrder order : NoticeOrder.values()) {
            String states = states(move, order);
            if (!states.isEmpty()) {
                ways.add("(state IN (" + states + ") AND notice_order = '" + order.name() + "')");
            }
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    private static String states(Move move, NoticeOrder order) {
        return quoted(State.values(), state -> move.leavesFrom(state, order));
    }

    private static <E extends Enum<E>> String quoted(E[] all, Predicate<E> chosen) {
        return Arrays.stream(all)
                .filter(chosen)
                .map(each -> "'" + each.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
