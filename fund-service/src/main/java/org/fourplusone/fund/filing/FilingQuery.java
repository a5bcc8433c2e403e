package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists filings: what somebody may see, and what waits for somebody. */
@Component
class FilingQuery {
    private final JdbcClient jdbc;
    private final Clock clock;

    FilingQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<Filing> list(FilingFilter filter, Caller caller, Paging paging) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!FilingViews.isOfficer(caller)) {
            owned(caller, conditions, values);
        }
        return narrowed(filter, "-number", conditions, values, paging);
    }

    /**
     * What the caller may do now, by due date: filings in a state that one of the caller's roles leads on from, where the
     * caller has done nothing incompatible; for an expert what was drawn and not scored.
     */
    Page<Filing> queue(FilingFilter filter, Caller caller, Paging paging) {
        List<String> ways = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        values.put("me", caller.username());
        values.put("mine", caller.creditCodes().isEmpty() ? Set.of("") : caller.creditCodes());
        for (Move move : Move.values()) {
            if (move == Move.WITHDRAW || move == Move.RECALL || move == Move.REOPEN || !caller.has(move.role())) {
                continue;
            }
            String way = waysTo(move, values);
            if (move.step() == Step.APPLY) {
                way += " AND credit_code IN (:mine) AND track " + (move == Move.SUBMIT ? "<>" : "=")
                        + " 'NO_APPLICATION'";
            } else {
                String steps = "s" + move.ordinal();
                values.put(steps, incompatible(move.step()));
                way += " AND credit_code NOT IN (:mine) AND NOT EXISTS (SELECT 1 FROM filing_step s"
                        + " WHERE s.filing_id = filing.id AND (s.person = :me OR s.on_behalf_of = :me) AND s.step IN (:"
                        + steps + "))";
            }
            if (move == Move.SEND_BACK) {
                way += " AND track <> 'NO_APPLICATION'";
            }
            if (move == Move.REVIEW) {
                way += " AND (track <> 'EXPERT_AND_AUDIT' OR NOT EXISTS (SELECT 1 FROM expert_draw d"
                        + " WHERE d.filing_id = filing.id AND d.score IS NULL AND d.recused_at IS NULL))";
            }
            ways.add("(" + way + ")");
        }
        if (caller.has("EXPERT")) {
            ways.add("(state = 'ACCEPTED' AND EXISTS (SELECT 1 FROM expert_draw d WHERE d.filing_id = filing.id"
                    + " AND d.expert = :me AND d.score IS NULL AND d.recused_at IS NULL))");
        }
        values.put("office", incompatible(Step.JOINT));
        ways.add("(state = 'ACCEPTED' AND EXISTS (SELECT 1 FROM office_member m JOIN joint_opinion o"
                + " ON o.office = m.office AND o.filing_id = filing.id AND o.answer IS NULL WHERE m.username = :me)"
                + " AND NOT EXISTS (SELECT 1 FROM filing_step s WHERE s.filing_id = filing.id"
                + " AND (s.person = :me OR s.on_behalf_of = :me) AND s.step IN (:office)))");
        List<String> conditions = new ArrayList<>();
        conditions.add("(" + String.join(" OR ", ways) + ")");
        return narrowed(filter, "dueOn", conditions, values, paging);
    }

    private Page<Filing> narrowed(
            FilingFilter filter, String order, List<String> conditions, Map<String, Object> values, Paging paging) {
        filter.narrow(conditions, values, LocalDate.now(clock));
        if (filter.move() != null) {
            conditions.add(waysTo(filter.move(), values));
        }
        return page(conditions, values, filter.order(order), paging);
    }

    private Page<Filing> page(List<String> conditions, Map<String, Object> values, String order, Paging paging) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        long total = jdbc.sql("SELECT COUNT(*) FROM filing" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Filing> items = jdbc.sql(FilingRow.SELECT + where + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(FilingRow::of)
                .list();
        return Page.of(items, paging, total);
    }

    private static void owned(Caller caller, List<String> conditions, Map<String, Object> values) {
        Set<String> mine = caller.has("ENTERPRISE") ? caller.creditCodes() : Set.of();
        conditions.add("credit_code IN (:owned)");
        values.put("owned", mine.isEmpty() ? Set.of("") : mine);
    }

    /** What has to hold of a filing for a move; who makes it is for the caller to add. */
    private static String waysTo(Move move, Map<String, Object> values) {
        String stands = stands(move, values);
        boolean recommended = move == Move.APPROVE || move == Move.PUBLISH;
        return recommended ? stands + " AND (recommended = 1 OR approved IS NOT NULL)" : stands;
    }

    /** In a state that the move leaves from, in the filing's order of notice and approval. */
    private static String stands(Move move, Map<String, Object> values) {
        String from = "m" + move.ordinal();
        List<String> after = states(move, NoticeOrder.AFTER_APPROVAL);
        List<String> before = states(move, NoticeOrder.BEFORE_APPROVAL);
        if (after.equals(before)) {
            values.put(from, after);
            return "state IN (:" + from + ")";
        }
        List<String> ways = new ArrayList<>();
        for (NoticeOrder order : NoticeOrder.values()) {
            List<String> states = states(move, order);
            if (!states.isEmpty()) {
                values.put(from + order.name(), states);
                ways.add("(state IN (:" + from + order.name() + ") AND notice_order = '" + order.name() + "')");
            }
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    private static List<String> states(Move move, NoticeOrder order) {
        List<String> states = new ArrayList<>();
        for (State state : State.values()) {
            if (move.leavesFrom(state, order)) {
                states.add(state.name());
            }
        }
        return states;
    }

    private static List<String> incompatible(Step step) {
        List<String> steps = new ArrayList<>();
        for (Step other : Step.values()) {
            if (!step.isCompatibleWith(other)) {
                steps.add(other.name());
            }
        }
        return steps;
    }
}
