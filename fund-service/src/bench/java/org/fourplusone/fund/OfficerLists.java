package org.fourplusone.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * How long the officers' lists take while 100,000 filings stand in all states: the whole service over HTTP on a real
 * database that is filled in bulk. Every list with each filter and sort; the median and the slowest of several readings.
 *
 * <p>{@code mvn -q -Pbench -Dquick -Dbench.class=org.fourplusone.fund.OfficerLists -Dbench.mode=long -pl fund-service -am
 * verify}; {@code short} takes 10,000 filings. Exit code 1 when a list misses the goal.
 */
public final class OfficerLists {
    private static final double GOAL_MILLIS = 100;
    private static final int READINGS = 9;

    private OfficerLists() {}

    /** @param arguments {@code short} or {@code long} */
    public static void main(String[] arguments) throws Exception {
        int filings = arguments.length > 0 && arguments[0].equals("long") ? 100_000 : 10_000;
        TestDatabase database = TestDatabase.fresh("lists");
        long began = System.nanoTime();
        ManyFilings.fill(database, filings);
        System.out.printf(Locale.ROOT, "%,d filings in %.0f s%n", filings, (System.nanoTime() - began) / 1e9);
        boolean met = false;
        try (ConfigurableApplicationContext service = started(database)) {
            int port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            met = measure(port);
        } catch (RuntimeException | Error failure) {
            System.out.println(failure);
        }
        System.exit(met ? 0 : 1);
    }

