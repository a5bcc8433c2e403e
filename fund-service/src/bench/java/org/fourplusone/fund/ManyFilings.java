package org.fourplusone.fund;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.fourplusone.deploy.local.TestDatabase;

/**
 * Filings in bulk, in all states, with what hangs on them: steps, calls, notices, objections, batches, recoveries, awards,
 * evaluations, postings. The same number of filings gives the same rows. Balances are left alone: only lists are read here.
 */
final class ManyFilings {
    private static final int ENTERPRISES = 5_000;
    private static final int ITEMS = 51;
    /** The list of entitled enterprises that was pulled. */
    static final String RUN = "01JBENCH000000000000000000";

    private static final String STATE = "ELT(1 + (n * 7919 + n DIV 100 * 31) % 100,"
            + states("CLOSED", 30) + states("SUBMITTED", 10) + states("ACCEPTED", 10) + states("REVIEWED", 10)
            + states("APPROVED", 5) + states("ON_NOTICE", 5) + states("OBJECTED", 2) + states("NOTICED", 2)
            + states("CONFIRMED", 5) + states("PAYING", 5) + states("DRAFT", 3) + states("CORRECTION", 2)
            + states("REFUSED", 2) + states("REJECTED", 4) + states("WITHDRAWN", 3) + states("LAPSED", 1)
            + " 'LAPSED')";
    private static final String AWARDED = "('APPROVED', 'ON_NOTICE', 'OBJECTED', 'CONFIRMED', 'PAYING', 'CLOSED')";

    private ManyFilings() {}

    private static String states(String state, int share) {
        return (" '" + state + "',").repeat(share);
    }

    /** What industry-service knows of each enterprise. */
    static void feed() {
        for (int n = 0; n < ENTERPRISES; n++) {
            StringBuilder facts = new StringBuilder();
            for (int year = 2025; year <= 2027; year++) {
                for (String key : new String[] {"ent.outputYear", "ent.revenueYear", "rd.expenseYear", "ent.staffYearEnd"}) {
                    facts.append(facts.isEmpty() ? "" : ",")
                            .append("{\"key\":\"%s\",\"period\":\"%d\",\"value\":\"%d\"}"
                                    .formatted(key, year, 1000 + n + year));
                }
            }
            Neighbours.feed("91371502MA%08d".formatted(n), "CLUSTER" + n % 12, "SML".substring(n % 3, n % 3 + 1), "[" + facts + "]");
        }
    }

