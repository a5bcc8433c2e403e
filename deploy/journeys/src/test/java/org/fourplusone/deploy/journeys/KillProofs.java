package org.fourplusone.deploy.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What is promised of money, keys, batches and audit, asked of the database, the service and the offline verifier. */
final class KillProofs {
    private static final List<String> ACCOUNTS =
            List.of("budget", "available", "reserved", "committed", "in_transit", "paid");

    private final RunningSuite suite;
    private final Processes processes;
    private final Map<String, List<Long>> before;

    KillProofs(RunningSuite suite, Processes processes) throws SQLException {
        this.suite = suite;
        this.processes = processes;
        this.before = lines();
    }

    /** All that does not hold, in words; empty when every promise does. */
    List<String> broken(MoneyLoad load, Collection<Insistent.Acknowledged> acknowledged) throws Exception {
        List<String> broken = new ArrayList<>(load.surprises);
        JsonNode verification = suite.person("auditor")
                .get("/api/fund/ledger/verification")
                .expect(200)
                .json();
        if (!verification.path("balanced").asBoolean()
                || !verification.path("sum").asString().equals("0.00")) {
            broken.add("the ledger differs: " + verification);
        }
        money(load, broken);
        keys(acknowledged, broken);
        counted("SELECT COUNT(*) FROM budget_revision WHERE reason LIKE 'revision %'", load.proposals.size(), broken);
        counted(
                "SELECT COUNT(DISTINCT reason) FROM budget_revision WHERE reason LIKE 'revision %'",
                load.proposals.size(), broken);
        counted(
                "SELECT COUNT(*) FROM budget_revision WHERE reason LIKE 'revision %' AND state = 'CONFIRMED'",
                load.confirmed.size(), broken);
        counted("SELECT COUNT(*) FROM audit_record WHERE action = 'CONFIRM_REVISION'", load.confirmed.size(), broken);
        batches(load, broken);
        counted("SELECT COUNT(*) FROM filing WHERE id IN (" + quoted(load.begun) + ")", load.begun.size(), broken);
        counted(
                "SELECT COUNT(*) FROM filing_step WHERE action = 'BEGIN' AND person = 'clerk'",
                load.begun.size(),
                broken);
        counted("SELECT COUNT(*) FROM idempotency_key WHERE status IS NULL", 0, broken);
        return broken;
    }

    private static String quoted(Collection<String> ids) {
        return ids.isEmpty() ? "''" : "'" + String.join("', '", ids) + "'";
    }

    /** To the fen: what the lines had before, and what acknowledged revisions moved; all else went back where it was. */
    private void money(MoneyLoad load, List<String> broken) throws SQLException {
        Map<String, List<Long>> now = lines();
        before.forEach((line, had) -> {
            long moved = load.moved.getOrDefault(MoneyLoad.Line.valueOf(line), 0L);
            List<Long> expected = new ArrayList<>(had);
            expected.set(0, had.get(0) - moved);
            expected.set(1, had.get(1) + moved);
            if (!expected.equals(now.get(line))) {
                broken.add(line + " has " + ACCOUNTS + " " + now.get(line) + ", not " + expected);
            }
        });
    }

    private Map<String, List<Long>> lines() throws SQLException {
        Map<String, List<Long>> lines = new TreeMap<>();
        try (Connection connection = connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT line, " + String.join(", ", ACCOUNTS)
                                + " FROM line_balance WHERE closed_on IS NULL")) {
            while (rows.next()) {
                List<Long> amounts = new ArrayList<>();
                for (int i = 0; i < ACCOUNTS.size(); i++) {
                    amounts.add(rows.getLong(i + 2));
                }
                lines.put(rows.getString(1), amounts);
            }
        }
        return lines;
    }

    /** Every acknowledged write is there under its key, with the answer that was given. */
    private void keys(Collection<Insistent.Acknowledged> acknowledged, List<String> broken) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement find = connection.prepareStatement(
                        "SELECT status, body FROM idempotency_key WHERE caller = ? AND idempotency_key = ?")) {
            for (Insistent.Acknowledged each : acknowledged) {
                find.setString(1, each.username());
                find.setString(2, each.key());
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        broken.add("lost though acknowledged: " + each.call() + " of " + each.username());
                    } else if (row.getInt(1) != each.status() || !Arrays.equals(row.getBytes(2), each.body())) {
                        broken.add("another answer is kept for " + each.call() + " of " + each.username());
                    }
                }
            }
        }
    }

    /** Each left once: one batch, one sending, one payment with its postings, and the file the bank got is still the same. */
    private void batches(MoneyLoad load, List<String> broken) throws SQLException {
        List<String> ids = load.sent.stream().map(MoneyLoad.Sent::batch).toList();
        String in = " IN (" + quoted(ids) + ")";
        int sent = ids.size();
        counted("SELECT COUNT(*) FROM payment_batch WHERE state = 'SENT' AND id" + in, sent, broken);
        counted("SELECT COUNT(*) FROM payment WHERE state = 'FAILED' AND batch_id" + in, sent, broken);
        counted("SELECT COUNT(*) FROM audit_record WHERE action = 'SEND_BATCH' AND case_id" + in, sent, broken);
        for (MoneyLoad.Sent each : load.sent) {
            String again = suite.person("releaser")
                    .get("/api/fund/batches/" + each.batch() + "/pain.001", "application/xml")
                    .expect(200)
                    .body();
            if (!again.equals(each.transfer())) {
                broken.add("batch " + each.batch() + " reads otherwise than when it left");
            }
        }
    }

    private void counted(String sql, long expected, List<String> broken) throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            if (row.getLong(1) != expected) {
                broken.add(row.getLong(1) + ", not " + expected + ": " + sql.substring(0, Math.min(160, sql.length())));
            }
        }
    }

    /** Every chain, by the command that needs neither service nor database; what it said if it is not content. */
    String audit() throws Exception {
        Path export = Path.of("target", "kill-audit.ndjson").toAbsolutePath();
        Files.write(
                export,
                suite.person("auditor")
                        .get("/api/fund/audit/export", "application/x-ndjson")
                        .expect(200)
                        .response()
                        .body());
        Path said = Path.of("target", "kill-audit.txt").toAbsolutePath();
        int exit = new ProcessBuilder(
                        RunningSuite.CHECKOUT.resolve("deploy/verify-audit").toString(), export.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String words = Files.readString(said).strip();
        System.out.println(
                "verify-audit: " + words.lines().reduce((first, last) -> last).orElse(""));
        return exit == 0 ? "" : words;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                processes.told("SPRING_DATASOURCE_URL"),
                processes.told("SPRING_DATASOURCE_USERNAME"),
                processes.told("SPRING_DATASOURCE_PASSWORD"));
    }
}
