package org.fourplusone.industry.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.confidentiality.Attack;
import org.fourplusone.industry.report.Measure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Takes every table of the sample register that anybody may read and tries to work out what each enterprise reported for a
 * year, a quarter or a month. It knows who is where, but nothing of how the tables were protected.
 */
class AttackIT extends RunningIndustry {

    private static final List<String> PERIODS =
            List.of("2021", "2024", "2025", "2024-Q1", "2024-Q3", "2024-01", "2024-05", "2024-12");

    @Autowired
    JdbcClient database;

    /** An enterprise's truth for a year and the groups that it is in. */
    private record Firm(String code, long amount, Set<String> groups) {}

    private String sample() {
        return database.sql("SELECT MIN(vintage) FROM statistic_vintage")
                .query(String.class)
                .single();
    }

    @Test
    void findsNobodyWithinFifteenPercent() throws Exception {
        int tried = 0;
        int known = 0;
        List<String> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (String period : PERIODS) {
                for (boolean base : new boolean[] {false, true}) {
                    Map<String, Long> sums = published(measure, period, base);
                    List<Firm> firms = firms(measure, period, base);
                    found.addAll(solve(measure + " " + period + (base ? " base " : " value "), sums, firms));
                    tried += firms.size();
                    known += sums.size();
                }
            }
        }
        System.out.println("attack: " + tried + " numbers of enterprises against " + known + " published sums");
        assertThat(found).isEmpty();
        assertThat(tried).isGreaterThan(10_000);
        assertThat(known).isGreaterThan(2_000);
    }

    @Test
    void findsSomebodyWhereSecondaryCellsAreShown() throws Exception {
        List<String> found = new ArrayList<>();
        for (Measure measure : List.of(Measure.EXPORTS, Measure.INVESTMENT)) {
            Map<String, Long> sums = published(measure, "2024", false);
            database.sql("SELECT cut, code, SUM(value) FROM statistic_cell WHERE vintage = ? AND measure = ?"
                            + " AND year = 2024 AND value_hidden = 'SECONDARY'"
                            + " AND (grain = 'YEAR' OR cut = 'CLUSTER_SIZE') GROUP BY cut, code")
                    .param(sample())
                    .param(measure.code())
                    .query((RowCallbackHandler)
                            row -> sums.put(row.getString(1) + " " + row.getString(2), row.getLong(3)));
            found.addAll(solve("", sums, firms(measure, "2024", false)));
        }
        assertThat(found).as("the control").hasSizeGreaterThan(3);
    }

    @Test
    void findsNothingInTheBasesThatTheValuesOfTheYearBeforeHide() throws Exception {
        for (Measure measure : Measure.values()) {
            assertThat(published(measure, "2024", true).keySet())
                    .as(measure.code())
                    .isEqualTo(published(measure, "2023", false).keySet());
        }
    }

    private static List<String> combinations(String period) {
        return switch (period.length()) {
            case 4 -> List.of("cluster,year", "segment,year", "industry,year", "cluster,sizeClass,quarter");
            case 7 ->
                period.contains("Q")
                        ? List.of("cluster,quarter", "cluster,sizeClass,quarter")
                        : List.of("cluster,month");
            default -> throw new IllegalArgumentException(period);
        };
    }

    /** What the interface says of groups in a period, by cut and code. */
    private Map<String, Long> published(Measure measure, String period, boolean base) throws Exception {
        Map<String, Long> sums = new LinkedHashMap<>();
        Map<String, Integer> quarters = new HashMap<>();
        for (String by : combinations(period)) {
            JsonNode answer = read(send(to("/statistics?measure=" + measure.code() + "&growth=yoy&by=" + by + "&from="
                    + period + "&to=" + period + "&vintage=" + sample())));
            List<JsonNode> rows = new ArrayList<>();
            answer.get("rows").forEach(rows::add);
            if (by.split(",").length == 2 && by.startsWith("cluster")) {
                answer.get("totals").forEach(rows::add);
            }
            for (JsonNode row : rows) {
                String number = row.path(base ? "base" : "value").asString("");
                boolean early = measure.isStock()
                        && period.length() == 4
                        && row.has("quarter")
                        && !row.get("quarter").asString().endsWith("4");
                if (!number.isEmpty() && !early) {
                    long amount = new java.math.BigDecimal(number)
                            .movePointRight(measure.isMoney() ? 2 : 0)
                            .longValueExact();
                    sums.merge(group(row), amount, Long::sum);
                    quarters.merge(group(row), 1, Integer::sum);
                }
            }
        }
        if (period.length() == 4 && !measure.isStock()) {
            sums.keySet().removeIf(group -> group.startsWith("CLUSTER_SIZE") && quarters.get(group) != 4);
        }
        return sums;
    }

    private static String group(JsonNode row) {
        if (row.has("industry")) {
            return "INDUSTRY " + row.get("industry").asString();
        }
        if (!row.has("cluster")) {
            return "TOTAL ALL";
        }
        String cluster = row.get("cluster").asString();
        return row.has("segment")
                ? "SEGMENT " + cluster + "/" + row.get("segment").asString()
                : row.has("sizeClass")
                        ? "CLUSTER_SIZE " + cluster + "/" + row.get("sizeClass").asString()
                        : "CLUSTER " + cluster;
    }

    private List<Firm> firms(Measure measure, String period, boolean base) {
        Period span = Period.parse(period).orElseThrow();
        String column = measure.column() + (base ? "_base" : "");
        String single = "r." + column + (measure.isStock() ? "" : " - COALESCE(q." + column + ", 0)");
        return database.sql("SELECT p.*, " + single
                        + " AS amount FROM report r JOIN statistic_place p USING (credit_code)"
                        + " LEFT JOIN report q ON q.credit_code = r.credit_code AND q.vintage = r.vintage AND q.year = r.year"
                        + " AND q.month = ? WHERE r.vintage = ? AND r.year = ? AND r.month = ? AND " + single + " <> 0")
                .param(span.firstMonth() % 12)
                .param(sample())
                .param(span.firstMonth() / 12)
                .param(span.lastMonth() % 12 + 1)
                .query((row, number) -> {
                    String cluster = row.getString("cluster");
                    return new Firm(
                            row.getString("credit_code"),
                            row.getLong("amount"),
                            Set.of(
                                    "TOTAL ALL",
                                    "CLUSTER " + cluster,
                                    "CLUSTER_SIZE " + cluster + "/" + row.getString("size_class"),
                                    "SEGMENT " + cluster + "/" + row.getString("segment"),
                                    "INDUSTRY " + row.getString("industry_code")));
                })
                .list();
    }

    /** Enterprises of just the same published groups are one unknown: any of them may have any part of it. */
    private static final class Unknown {
        final List<Firm> firms = new ArrayList<>();
        int place;

        long sum() {
            return firms.stream().mapToLong(Firm::amount).sum();
        }

        long size() {
            return firms.stream().mapToLong(firm -> Math.abs(firm.amount)).sum();
        }
    }

    private static List<String> solve(String what, Map<String, Long> sums, List<Firm> firms) {
        boolean signed = firms.stream().anyMatch(firm -> firm.amount < 0);
        Map<String, Long> free = new LinkedHashMap<>(sums);
        boolean allClusters = firms.stream().allMatch(firm -> firm.groups.stream()
                .anyMatch(group -> group.startsWith("CLUSTER ") && sums.containsKey(group)));
        if (allClusters) {
            free.remove("TOTAL ALL");
        }
        Map<Set<String>, Unknown> unknowns = new LinkedHashMap<>();
        for (Firm firm : firms) {
            Set<String> groups = new LinkedHashSet<>(firm.groups);
            groups.retainAll(free.keySet());
            unknowns.computeIfAbsent(groups, key -> new Unknown()).firms.add(firm);
        }
        List<String> found = new ArrayList<>();
        Set<Set<String>> left = new LinkedHashSet<>(unknowns.keySet());
        while (!left.isEmpty()) {
            Map<Set<String>, Unknown> connected = new LinkedHashMap<>();
            List<Set<String>> open = new ArrayList<>(List.of(left.iterator().next()));
            left.removeAll(open);
            while (!open.isEmpty()) {
                Set<String> next = open.remove(open.size() - 1);
                connected.put(next, unknowns.getOrDefault(next, new Unknown()));
                for (Set<String> other : List.copyOf(left)) {
                    if (other.stream().anyMatch(next::contains)) {
                        open.add(other);
                        left.remove(other);
                    }
                }
            }
            found.addAll(solve(what, free, connected, signed));
        }
        return found;
    }

    private static List<String> solve(
            String what, Map<String, Long> sums, Map<Set<String>, Unknown> unknowns, boolean signed) {
        double[] least = new double[unknowns.size()];
        double[] most = new double[unknowns.size()];
        Map<String, Map<Integer, Integer>> equations = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<Set<String>, Unknown> each : unknowns.entrySet()) {
            Unknown unknown = each.getValue();
            unknown.place = next++;
            least[unknown.place] = signed ? unknown.sum() - unknown.size() : 0;
            most[unknown.place] = signed ? unknown.sum() + unknown.size() : Double.POSITIVE_INFINITY;
            each.getKey().forEach(group -> equations
                    .computeIfAbsent(group, key -> new LinkedHashMap<>())
                    .put(unknown.place, 1));
        }
        Attack attack = new Attack(least, most);
        equations.forEach((group, coefficients) -> attack.knows(coefficients, sums.getOrDefault(group, 0L)));
        List<String> found = new ArrayList<>();
        for (Unknown unknown : unknowns.values()) {
            Firm largest = unknown.firms.stream()
                    .max(java.util.Comparator.comparingLong(firm -> Math.abs(firm.amount)))
                    .orElseThrow();
            long size = Math.abs(largest.amount);
            if (unknown.size() - size >= 0.15 * size) {
                continue;
            }
            Attack.Bounds bounds = attack.bounds(Map.of(unknown.place, 1));
            long others = unknown.size() - size;
            double low =
                    unknown.firms.size() > 1 && !signed ? 0 : bounds.low() - (unknown.sum() - largest.amount) - others;
            double high = bounds.high() - (unknown.sum() - largest.amount) + others;
            if (new Attack.Bounds(low, high).isWithin(largest.amount, 0.15)) {
                found.add(what + largest.code + " " + largest.amount + " in " + (long) low + ".." + (long) high);
            }
        }
        return found;
    }
}