    static void fill(TestDatabase database, int filings) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        database.url(), database.ownerUsername(), database.ownerPassword());
                Statement sql = owner.createStatement()) {
            owner.setNetworkTimeout(Runnable::run, 0);
            sql.execute("CREATE TABLE digit (d INT PRIMARY KEY)");
            sql.execute("INSERT INTO digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
            sql.execute("CREATE TABLE nth (n INT PRIMARY KEY)");
            sql.execute(
                    "INSERT INTO nth SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d FROM digit a, digit b,"
                            + " digit c, digit e, digit f WHERE a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d < "
                            + filings);
            cases(sql);
            around(sql, filings);
            for (String table : new String[] {
                "filing",
                "filing_step",
                "award",
                "evaluation",
                "notice_filing",
                "entry",
                "posting",
                "filing_balance",
                "instalment",
                "entitlement_pull",
                "recovery",
                "expert_draw"
            }) {
                sql.executeQuery("ANALYZE TABLE " + table).close();
            }
        }
    }

    private static void cases(Statement sql) throws SQLException {
        sql.execute("INSERT INTO filing (id, serial, year, state, call_id, item_code, item_version, title_zh, title_en,"
                + " department_zh, department_en, track, line, notice_order, credit_code, enterprise_name, estimate, reviewed,"
                + " recommended, approved, due_on, created_at, moved_at, submitted_at, declared, cluster) SELECT id, n + 1, year,"
                + " state, CONCAT('C', LPAD(item, 25, '0')), CONCAT('Z', LPAD(item, 2, '0')), 1, CONCAT('示例奖励',"
                + " item), CONCAT('Sample award ', item), IF(item % 3 = 0, '科技局', '经济发展部'), IF(item % 3 = 0,"
                + " 'Science', 'Economy'), ELT(1 + item % 3, 'VERIFY', 'EXPERT_AND_AUDIT', 'NO_APPLICATION'), ELT(1 + item % 5,"
                + " 'EXPAND_INVESTMENT', 'TECH_INNOVATION', 'OTHER', 'RESTRUCTURE_LISTING', 'BRAND_BUILDING'), IF(state = 'NOTICED',"
                + " 'BEFORE_APPROVAL', 'AFTER_APPROVAL'), CONCAT('91371502MA', LPAD(n % " + ENTERPRISES + ", 8, '0')),"
                + " CONCAT('聊城示例企业', n % " + ENTERPRISES + ", '有限公司'), fen, IF(reached, fen, NULL), IF(reached,"
                + " n % 20 > 0, NULL), IF(state IN " + AWARDED
                + ", fen, NULL), IF(state IN ('CLOSED', 'REFUSED', 'REJECTED',"
                + " 'WITHDRAWN', 'LAPSED', 'DRAFT', 'ON_NOTICE'), NULL, ADDDATE('2026-05-01', n % 200)), began,"
                + " ADDDATE(began, 30), IF(state = 'DRAFT', NULL, ADDDATE(began, 3)), REPEAT('x', 400), CONCAT('CLUSTER', n % 12) FROM (SELECT n,"
                + " CONCAT('F', LPAD(n, 25, '0')) AS id, IF(n % 4 = 0, 2025, 2026) AS year, " + STATE
                + " AS state, (n DIV 7) % "
                + ITEMS + " AS item, 100000 + (n * 104729) % 90000000 AS fen, ADDDATE('2026-01-05', n % 300) AS began, "
                + STATE
                + " IN ('REVIEWED', 'APPROVED', 'ON_NOTICE', 'OBJECTED', 'NOTICED', 'CONFIRMED', 'PAYING', 'CLOSED',"
                + " 'REJECTED') AS reached FROM nth) f ORDER BY n");
        step(sql, "APPLY", "SUBMIT", "DRAFT", "SUBMITTED", "CONCAT('clerk', serial % 5000)", "state <> 'DRAFT'");
        step(
                sql,
                "ACCEPT",
                "ACCEPT",
                "SUBMITTED",
                "ACCEPTED",
                "CONCAT('intake', serial % 20)",
                "state NOT IN ('DRAFT', 'SUBMITTED', 'CORRECTION', 'REFUSED', 'LAPSED', 'WITHDRAWN')");
        step(
                sql,
                "REVIEW",
                "REVIEW",
                "ACCEPTED",
                "REVIEWED",
                "CONCAT('reviewer', serial % 20)",
                "reviewed IS NOT NULL");
        step(
                sql,
                "APPROVE",
                "APPROVE",
                "REVIEWED",
                "APPROVED",
                "CONCAT('approver', serial % 10)",
                "approved IS NOT NULL");
        step(
                sql,
                "NOTICE",
                "PUBLISH",
                "APPROVED",
                "ON_NOTICE",
                "CONCAT('intake', serial % 20)",
                "state IN ('ON_NOTICE', 'OBJECTED', 'CONFIRMED', 'PAYING', 'CLOSED')");
        step(
                sql,
                "PAY",
                "START_PAYING",
                "CONFIRMED",
                "PAYING",
                "CONCAT('payer', serial % 5)",
                "state IN ('PAYING', 'CLOSED')");
        step(sql, "RELEASE", "CLOSE", "PAYING", "CLOSED", "CONCAT('releaser', serial % 5)", "state = 'CLOSED'");
    }

    private static void step(
            Statement sql, String step, String action, String from, String to, String person, String where)
            throws SQLException {
        sql.execute(
                "INSERT INTO filing_step (filing_id, at, step, action, from_state, to_state, person, role) SELECT id,"
                        + " ADDDATE(created_at, 5), '" + step + "', '" + action + "', '" + from + "', '" + to + "', "
                        + person
                        + ", 'X' FROM filing WHERE " + where);
    }

    private static void around(Statement sql, int filings) throws SQLException {
        String item = "'{\"code\":\"Z00\",\"version\":1,\"title\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"department\":"
                + "{\"zh\":\"经发部\",\"en\":\"Economy\"},\"line\":\"OTHER\",\"track\":\"VERIFY\",\"illustrative\":true}'";
        sql.execute("INSERT INTO filing_call (id, item_code, year, opens_on, closes_on, illustrative, item) SELECT"
                + " CONCAT('C', LPAD(n, 25, '0')), CONCAT('Z', LPAD(n % " + ITEMS + ", 2, '0')), 2026 - n DIV " + ITEMS
                + ", CONCAT(2026 - n DIV " + ITEMS + ", '-01-01'), CONCAT(2026 - n DIV " + ITEMS + ", '-12-31'), TRUE, "
                + item + " FROM nth WHERE n < " + ITEMS * 10);
        sql.execute("INSERT INTO notice (id, published_on, working_days, ends_on, calendar, closed_on, published_at,"
                + " published_by) SELECT CONCAT('N', LPAD(n, 25, '0')), ADDDATE('2026-01-01', n % 300), 5,"
                + " ADDDATE('2026-01-09', n % 300), 'cn-2026-1', IF(n % 10 = 0, NULL, ADDDATE('2026-01-10', n % 300)), NOW(6),"
                + " 'intake0' FROM nth WHERE n < " + filings / 50);
        sql.execute(
                "INSERT INTO notice_filing (notice_id, filing_id, ends_on, outcome) SELECT CONCAT('N', LPAD(serial % "
                        + filings / 50
                        + ", 25, '0')), id, '2026-06-01', IF(state IN ('ON_NOTICE', 'OBJECTED'), 'OPEN', 'CONFIRMED')"
                        + " FROM filing WHERE state IN ('ON_NOTICE', 'OBJECTED', 'CONFIRMED', 'PAYING', 'CLOSED')");
        sql.execute(
                "INSERT INTO objection (id, notice_id, filing_id, name, contact, text, state, received_at, screen_by)"
                        + " SELECT REPLACE(filing_id, 'F', 'O'), notice_id, filing_id, '张三', '0635-1234567', '示例异议', IF(id % 2"
                        + " = 0, 'RECEIVED', 'DISMISSED'), NOW(6), '2026-06-01' FROM (SELECT nf.notice_id, nf.filing_id, f.serial AS id"
                        + " FROM notice_filing nf JOIN filing f ON f.id = nf.filing_id WHERE f.serial % 20 = 0) o");
        sql.execute("INSERT INTO payment_batch (id, message_id, state, count, sum, made_at, made_by, sent_at) SELECT"
                + " CONCAT('B', LPAD(n, 25, '0')), CONCAT('FPO-', n), IF(n % 3 = 0, 'MADE', 'SENT'), 10, 1000,"
                + " ADDDATE('2026-01-01', n % 300), 'payer0', NULL FROM nth WHERE n < " + filings / 20);
        sql.execute(
                "INSERT INTO award (filing_id, number, credit_code, enterprise_name, item_code, item_version, title_zh,"
                        + " title_en, line, year, amount, paid, state, committed_on) SELECT id, CONCAT('LC', year, '-', LPAD(serial, 6,"
                        + " '0')), credit_code, enterprise_name, item_code, 1, title_zh, title_en, line, year, approved, 0,"
                        + " 'COMMITTED', DATE(moved_at) FROM filing WHERE state IN ('CONFIRMED', 'PAYING', 'CLOSED')");
        sql.execute(
                "INSERT INTO recovery (id, year, filing_id, credit_code, state, ground, reason, demanded, amount, repaid,"
                        + " calendar, demanded_on, demanded_by, heard_until, due_on) SELECT REPLACE(id, 'F', 'R'), year, id,"
                        + " credit_code, ELT(1 + serial DIV 8 % 3, 'DEMANDED', 'ORDERED', 'SETTLED'), 'MISUSE', '示例', 1000, 1000,"
                        + " IF(serial DIV 8 % 3 = 2, 1000, 0), 'cn-2026-1', '2026-03-01', 'reviewer0', '2026-03-10', IF(serial DIV 8 % 3 = 0,"
                        + " NULL, ADDDATE('2026-04-01', serial % 200)) FROM filing WHERE state = 'CLOSED' AND serial % 8 = 0");
        sql.execute(
                "INSERT INTO evaluation (filing_id, line, year, state, version, report, submitted_at, points, score, band,"
                        + " opinion, scored_by, scored_at) SELECT id, line, year, IF(serial % 3 = 0, 'SUBMITTED', 'SCORED'), 2, '{}', NOW(6), IF(serial % 3"
                        + " = 0, NULL, '{}'), IF(serial % 3 = 0, NULL, 85), IF(serial % 3 = 0, NULL, 'GOOD'), IF(serial % 3 = 0, NULL,"
                        + " '好'), IF(serial % 3 = 0, NULL, 'reviewer0'), NULL FROM filing WHERE state = 'CLOSED' AND serial % 2 = 0");
        sql.execute(
                "INSERT INTO expert (username, name, active) SELECT CONCAT('expert', n), CONCAT('专家', n), TRUE FROM nth"
                        + " WHERE n < 300");
        sql.execute("INSERT INTO expert_draw (filing_id, expert, seed, pool, drawn_by, drawn_at, score) SELECT id,"
                + " CONCAT('expert', serial % 300), 1, '[]', 'intake0', NOW(6), IF(state = 'ACCEPTED' AND serial % 2 = 0, NULL, 80) FROM filing WHERE track"
                + " = 'EXPERT_AND_AUDIT' AND state IN ('ACCEPTED', 'REVIEWED', 'CLOSED')");
        money(sql);
        small(sql);
    }

    /** Each award's way through the ledger, in the order of time. */
    private static void money(Statement sql) throws SQLException {
        sql.execute("CREATE TABLE leg (step VARCHAR(20), place INT, source VARCHAR(20), target VARCHAR(20))");
        sql.execute(
                "INSERT INTO leg VALUES ('APPROVE', 1, 'AVAILABLE', 'RESERVED'), ('CONFIRM', 2, 'RESERVED', 'COMMITTED'),"
                        + " ('START_PAYING', 3, 'COMMITTED', 'IN_TRANSIT'), ('SETTLE', 4, 'IN_TRANSIT', 'PAID')");
        sql.execute("INSERT INTO posting (posted_at, booked_on, line, budget_year, source, document, step, reference,"
                + " filing_id, person) SELECT ADDDATE(created_at, 8 + place) AS at, DATE(ADDDATE(created_at, 8 + place)),"
                + " line, year, 'test', 'test-1', step, id, id, 'approver0' FROM filing JOIN leg ON place <= CASE state"
                + " WHEN 'CLOSED' THEN 4 WHEN 'PAYING' THEN 3 WHEN 'CONFIRMED' THEN 2 ELSE 1 END WHERE approved IS NOT"
                + " NULL ORDER BY at, id, place");
        sql.execute(
                "INSERT INTO entry (posting_id, position, line, account, filing_id, amount) SELECT p.id, d.d, p.line,"
                        + " IF(d.d = 1, l.source, l.target), p.filing_id, IF(d.d = 1, -1, 1) FROM posting p JOIN leg l ON l.step ="
                        + " p.step JOIN digit d ON d.d IN (1, 2) ORDER BY p.id, d.d");
        sql.execute(
                "INSERT INTO filing_balance (filing_id, budget_year, line, paid, reserved) SELECT id, year, line, IF(state ="
                        + " 'CLOSED', approved, 0), IF(state = 'CLOSED', 0, approved) FROM filing WHERE approved IS NOT NULL");
        sql.execute(
                "INSERT INTO instalment (id, filing_id, position, amount, due_trigger, state, paid_on) SELECT REPLACE(id,"
                        + " 'F', 'I'), id, 1, approved, 'APPROVED', IF(state = 'CLOSED', 'PAID', 'PLANNED'), IF(state ="
                        + " 'CLOSED', ADDDATE(DATE(created_at), 10 + serial % 80), NULL) FROM filing WHERE state IN"
                        + " ('CONFIRMED', 'PAYING', 'CLOSED')");
    }

    private static void small(Statement sql) throws SQLException {
        sql.execute("INSERT INTO entitlement_pull (run_id, credit_code, name, amount, skipped, pulled_by, pulled_at)"
                + " SELECT '" + RUN + "', CONCAT('91371502MA', LPAD(n, 8, '0')), '示例企业', 1000, 'NOT_PROVEN', 'intake0',"
                + " NOW(6) FROM nth WHERE n < " + ENTERPRISES);
        sql.execute(
                "INSERT INTO erasure (kind, before_day, erased, erased_by, erased_at) SELECT 'DRAFT', '2020-01-01', 0,"
                        + " 'admin', NOW(6) FROM nth WHERE n < 1000");
        sql.execute("INSERT INTO bank_statement (id, statement_id, account_tail, sha256, count, pending, loaded_at,"
                + " loaded_by) SELECT CONCAT('S', LPAD(n, 25, '0')), CONCAT('ST-', n), '0001', REPEAT('0', 64), 0, 0,"
                + " ADDDATE('2020-01-01', n), 'releaser0' FROM nth WHERE n < 2000");
    }
}
