package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to hold of one case and of all money after each act. */
final class CaseChecks {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final String filing;
    private long seen;

    CaseChecks(JdbcClient jdbc, AuditLog audit, String filing) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.filing = filing;
        this.seen = newest();
    }

    private long newest() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM posting")
                .query(Long.class)
                .single();
    }

    static CaseModel.Purse purse(ResultSet row, long available) throws SQLException {
        CaseModel.Purse purse = new CaseModel.Purse();
        purse.available = available;
        purse.reserved = row.getLong("reserved");
        purse.committed = row.getLong("committed");
        purse.inTransit = row.getLong("in_transit");
        purse.paid = row.getLong("paid");
        purse.recovered = row.getLong("recovered");
        return purse;
    }

    void compare(String what, CaseModel model) {
        assertThat(jdbc.sql("SELECT state FROM filing WHERE id = ?")
                        .param(filing)
                        .query(String.class)
                        .single())
                .as(what)
                .isEqualTo(model.state.name());
        assertThat(jdbc.sql("SELECT to_state FROM filing_step WHERE filing_id = ? AND to_state IS NOT NULL"
                                + " ORDER BY position DESC LIMIT 1")
                        .param(filing)
                        .query(String.class)
                        .optional()
                        .orElse("DRAFT"))
                .as(what + ": the history ends there")
                .isEqualTo(model.state.name());
        jdbc.sql("SELECT * FROM line_balance WHERE budget_year = 2026")
                .query((row, number) -> {
                    Line line = Line.valueOf(row.getString("line"));
                    assertSame(what + ": " + line, purse(row, row.getLong("available")), model.lines.get(line));
                    assertThat(row.getLong("budget")
                                    + row.getLong("carried_in")
                                    + row.getLong("available")
                                    + row.getLong("reserved")
                                    + row.getLong("committed")
                                    + row.getLong("in_transit")
                                    + row.getLong("paid"))
                            .as(what + ": parts and budget of " + line)
                            .isZero();
                    return line;
                })
                .list();
        List<CaseModel.Purse> own = jdbc.sql("SELECT * FROM filing_balance WHERE filing_id = ?")
                .param(filing)
                .query((row, number) -> purse(row, 0))
                .list();
        assertSame(what + ": the case", own.isEmpty() ? new CaseModel.Purse() : own.get(0), model.own);
        assertThat(jdbc.sql("SELECT posting_id FROM entry WHERE posting_id > ? GROUP BY posting_id"
                                + " HAVING SUM(amount) <> 0")
                        .param(seen)
                        .query(Long.class)
                        .list())
                .as(what + ": postings that do not sum to zero")
                .isEmpty();
        seen = newest();
        award(what, model);
        assertThat(audit.verify(filing)).as(what).isEmpty();
    }

    private void award(String what, CaseModel model) {
        List<Long> award = jdbc.sql("SELECT amount, paid FROM award WHERE filing_id = ?")
                .param(filing)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(List.of());
        List<Long> expected = model.instalment.isEmpty() ? List.of() : List.of(model.amount, model.own.paid);
        assertThat(award).as(what + ": the published award").isEqualTo(expected);
        if (!model.instalment.isEmpty()) {
            assertThat(jdbc.sql("SELECT state FROM instalment WHERE filing_id = ?")
                            .param(filing)
                            .query(String.class)
                            .single())
                    .as(what)
                    .isEqualTo(model.instalment);
        }
    }

    private static void assertSame(String what, CaseModel.Purse seen, CaseModel.Purse expected) {
        assertThat(List.of(seen.available, seen.reserved, seen.committed, seen.inTransit, seen.paid, seen.recovered))
                .as(what)
                .isEqualTo(List.of(
                        expected.available,
                        expected.reserved,
                        expected.committed,
                        expected.inTransit,
                        expected.paid,
                        expected.recovered));
    }
}
