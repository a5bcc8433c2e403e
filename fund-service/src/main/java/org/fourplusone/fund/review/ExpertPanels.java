package org.fourplusone.fund.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.filing.Criterion;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How many experts score a filing and what for: as its call says, else as its item says, else one expert with one score. */
@Component
class ExpertPanels {
    /** @param scope a call's id or an item's code */
    record Panel(String scope, int experts, List<Criterion> criteria) {
        static final Panel ONE = new Panel("", 1, List.of());
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Calls calls;
    private final AuditLog audit;
    private final Clock clock;

    ExpertPanels(JdbcClient jdbc, JsonMapper json, Calls calls, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    Panel of(Filing filing) {
        return jdbc.sql("SELECT * FROM expert_panel WHERE scope IN (:call, :item) ORDER BY scope = :call DESC LIMIT 1")
                .param("call", filing.callId())
                .param("item", filing.itemCode())
                .query(this::read)
                .optional()
                .orElse(Panel.ONE);
    }

    Page<Panel> all(Paging paging) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM expert_panel").query(Long.class).single();
        List<Panel> page = jdbc.sql("SELECT * FROM expert_panel ORDER BY scope LIMIT :size OFFSET :offset")
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::read)
                .list();
        return Page.of(page, paging, total);
    }

    /** Draws that were made keep what they asked. 400 for criteria that are not 100 marks, or for no such call or item. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Panel panel, Caller caller) {
        check(panel);
        jdbc.sql(
                        "INSERT INTO expert_panel (scope, experts, criteria, set_by, set_at)"
                                + " VALUES (:scope, :experts, :criteria, :by, :at)"
                                + " ON DUPLICATE KEY UPDATE experts = :experts, criteria = :criteria, set_by = :by, set_at = :at")
                .param("scope", panel.scope())
                .param("experts", panel.experts())
                .param("criteria", json.writeValueAsString(panel.criteria()))
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .update();
        audit.record("EXPERTS", "SET_PANEL", null, panel);
    }

    /** 404 where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(String scope) {
        Panel panel = jdbc.sql("SELECT * FROM expert_panel WHERE scope = :scope FOR UPDATE")
                .param("scope", scope)
                .query(this::read)
                .optional()
                .orElseThrow(Problem::notFound);
        jdbc.sql("DELETE FROM expert_panel WHERE scope = :scope")
                .param("scope", scope)
                .update();
        audit.record("EXPERTS", "DROP_PANEL", panel, null);
    }

    private void check(Panel panel) {
        if (calls.find(panel.scope()).isEmpty()
                && calls.ofItem(panel.scope(), LocalDate.now(clock)).isEmpty()) {
            throw Problem.invalid(new FieldProblem("scope", "NO_CALL", panel.scope()));
        }
        Set<String> codes = new HashSet<>();
        long marks = 0;
        for (Criterion criterion : panel.criteria()) {
            marks += criterion.most();
            if (isLong(criterion.name().zh()) || isLong(criterion.name().en())) {
                throw Problem.invalid(new FieldProblem("criteria", "LENGTH", 1, 100));
            }
            if (!codes.add(criterion.code())) {
                throw Problem.invalid(new FieldProblem("criteria", "TWICE", criterion.code()));
            }
        }
        if (!panel.criteria().isEmpty() && marks != 100) {
            throw Problem.invalid(new FieldProblem("criteria", "HUNDRED", marks));
        }
    }

    private static boolean isLong(String name) {
        return name.isBlank() || name.length() > 100;
    }

    private Panel read(ResultSet row, int number) throws SQLException {
        return new Panel(
                row.getString("scope"),
                row.getInt("experts"),
                List.of(json.readValue(row.getString("criteria"), Criterion[].class)));
    }
}