    private static ConfigurableApplicationContext started(TestDatabase database) {
        List<String> properties = new ArrayList<>(List.of(
                "--server.port=0",
                "--suite.sample=false",
                "--suite.timeliness-age=PT0S",
                "--suite.files-dir=target/bench-files",
                "--suite.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "--logging.level.root=WARN"));
        database.register((name, value) -> properties.add("--" + name + "=" + value.get()));
        TestTokens.register((name, value) -> properties.add("--" + name + "=" + value.get()));
        ManyFilings.feed();
        Neighbours.register((name, value) -> properties.add("--" + name + "=" + value.get()));
        return new SpringApplicationBuilder(FundApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .run(properties.toArray(String[]::new));
    }

    private static boolean measure(int port) {
        System.out.println(
                "\n| list | as | rows | first ms | median ms | slowest ms | \u2264 100 |\n|---|---|---|---|---|---|---|");
        boolean met = true;
        for (Map.Entry<String, List<String>> reader : lists().entrySet()) {
            String[] who = reader.getKey().split(" ");
            Person person = Person.officer(port, who[0], Arrays.copyOfRange(who, 1, who.length));
            for (String list : reader.getValue()) {
                met &= measure(person, who[0], list);
            }
        }
        return met;
    }

    private static boolean measure(Person person, String name, String list) {
        double[] millis = new double[READINGS];
        double first = 0;
        long rows = 0;
        for (int reading = -3; reading < READINGS; reading++) {
            long began = System.nanoTime();
            Person.Answer answer = person.get(list);
            if (answer.status() != 200) {
                System.out.printf("| %s | %s | answered %d | | | | MISSED |%n", list, name, answer.status());
                return false;
            }
            double took = (System.nanoTime() - began) / 1e6;
            if (reading >= 0) {
                millis[reading] = took;
            } else if (reading == -3) {
                first = took;
                JsonNode read = answer.json();
                JsonNode total = read.path("total");
                rows = read.isArray() ? read.size() : total.isIntegralNumber() ? total.asLong() : 0;
            }
        }
        Arrays.sort(millis);
        double median = millis[READINGS / 2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | %.1f | %.1f | %s |%n",
                list,
                name,
                rows,
                first,
                median,
                millis[READINGS - 1],
                median <= GOAL_MILLIS ? "met" : "MISSED");
        return median <= GOAL_MILLIS;
    }

    private static Map<String, List<String>> lists() {
        List<String> filings = new ArrayList<>(List.of(
                "/filings",
                "/filings?size=200",
                "/filings?page=4000",
                "/filings?item=Z07",
                "/filings?line=OTHER",
                "/filings?track=VERIFY",
                "/filings?year=2026",
                "/filings?creditCode=91371502MA00000007",
                "/filings?item=Z07&year=2026&sort=-amount",
                "/filings?search=LC2026-000777",
                "/filings?search=777",
                "/filings?search=7",
                "/filings?overdue=true",
                "/filings?department=%E7%A7%91%E6%8A%80%E5%B1%80",
                "/filings?call=C0000000000000000000000007",
                "/filings?cluster=CLUSTER7",
                "/filings?state=CLOSED&size=200",
                "/filings?state=REVIEWED&size=200",
                "/filings?move=PUBLISH&size=200",
                "/filings?creditCode=91371502MA00000007&state=CLOSED&size=50",
                "/filings?search=%E4%BC%81%E4%B8%9A777",
                "/filings?search=%E4%BC%81%E4%B8%9A1",
                "/filings?search=%E4%BC%81%E4%B8%9A"));
        for (String state : List.of("SUBMITTED", "ACCEPTED", "REVIEWED", "CLOSED", "DRAFT", "LAPSED")) {
            filings.add("/filings?state=" + state);
        }
        for (String sort : List.of("number", "dueOn", "-dueOn", "submittedAt", "-submittedAt", "amount", "-amount")) {
            filings.add("/filings?sort=" + sort);
            filings.add("/filings?state=CLOSED&sort=" + sort);
        }
        for (String move : List.of("ACCEPT", "REVIEW", "APPROVE", "PUBLISH", "START_PAYING", "WITHDRAW")) {
            filings.add("/filings?move=" + move);
        }
        List<String> queue = List.of(
                "/queue",
                "/queue?page=50",
                "/queue?department=%E7%A7%91%E6%8A%80%E5%B1%80",
                "/queue?dueBefore=" + LocalDate.of(2026, 6, 1),
                "/queue?overdue=true&size=1");
        Map<String, List<String>> lists = new java.util.LinkedHashMap<>();
        lists.put("intake0 INTAKE", with(filings, queue));
        lists.put("reviewer0 REVIEWER", queue);
        lists.put("approver0 APPROVER", queue);
        lists.put("payer0 PAYER", queue);
        lists.put("releaser0 RELEASER", queue);
        lists.put("expert0 EXPERT", queue);
        lists.put("intake1 INTAKE REVIEWER APPROVER PAYER", queue);
        lists.put(
                "auditor AUDITOR",
                List.of(
                        "/fund",
                        "/fund?year=2026",
                        "/calls",
                        "/calls?size=200",
                        "/calls/C0000000000000000000000007",
                        "/calls?open=true",
                        "/calls?open=false",
                        "/calls?item=Z07",
                        "/calls?year=2026",
                        "/notices",
                        "/notices?page=40",
                        "/notices?size=100",
                        "/notices/N0000000000000000000000007",
                        "/batches",
                        "/batches?size=100",
                        "/batches/B0000000000000000000000007",
                        "/batches?page=40",
                        "/recoveries",
                        "/recoveries?size=200",
                        "/recoveries?state=ORDERED",
                        "/recoveries?state=SETTLED",
                        "/evaluations",
                        "/evaluations?page=500",
                        "/evaluations?state=AWAITED",
                        "/evaluations?state=AWAITED&size=200",
                        "/evaluations?state=SUBMITTED",
                        "/evaluations?state=SCORED",
                        "/evaluations?band=GOOD",
                        "/evaluations?item=Z07",
                        "/evaluations?year=2026",
                        "/objections",
                        "/objections?state=RECEIVED",
                        "/objections?size=200",
                        "/awards",
                        "/awards?size=200",
                        "/awards/dictionary",
                        "/awards?page=1000",
                        "/bank-statements",
                        "/experts",
                        "/ledger/entries",
                        "/ledger/entries?year=2026&line=OTHER",
                        "/ledger/entries?account=RESERVED",
                        "/ledger/entries?account=PAID&page=1000",
                        "/ledger/entries?year=2025&line=OTHER&page=300",
                        "/ledger/entries?account=SURPLUS",
                        "/ledger/entries?filing=F0000000000000000000000000",
                        "/ledger/balances",
                        "/ledger/balances?year=2026",
                        "/ledger/balances?at=2026-06-01T00:00:00Z",
                        "/budget/years",
                        "/budget/years/2026/closing",
                        "/budget/revisions",
                        "/budget/proposal",
                        "/approval-limits",
                        "/approval-limits/proposals?size=50",
                        "/offices",
                        "/expert-panels",
                        "/delegations",
                        "/delegations?active=true&size=200",
                        "/mandates?creditCode=91371502MA00000007",
                        "/entitlements/" + ManyFilings.RUN + "/enterprises",
                        "/reconciliation?date=2026-06-01",
                        "/timeliness",
                        "/timeliness?call=C0000000000000000000000007",
                        "/timeliness/filings",
                        "/timeliness/filings?page=4000",
                        "/filings/F0000000000000000000000000/timeliness",
                        "/timeliness/filings?item=Z07",
                        "/outcomes",
                        "/outcomes?year=2026",
                        "/outcomes?by=line&year=2026",
                        "/retention",
                        "/retention/due",
                        "/retention/erasures",
                        "/audit/roots"));
        return lists;
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
