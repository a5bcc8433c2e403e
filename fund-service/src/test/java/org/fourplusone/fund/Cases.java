package org.fourplusone.fund;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Cause;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that stand where a test begins, and the business clock it moves. */
public final class Cases {

    private Cases() {}

    /** A business clock of a test's own, set to days of its choosing. */
    public static final class MovedClock {
        private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

        private final Path file;
        private int moves;

        public MovedClock(String name) {
            this.file = Path.of(
                    "target", "clock-" + name + "-" + ProcessHandle.current().pid());
        }

        public void register(DynamicPropertyRegistry registry) {
            registry.add("suite.clock-file", () -> file.toAbsolutePath().toString());
        }

        /** Makes it ten in the morning of that day. */
        public void set(String day) {
            Instant wanted = LocalDate.parse(day)
                    .atTime(LocalTime.of(10, 0))
                    .atZone(ZONE)
                    .toInstant();
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path next = file.resolveSibling(file.getFileName() + ".next");
                Files.writeString(next, Duration.between(Instant.now(), wanted).toString());
                Files.setLastModifiedTime(next, FileTime.fromMillis(1_000_000_000_000L + 1_000L * ++moves));
                Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * An approved filing with its money reserved, its steps done by {@code clerk}, {@code intake}, {@code reviewer} and
     * {@code approver}.
     *
     * @param payout the payout of its frozen assessment, JSON
     */
    public static String approved(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Ledger ledger,
            String creditCode,
            String name,
            Line line,
            String amount,
            String record,
            String payout) {
        String id = CaseId.next(java.time.Clock.systemUTC());
        Money money = Money.parse(amount);
        LocalDateTime now = LocalDateTime.now(ZoneId.of("UTC"));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO filing (id, year, state, call_id, item_code, item_version, title_zh, title_en,"
                            + " department_zh, department_en, track, line, credit_code, enterprise_name, record, estimate,"
                            + " reviewed, approved, created_at, moved_at, submitted_at) VALUES (:id, 2026, 'APPROVED',"
                            + " 'CALL', 'A99-01', 1, '示例奖励', 'Sample award', '经发部', 'Economy', 'VERIFY', :line, :code,"
                            + " :name, :record, :fen, :fen, :fen, :now, :now, :now)")
                    .param("id", id)
                    .param("line", line.name())
                    .param("code", creditCode)
                    .param("name", name)
                    .param("record", record)
                    .param("fen", money.fen())
                    .param("now", now)
                    .update();
            step(jdbc, id, "APPLY", "SUBMIT", "DRAFT", "SUBMITTED", "clerk", "ENTERPRISE", now);
            step(jdbc, id, "ACCEPT", "ACCEPT", "SUBMITTED", "ACCEPTED", "intake", "INTAKE", now);
            step(jdbc, id, "REVIEW", "REVIEW", "ACCEPTED", "REVIEWED", "reviewer", "REVIEWER", now);
            step(jdbc, id, "APPROVE", "APPROVE", "REVIEWED", "APPROVED", "approver", "APPROVER", now);
            jdbc.sql("INSERT INTO filing_assessment (filing_id, step, basis, at, item_version, verdict, answer)"
                            + " VALUES (:id, 'REVIEW', 'VERIFIED', :now, 1, 'ELIGIBLE', :answer)")
                    .param("id", id)
                    .param("now", now)
                    .param("answer", """
                            {"code":"A99-01","version":1,"verdict":"ELIGIBLE","payout":%s}""".formatted(payout))
                    .update();
            ledger.reserve(2026, line, id, money, new Cause("APPROVE", id, "approver"));
        });
        return id;
    }

    /** What policy-service says of the enterprise's {@link #approved} filings from now on: each is worth its award. */
    public static void judgedEligible(String creditCode) {
        Neighbours.judge(
                creditCode,
                "A99-01",
                "ELIGIBLE",
                Neighbours.exactly("60000000.00"),
                ",\"stacking\":{\"rule\":\"STACKABLE\"}");
    }

    private static void step(
            JdbcClient jdbc,
            String filing,
            String step,
            String action,
            String from,
            String to,
            String person,
            String role,
            LocalDateTime at) {
        jdbc.sql("INSERT INTO filing_step (filing_id, at, step, action, from_state, to_state, person, role)"
                        + " VALUES (:filing, :at, :step, :action, :from, :to, :person, :role)")
                .param("filing", filing)
                .param("at", at)
                .param("step", step)
                .param("action", action)
                .param("from", from)
                .param("to", to)
                .param("person", person)
                .param("role", role)
                .update();
    }

    /** Facts of an enterprise that nothing excludes; {@code extra} are further facts, each led by a comma. */
    public static String cleanFacts(String extra) {
        return """
                {"facts":[{"key":"credit.dishonestJudgmentDebtor","value":false,"verified":true},
                 {"key":"credit.seriousIllegalDishonestList","value":false,"verified":true},
                 {"key":"safety.majorAccidentsLast12m","value":"0","verified":true}%s]}""".formatted(extra);
    }
}
